import { isWhole, isWritten } from '../answered.ts'
import { defineRule } from '../define-rule.ts'
import { closingSections, exampleDocument } from '../example-document.ts'
import { isSmall } from '../stated-goals.ts'
import { answerSubject } from '../subject.ts'
import { weighedCount } from '../weighed-decisions.ts'

export default defineRule({
  id: 'tro-decisions-too-few',
  title: 'Few decisions are weighed',
  category: 'trade-offs',
  why: 'Weighing what else was possible, and naming the price of what was chosen, is what a design is judged by.',
  fix: 'Say for each large choice what else was possible, why this one, and what it costs.',
  question: 'What else did you consider here, and what do you give up by this choice?',
  examples: {
    bad: [
      exampleDocument({
        decisions: `- Storage: PostgreSQL
- Cache: none`,
        'trade-offs': '- The bottleneck is the primary; it saturates first.',
      }),
      `---
peakQps: 4,000
---
flowchart LR
  app[Mobile app] --> lb[Load balancer x2] --> api[Feed service x6] --> db[(Cassandra x3)]

## Requirements
- People follow each other.
## Decisions
- We use Cassandra because it is popular.
- Services are written in Go.
${closingSections}`,
    ],
    good: [
      exampleDocument({}),
      exampleDocument({
        decisions: '',
        'trade-offs': `- PostgreSQL instead of DynamoDB: transactions at the price of one primary, which is the bottleneck.
- We accept stale lists in exchange for fast pages.`,
      }),
      exampleDocument({
        decisions: `- PostgreSQL over MongoDB: reservations want transactions; consequence: one writer.
- Home region per club over multi-primary: one writer decides the order; consequence: others wait longer.`,
      }),
      exampleDocument({
        facts: { peakQps: '20', averageQps: '5', dailyActiveUsers: '36,000' },
        decisions: '',
        'trade-offs':
          '- One server over three, because ten people use it; a restart takes it away for a minute.',
      }),
      `---
peakQps: 4,000
---
flowchart LR
  app[Mobile app] --> lb[Load balancer x2] --> api[Feed service x6] --> db[(Cassandra x3)]`,
    ],
  },
  appliesTo: (context) =>
    isWhole(context) && (isWritten(context, 'decisions') || isWritten(context, 'trade-offs')),
  check(context) {
    const needed = isSmall(context) ? 1 : 2
    const count = weighedCount(context)
    if (count >= needed) return []
    return [
      {
        subject: [answerSubject('decisions')],
        severity: 'warning',
        message: `${count === 0 ? 'No decision names' : 'Only one decision names'} what else was possible, with a reason or a price; ${needed === 1 ? 'one' : 'two'} would show what was weighed.`,
        evidence: { count, needed },
      },
    ]
  },
})
