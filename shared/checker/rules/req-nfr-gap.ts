import { isPipeline, isWhole, isWritten, listOf } from '../answered.ts'
import { defineRule, type CheckContext, type Severity } from '../define-rule.ts'
import { closingSections, exampleDocument } from '../example-document.ts'
import { goals, isSmall, missingGoals, type Goal } from '../stated-goals.ts'
import { answerSubject } from '../subject.ts'
import { vagueGoals } from '../vague-goals.ts'

const withoutNumbers = { averageQps: '', dailyActiveUsers: '', actionsPerUser: '', peakQps: '' }

export default defineRule({
  id: 'req-nfr-gap',
  title: 'Goals are missing that decide the design',
  category: 'requirements',
  why: 'Latency, availability, scale and the share of reads decide caching, replication, sharding and redundancy.',
  fix: 'State an assumption for each, or ask: how fast, how available, how many requests, how many reads for each write.',
  question: 'Which numbers does this design have to meet?',
  examples: {
    bad: [
      `---
peakQps: 3,000
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Shop service x4] --> db[(PostgreSQL + standby)]

## Functional requirements
- Customers browse products.
- Customers order.
- Staff change prices.
${closingSections}`,
      `flowchart LR
  app[Mobile app] --> api[Photo service] --> s3[(S3)]

## Non-functional requirements
- The app feels snappy everywhere.
- It is always there.
${closingSections}`,
    ],
    good: [
      exampleDocument({}),
      exampleDocument({
        facts: { readWriteRatio: '', latencyTarget: '' },
        'non-functional-requirements': `- Answers within 200 ms for 99 of 100 requests.
- 99.9% availability a month.
- Read-heavy: twenty pages are seen for each reservation.`,
        estimates: `- Peak: 600 requests/s
- Storage per year: 200 GB with indexes and copies`,
      }),
      exampleDocument({
        facts: { ...withoutNumbers, readWriteRatio: '' },
        estimates: `- Peak reads: 570 requests/s
- Peak writes: 30 requests/s
- Storage per year: 200 GB with indexes and copies`,
      }),
      `flowchart LR
  web[Browser] --> api[Notes API] --> db[(SQLite)]`,
    ],
  },
  appliesTo: (context) => isWhole(context) && !isPipeline(context),
  check(context) {
    const all = missingGoals(context)
    const vague = vagueGoals(context)
    // What is spoken of without a number is req-nfr-not-measurable.
    const missing = all.length === goals.length ? all : all.filter((goal) => !vague.has(goal))
    // That the load alone is unknown is what est-load-missing says.
    if (missing.length === 0 || missing.join() === 'scale') return []
    return [
      {
        subject: [answerSubject('non-functional-requirements')],
        severity: severityOf(context, missing),
        message: `Nothing is said about ${listOf(missing.slice(0, 2))}${missing.length > 2 ? `, nor about ${listOf(missing.slice(2))}` : ''}.`,
        evidence: { missing },
      },
    ]
  },
})

/** The ratio alone often follows from the rest, and a small design that promises nothing needs few numbers. */
function severityOf(context: CheckContext, missing: readonly Goal[]): Severity {
  if (missing.length === goals.length) return 'error'
  const isSlight = missing.every((goal) => goal === 'read/write ratio')
  const isPlain = isSmall(context) && !isWritten(context, 'non-functional-requirements')
  const isLittle = missing.length === 1 && isSmall(context)
  return isSlight || isPlain || isLittle ? 'suggestion' : 'warning'
}
