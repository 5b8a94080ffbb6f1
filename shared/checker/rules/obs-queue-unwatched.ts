import type { SectionId } from '#shared/design/answers.ts'
import type { DesignNode } from '#shared/design/design.ts'
import { edgesFrom, edgesTo } from '#shared/design/graph.ts'
import { defineRule, type CheckContext } from '../define-rule.ts'
import { exposureOf, isDue } from '../exposure.ts'
import { namesOf, plays, sentence } from '../parts.ts'
import { lacks, type Lack } from '../lacks.ts'
import { isSaidInAnswers, isSaidNear } from '../said.ts'

export default defineRule({
  id: 'obs-queue-unwatched',
  title: 'A backlog grows unseen',
  category: 'observability',
  why: 'A queue hides trouble: messages wait or fail, and the first to notice are the people who wait for the result.',
  fix: 'Raise an alert on the delay of consumers, the age of the oldest message and the size of the dead-letter queue.',
  question: 'How long can this queue stand still before anybody knows?',
  examples: {
    bad: [
      `\`\`\`mermaid
flowchart LR
  web[Browser] --> api[Order service] --> q[RabbitMQ queue with DLQ] --> w[Invoice worker] --> db[(PostgreSQL)]
\`\`\`
## Operations
- Alerts on p99 and errors of the order service.`,
      `---
publicFacing: true
---
flowchart LR
  app[Mobile app] -->|OAuth| api[Ride service] --> k[Kafka] --> w[Trip consumer]:::worker --> db[(Cassandra)]
  k --> dlq[Dead-letter queue]`,
    ],
    good: [
      `\`\`\`mermaid
flowchart LR
  web[Browser] --> api[Order service] --> q[RabbitMQ queue with DLQ] --> w[Invoice worker] --> db[(PostgreSQL)]
\`\`\`
## Operations
- Alerts on p99, on errors and on the age of the oldest message.`,
      `---
publicFacing: true
---
flowchart LR
  app[Mobile app] -->|OAuth| api[Ride service] --> k[Kafka] --> w[Trip consumer]:::worker --> db[(Cassandra)]
  k --> dlq[Dead-letter queue]
  k -.->|consumer lag| prom[Prometheus]`,
      `flowchart LR
  app[Mobile app] --> api[Ride service] --> k[Kafka] --> w[Trip consumer]:::worker`,
    ],
  },
  appliesTo: (context) =>
    (isDue(context, 'operations') || exposureOf(context) === 'public') &&
    queuesOf(context).length > 0,
  check(context) {
    const queues = queuesOf(context)
    const unseen = queues.filter((node) => !isWatched(context, node)).map((node) => node.id)
    if (unseen.length === 0) return []
    return [
      {
        subject: unseen,
        severity: 'suggestion',
        message: sentence(
          `Nothing tells anybody when messages pile up in ${namesOf(context, unseen)}.`,
        ),
        evidence: { unseen: unseen.length },
      },
    ]
  },
})

/** Channels that keep nothing have no backlog. */
const keeping: ReadonlySet<string> = new Set(['queue', 'event-stream', 'dead-letter-queue'])
const depth =
  /\b(?:lag\w*|depth|backlogs?|(?:queue|dlq|dead[-\s]letter\w*|message|messages|stream|topic|log|job|jobs)\b[^.;]{0,30}\b(?:length|size|age|alert\w*|alarm\w*|delay|metrics?|monitor\w*|watched|count|dashboards?)|(?:length|size|age|delay|metrics?|alert\w*|alarm\w*|monitor\w*|number) (?:of|on|for|in|at) (?:\w+ ){0,3}(?:queues?|dlqs?|dead[-\s]letter\w*|messages?|streams?|topics?|log|jobs?|consumers?|counters?|workers?|events?)|oldest (?:message|job|event)|(?:messages?|jobs?|mails?|events?|tasks?) (?:\w+ ){0,2}(?:waits?|waiting|pile up|piles up|unprocessed|stuck|older than)|waiting (?:messages?|jobs?|mails?|events?|tasks?)|any dead letter|messages in the (?:dlq|dead[-\s]letter\w*)|autoscal\w* (?:on|by) (?:queue|lag|depth)|scale\w* (?:by|on|with) the (?:length|depth) of)\b/i
const eyes: Lack = {
  thing:
    /\b(?:(?:alert|alarm|metric|monitor\w*|dashboard)s? (?:on|for|of) the (?:\w+ )?(?:queue|backlog|lag|dlq)|watch\w* the (?:queue|backlog|lag|dlq)|(?:length|depth|size|age) of the (?:\w+ )?(?:queue|backlog))\b/i,
}
const sections: readonly SectionId[] = ['operations', 'failures', 'decisions', 'trade-offs']

function queuesOf(context: CheckContext): readonly DesignNode[] {
  return context.design.graph.nodes.filter((node) => keeping.has(context.kindOf(node.id).id))
}

/** Whether it is watched itself, or the queue whose failures it sets aside is. */
function isWatched(context: CheckContext, { id }: DesignNode): boolean {
  if (isSeen(context, id)) return true
  if (context.kindOf(id).id !== 'dead-letter-queue') return false
  const feeders = edgesTo(context.index, id).map((edge) => edge.from)
  return feeders.some((feeder) => isSeen(context, feeder))
}

/** An arrow to or from whatever watches is enough: nobody draws what is measured over it. */
function isSeen(context: CheckContext, id: string): boolean {
  const around = [...edgesTo(context.index, id), ...edgesFrom(context.index, id)]
  const isMeasured = around.some(
    ({ from, to, type }) =>
      type === 'observability' || plays(context, from, 'watches') || plays(context, to, 'watches'),
  )
  const node = context.index.nodes.get(id)
  if (node !== undefined && lacks(context, node, eyes, queuesOf(context))) return false
  return isMeasured || isSaidNear(context, id, depth) || isSaidInAnswers(context, depth, sections)
}
