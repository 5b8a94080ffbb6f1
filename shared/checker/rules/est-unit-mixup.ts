import { printFigure } from '#shared/estimation/print-figure.ts'
import { unitSlipBetween } from '#shared/estimation/unit-slip.ts'
import { quoted } from '../answered.ts'
import { defineRule } from '../define-rule.ts'
import { exampleDocument } from '../example-document.ts'
import { recomputedOf } from '../recomputed.ts'
import { answerSubject } from '../subject.ts'

export default defineRule({
  id: 'est-unit-mixup',
  title: 'Two units were probably mixed up',
  category: 'estimation',
  why: 'Bits and bytes, K and M, a day and a second are the slips that happen most, and each is a factor of 8 to 86,400.',
  fix: 'State the unit beside every number of the calculation, and convert once.',
  question: 'Which units do these numbers have, one by one?',
  examples: {
    bad: [
      exampleDocument({
        estimates: `- Peak: 600 requests/s
- Photos of courts: 1M a day × 500 KB = 500 MB/day`,
      }),
      `flowchart LR
  app[Mobile app] --> api[Video service] --> s3[(S3)]

## Estimates
- Ingress: 500 uploads/s × 2 MB = 8 GB/s`,
      `flowchart LR
  app[Mobile app] --> api[Chat service] --> db[(Cassandra)]

## Estimates
- 200M messages/day = 2,315,000 messages/s
- New messages per day: 200M
- Size of a message: 1 KB
- Storage per day: 200 TB`,
    ],
    good: [
      exampleDocument({
        estimates: `- Peak: 600 requests/s
- Photos of courts: 1M a day × 500 KB = 500 GB/day
- Egress: 50 photos/s × 2 MB = 100 MB/s = 800 Mbps`,
      }),
      exampleDocument({
        estimates: `- Peak: 600 requests/s
- Hot set: 20% of 200 GB = 40 GB
- Storage per year: 200 GB`,
      }),
      `flowchart LR
  app[Mobile app] --> api[Video service] --> s3[(S3)]

## Estimates
- Egress: 9.2 Gbps at the peak
- Videos: 1.2 TB a day`,
    ],
  },
  appliesTo: (context) => recomputedOf(context).length > 0,
  check(context) {
    return recomputedOf(context).flatMap(({ name, stated, recomputed, dimension }) => {
      const slip = unitSlipBetween(stated, recomputed)
      if (slip === undefined) return []
      const figures = `${printFigure(stated, dimension)} and not ${printFigure(recomputed, dimension)}`
      return [
        {
          subject: [answerSubject('estimates', name)],
          severity: 'warning' as const,
          message: `${quoted(name)} gives ${figures}: a factor of ${printFigure(slip.factor, 'count')}, as between ${slip.units}.`,
          evidence: { stated, recomputed: Number(recomputed.toPrecision(3)) },
        },
      ]
    })
  },
})
