import { isPipeline, isWhole } from '../answered.ts'
import { defineRule, type CheckContext } from '../define-rule.ts'
import { closingSections, exampleDocument } from '../example-document.ts'
import { hasLoad } from '../stated-goals.ts'
import { answerSubject } from '../subject.ts'

const silent = { dailyActiveUsers: '', actionsPerUser: '', averageQps: '', peakQps: '' }

export default defineRule({
  id: 'est-load-missing',
  title: 'Nobody said how much load there is',
  category: 'estimation',
  why: 'Every choice about scale depends on the load; without a number it is a guess, and so is every critique of it.',
  fix: 'State requests a second: daily requests / 86,400 on average, times 2 to 10 at the peak, split into reads and writes.',
  question: 'How many requests a second arrive at the busiest time of the day?',
  examples: {
    bad: [
      exampleDocument({
        facts: silent,
        estimates: '- Storage per year: 200 GB with indexes and copies',
      }),
      `---
dailyActiveUsers: 2M
---
flowchart LR
  app[Mobile app] --> api[Photo service] --> s3[(S3)]

## Requirements
- People share photos.
## Estimates
- Photo size: 2 MB
${closingSections}`,
    ],
    good: [
      exampleDocument({}),
      exampleDocument({ facts: { ...silent, dailyActiveUsers: '1M', actionsPerUser: '12' } }),
      exampleDocument({
        facts: silent,
        estimates: `- Two million pages are seen a day, and 100 thousand reservations are made; the peak is three times the mean.
- Storage per year: 200 GB with indexes and copies`,
      }),
      `flowchart LR
  lake[(Data lake)] --> spark[Spark batch job] --> dw[(Snowflake warehouse)]

## Requirements
- Sales are summed up before 6 in the morning.
## Estimates
- Volume: 2 TB a night`,
      `flowchart LR
  web[Browser] --> api[Notes API] --> db[(SQLite)]`,
    ],
  },
  appliesTo: (context) => isWhole(context),
  check(context) {
    if (hasLoad(context) || hasVolume(context)) return []
    return [
      {
        subject: [answerSubject('estimates', 'load')],
        severity: 'error',
        message:
          'No rate of requests is stated, and none can be worked out from users and what they do.',
        evidence: { dailyActiveUsers: context.design.scale.dailyActiveUsers ?? null },
      },
    ]
  },
})

/** What a batch handles in one run is its load. */
function hasVolume(context: CheckContext): boolean {
  const { estimates } = context.design.answers
  return isPipeline(context) && estimates.some(({ dimension }) => dimension !== 'money')
}
