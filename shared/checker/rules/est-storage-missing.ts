import { isMentioned, isWritten } from '../answered.ts'
import { defineRule, type CheckContext } from '../define-rule.ts'
import { isEphemeral } from '../ephemeral.ts'
import { exampleDocument } from '../example-document.ts'
import { nodesWith } from '../parts.ts'
import { isSmall } from '../stated-goals.ts'
import { answerSubject } from '../subject.ts'

export default defineRule({
  id: 'est-storage-missing',
  title: 'Nobody said how much data piles up',
  category: 'estimation',
  why: 'How fast data grows drives the choice of a store, sharding, tiers of storage and cost.',
  fix: 'State bytes a day or a year: new records a day × size × 365 × copies.',
  question: 'How many gigabytes does one day add, and how many after two years?',
  examples: {
    bad: [
      exampleDocument({
        facts: { dataSize: '' },
        estimates: `- Peak reads: 570 requests/s
- Peak writes: 30 requests/s`,
        'data-model': '- Reservation (booking) in PostgreSQL: key id; consistency strong',
      }),
      `---
peakQps: 4,000
---
flowchart LR
  app[Mobile app] --> lb[Load balancer x2] --> api[Photo service x6] --> s3[(S3 photos)]

## Estimates
- Photo size: 2 MB
- Peak: 4,000 requests/s
## API
- \`POST /v1/photos\` stores a photo`,
    ],
    good: [
      exampleDocument({}),
      exampleDocument({
        facts: { dataSize: '' },
        estimates: `- Peak: 600 requests/s
- 100,000 reservations a day at 300 B make about 11 GB a year`,
      }),
      exampleDocument({
        facts: { dataSize: '2 TB' },
        estimates: '- Peak: 600 requests/s',
      }),
      exampleDocument({ facts: { dataSize: '' }, estimates: '- Peak: 600 requests/s' }),
    ],
  },
  appliesTo: (context) => isWritten(context, 'estimates') && isKeeping(context),
  check(context) {
    if (isStated(context)) return []
    return [
      {
        subject: [answerSubject('estimates', 'storage')],
        severity: isSmall(context) ? 'suggestion' : 'warning',
        message: 'Records are written and kept, but no volume of storage is stated.',
        evidence: { band: context.band },
      },
    ]
  },
})

const writing =
  /\b(?:creates?|adds?|stores?|saves?|uploads?|writes?|posts?|sends?|records?|orders?|reserves?|books?|places?|registers?|shortens?|submits?|publish\w*|ingests?)\b/i

/** Whether something is kept that people add to. */
function isKeeping(context: CheckContext): boolean {
  const { endpoints, entities } = context.design.answers
  const stores = nodesWith(context, 'store').filter(({ id }) => !isEphemeral(context, id))
  if (stores.length === 0) return false
  if (entities.length > 0 && entities.every(({ ephemeral }) => ephemeral)) return false
  if (endpoints.some(({ method }) => ['POST', 'PUT', 'PATCH'].includes(method))) return true
  return isMentioned(context, writing, ['functional-requirements', 'flows', 'api'])
}

const total =
  /\b(?:storage|total|data|disk|volume|growth|grows|archive|retain\w*|keep|kept|raw|stored|size of (?:the )?(?:data|database))\b/i
const gigabyte = 1e9

/** An amount over time, a total, or records times their size; the size of one object is none of these. */
function isStated(context: CheckContext): boolean {
  const { scale, answers } = context.design
  if (scale.dataBytes !== undefined || scale.dataBytesPerYear !== undefined) return true
  if (answers.entities.some(({ rows, meanBytes }) => rows !== undefined && meanBytes !== undefined))
    return true
  return answers.estimates.some(
    ({ dimension, perSeconds, name, text, value }) =>
      dimension === 'data' &&
      (perSeconds !== undefined || value >= gigabyte || total.test(`${name} ${text}`)),
  )
}
