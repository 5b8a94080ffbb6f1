import { printFigure } from '#shared/estimation/print-figure.ts'
import { quoted } from '../answered.ts'
import { defineRule, type Severity } from '../define-rule.ts'
import { exampleDocument } from '../example-document.ts'
import { recomputedOf, type Recomputed } from '../recomputed.ts'
import { answerSubject } from '../subject.ts'

export default defineRule({
  id: 'est-arithmetic',
  title: 'A figure does not follow from its inputs',
  category: 'estimation',
  why: 'One slip early in an estimate makes every later size come out too large or too small.',
  fix: 'State the formula with its inputs, and work it out once more.',
  question: 'Can you walk me through this figure, from its inputs?',
  examples: {
    bad: [
      `---
dailyActiveUsers: 5M
actionsPerUser: 40
averageQps: 250
peakQps: 900
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Feed service x4] --> db[(PostgreSQL + standby)]

## Estimates
- Storage per year: 2 TB`,
      exampleDocument({
        estimates: `- Reservations: 100,000 a day × 300 B × 365 = 110 GB per year
- Peak: 600 requests/s`,
      }),
      `flowchart LR
  app[Mobile app] --> api[Photo service] --> s3[(S3)]

## Estimates
- New photos per day: 1M
- Size of a photo: 500 KB
- Storage per day: 2 TB`,
    ],
    good: [
      exampleDocument({}),
      exampleDocument({
        estimates: `- Average: 1M × 12 / 86,400 = 140 requests/s
- Peak: 140 × 4 ≈ 600/s
- Reservations: 100,000 a day × 300 B = 30 MB/day, × 365 = 11 GB/year
- Storage per year: 200 GB with photos of courts`,
      }),
      exampleDocument({
        estimates: `- Peak: 600 requests/s
- New reservations per day: 100,000
- Size of a reservation: 300 B
- Storage per year: 33 GB, three copies of everything`,
      }),
      `flowchart LR
  app[Mobile app] --> api[Photo service] --> s3[(S3)]`,
    ],
  },
  appliesTo: (context) => recomputedOf(context).length > 0,
  check(context) {
    return recomputedOf(context)
      .filter((figure) => distance(figure) > 2)
      .map((figure) => ({
        subject: [answerSubject('estimates', figure.name)],
        severity: severityOf(figure),
        message: messageOf(figure),
        evidence: { stated: figure.stated, recomputed: Number(figure.recomputed.toPrecision(3)) },
      }))
  },
})

function distance({ stated, recomputed }: Recomputed): number {
  return Math.max(stated / recomputed, recomputed / stated)
}

/** What was put together from several lines may have been meant otherwise. */
function severityOf(figure: Recomputed): Severity {
  return figure.isCertain && distance(figure) > 5 ? 'error' : 'warning'
}

function messageOf({ name, stated, recomputed, dimension, how }: Recomputed): string {
  const result = printFigure(recomputed, dimension)
  return `${quoted(name)} is given as ${printFigure(stated, dimension)}, while ${how} comes to about ${result}.`
}
