import { isMentioned, isWritten } from '../answered.ts'
import { defineRule, type CheckContext } from '../define-rule.ts'
import { exampleDocument } from '../example-document.ts'
import { isAboutMedia, mediaCarriersOf } from '../media-use.ts'
import { namesOf } from '../parts.ts'
import { answerSubject } from '../subject.ts'

const diagram = `flowchart LR
  web[Browser] -->|HTTPS| cdn[CDN, rate limit] --> s3[(S3 photos, versioned)]
  web -->|HTTPS| lb[Load balancer x2, rate limit]
  lb -->|HTTPS, timeout 1 s| api["Booking service x3, OAuth, multi-AZ"]
  api -->|TLS| db[("PostgreSQL primary + standby, multi-AZ, encrypted, nightly backups")]
  api -->|signed URL| s3
  api -.->|metrics and logs| mon[Prometheus]`

export default defineRule({
  id: 'est-bandwidth-missing',
  title: 'Nobody said how much media flows',
  category: 'estimation',
  why: 'Systems that move media meet the limits and the price of the network long before those of processors.',
  fix: 'State bandwidth for both directions: size × rate, in Mbps or Gbps.',
  question: 'How many gigabits a second leave at the peak, and who pays for them?',
  examples: {
    bad: [
      `---
peakQps: 3,000
---
flowchart LR
  app[Mobile app] --> cdn[CDN] --> s3[(S3 videos)]
  app --> lb[Load balancer x2] --> api[Video service x4] --> db[(PostgreSQL + standby)]

## Estimates
- Peak: 3,000 requests/s
- Storage: 2 TB a day`,
      exampleDocument({
        diagram,
        'functional-requirements': `- FR1 (must): Members reserve a court.
- FR2 (must): Members upload a photo of a court.
- FR3 (must): Members watch videos of lessons.`,
      }),
    ],
    good: [
      exampleDocument({}),
      exampleDocument({
        diagram,
        estimates: `- Peak: 600 requests/s
- Photos: 50 a second × 200 KB = 10 MB/s out of the CDN, a tenth of it in
- Storage per year: 2 TB with copies`,
      }),
      exampleDocument({
        diagram: diagram.replace('S3 photos', 'S3 static site').replace('signed URL', 'assets'),
      }),
      `---
peakQps: 20
---
flowchart LR
  web[Browser] --> api[Photo site] --> s3[(S3 photos)]

## Estimates
- Peak: 20 requests/s
- Storage: 30 GB a year`,
    ],
  },
  appliesTo: (context) =>
    isWritten(context, 'estimates') &&
    !['XS', 'unknown'].includes(context.band) &&
    mediaCarriersOf(context).length > 0,
  check(context) {
    if (isStated(context)) return []
    const carriers = mediaCarriersOf(context).map(({ id }) => id)
    return [
      {
        subject: [answerSubject('estimates', 'bandwidth')],
        nodes: carriers,
        severity: isAboutMedia(context) ? 'warning' : 'suggestion',
        message: `${namesOf(context, carriers)} ${carriers.length > 1 ? 'move' : 'moves'} media, but no bandwidth is stated.`,
        evidence: { carriers },
      },
    ]
  },
})

const bandwidth =
  /\b(?:bandwidth|egress|ingress|throughput)\b.*\d|\d.*\b(?:bandwidth|egress|ingress)\b|\d\s*(?:[kmgt]bps|[kmgt]bit\/s|[kmgt]i?b\s*(?:\/|per |a )\s*s)/i

function isStated(context: CheckContext): boolean {
  const { estimates } = context.design.answers
  return (
    estimates.some(({ dimension }) => dimension === 'dataRate') || isMentioned(context, bandwidth)
  )
}
