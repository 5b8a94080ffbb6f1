import type { DesignNode } from '#shared/design/design.ts'
import { edgesFrom, edgesTo } from '#shared/design/graph.ts'
import { lacks, lacksByLabel, type Lack } from '../lacks.ts'
import { defineRule, type CheckContext, type Severity } from '../define-rule.ts'
import { nameOf, sentence, wordsOf, wordsOn } from '../parts.ts'
import { isDeadLetterQueue, queueEndsOf } from '../queue-ends.ts'
import { isSaidAbout, sayingsAbout } from '../said.ts'
import { says } from '../says.ts'
import { isAtLeast } from '../scale.ts'

export default defineRule({
  id: 'rel-queue-no-dlq',
  title: 'Failing messages have nowhere to go',
  category: 'reliability',
  why: 'A message that always fails either blocks the ones behind it or is dropped without a trace.',
  fix: 'Move a message to a dead-letter queue after a few tries, raise an alert, repair it and replay it.',
  question: 'What happens to a message that fails every time it is tried?',
  examples: {
    bad: [
      `---
peakQps: 4,600
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Order service x4] --> q[RabbitMQ queue]
  q --> w[Invoice worker x2] --> db[(PostgreSQL + standby)]`,
      `flowchart LR
  web[Browser] --> api[Order service] --> k[Kafka]
  k --> w[Payment worker]`,
    ],
    good: [
      `flowchart LR
  web[Browser] --> api[Order service] --> q[RabbitMQ queue] --> w[Invoice worker]
  q --> dlq[Dead-letter queue] --> ops[Alerting]`,
      `flowchart LR
  web[Browser] --> api[Order service] --> q[SQS queue] --> w[Invoice worker]
  %% set q dlq true`,
      `flowchart LR
  web[Browser] --> api[Player service] --> k[Kafka clickstream] --> flink[Flink]`,
      `flowchart LR
  web[Browser] --> api[Order service] --> q["SQS queue with DLQ"] --> w[Invoice worker]`,
      `flowchart LR
  web[Browser] --> api[Order service] --> k[Kafka x3] --> w["Invoice worker, idempotent, failures to a parking topic"]`,
    ],
  },
  appliesTo: (context) => queuesOf(context).length > 0,
  check(context) {
    return queuesOf(context)
      .filter((node) => mustDeliver(context, node) && !hasPlaceForFailures(context, node))
      .map((node) => {
        const { consumers, either } = queueEndsOf(context, node.id)
        return {
          subject: [node.id],
          severity: severityOf(context),
          message: sentence(
            `${nameOf(context, node.id)} has no dead-letter queue for messages that keep failing.`,
          ),
          evidence: { consumers: [...consumers, ...either].toSorted(), dlq: false },
        }
      })
  },
})

/** Channels that only tell news keep nothing that could be set aside; a topic of orders does. */
function queuesOf(context: CheckContext): readonly DesignNode[] {
  return context.design.graph.nodes.filter((node) => {
    const { id } = context.kindOf(node.id)
    if (isDeadLetterQueue(context, node.id)) return false
    return (
      id === 'queue' ||
      id === 'event-stream' ||
      id === 'dead-letter-queue' ||
      (id === 'pubsub' && isTopicOfWork(context, node))
    )
  })
}

const work =
  /\b(?:orders?|payments?|invoic\w*|billing|bookings?|reservations?|shipments?|jobs?|tasks?|refunds?|transfers?)\b/i

function isTopicOfWork(context: CheckContext, node: DesignNode): boolean {
  const words = [wordsOn(node), ...edgesTo(context.index, node.id).map(wordsOf)].join('. ')
  if (/\bredis\b/i.test(words) || !work.test(words)) return false
  const { consumers } = queueEndsOf(context, node.id)
  return consumers.some((id) => context.kindOf(id).traits.includes('compute'))
}

const lossy =
  /\b(?:mqtt|emqx|mosquitto|positions?|readings?|metrics?|logs?|telemetry|analytics|click ?streams?|clicks?|views?|impressions?|presence|typing|locations?|gps|heartbeats?|sensor\w*|best[-\s]effort|at[-\s]most[-\s]once)\b/i
const deadLetters =
  /\bdlqs?\b|\bdlx\b|dead[-\s]?letter\w*|[-_.]dead\b|\bdead set\b|\bback-?out (?:queue|topic)|\b(?:error|undeliverable|invalid)[-\s](?:queue|topic|messages)|\bparking\b|failed[-_\s](?:jobs|events|queue|topic|table)|retry topic|redrive/i
const setAside =
  /\bparked\b|\bpoison\w*|\bset aside\b|\bquarantin\w*|failed[-_\s]messages|\b(?:to the side|put aside|put away|laid aside|moved aside|given up)\b|\bmax(?:imum)? (?:\w+ )?(?:attempts|tries|deliver(?:y|ies)|receives?)\b|\bmax ?receive ?count\b|\bafter (?:\w+ ){1,3}(?:tries|attempts|retries|deliveries|failures)\b|\bfail\w*[^.;]{0,50}\b(?:marked|kept|stored|recorded|written|moved|put|goes?|lands?|sent) (?:\w+ )?(?:as|in|into|to|on|aside)\b/i
const noPlace: Lack = {
  thing: deadLetters,
  outright:
    /\b(?:retr(?:y|ies|ied)|retrying|tried again|re-?deliver(?:s|ed)|re-?queue[sd]?|(?:put|goes?) back)\b[^.;]{0,50}\b(?:for ?ever|without (?:end|limit)|endless\w*|until (?:it|they) (?:works?|succeeds?|goe?s? through)|indefinitely|infinitely|as often as)\b|\b(?:endless|infinite|unlimited) (?:retr\w+|attempts|tries|redeliver\w*)|\b(?:poison\w*|bad|broken|failing|malformed) (?:messages?|jobs?|events?)[^.;]{0,30}\b(?:blocks?|stops?|jams?|holds? up|is deleted|are deleted)\b/i,
}

function mustDeliver(context: CheckContext, node: DesignNode): boolean {
  if (node.properties['delivery'] === 'at-most-once') return false
  const { consumers, either } = queueEndsOf(context, node.id)
  if (consumers.length + either.length === 0) return false
  const incoming = edgesTo(context.index, node.id).map(wordsOf)
  if (lossy.test([wordsOn(node), ...incoming].join(' '))) return false
  return !isSaidAbout(context, node.id, atMostOnce) && !isReplayed(context, node, consumers)
}

/** Jobs that read a log from an offset set nothing aside: they are mended and read it again. */
function isReplayed(
  context: CheckContext,
  node: DesignNode,
  consumers: readonly string[],
): boolean {
  if (context.kindOf(node.id).id !== 'event-stream' || consumers.length === 0) return false
  return consumers.every((id) => replaying.has(context.kindOf(id).id))
}

const atMostOnce = /\b(?:at[-\s]most[-\s]once|best[-\s]effort|loss (?:is )?accept\w*)\b/i
const replaying: ReadonlySet<string> = new Set([
  'stream-processor',
  'batch-processor',
  'etl-pipeline',
  'data-warehouse',
  'data-lake',
  'olap-db',
  'lakehouse',
  'timeseries-db',
])

function hasPlaceForFailures(context: CheckContext, node: DesignNode): boolean {
  if (lacksByLabel(context, node, noPlace)) return false
  if (node.properties['dlq'] === true) return true
  const { consumers, either } = queueEndsOf(context, node.id)
  const near = [node.id, ...consumers, ...either]
  if (leadsAside(context, near) || near.some((id) => isSaidAbout(context, id, deadLetters)))
    return true
  if (lacks(context, node, noPlace, queuesOf(context))) return false
  return near.some((id) => isSaidAbout(context, id, setAside)) || isStoredWhenFailed(context)
}

/** "A message that keeps failing is marked as failed in the database" names the database alone. */
function isStoredWhenFailed(context: CheckContext): boolean {
  return sayingsAbout(context, setAside).some(({ text }) => messages.test(text))
}

const messages = /\b(?:messages?|jobs?|events?)\b/i

function leadsAside(context: CheckContext, near: readonly string[]): boolean {
  return near.some((id) =>
    edgesFrom(context.index, id).some((edge) => {
      if (isDeadLetterQueue(context, edge.to)) return true
      return says(wordsOf(edge), deadLetters) || says(wordsOf(edge), setAside)
    }),
  )
}

/** At small scale without a promise it is a thought; a promise or real load makes it weigh more. */
function severityOf({ design, band }: CheckContext): Severity {
  const { availabilityTarget = 0 } = design.scale
  return availabilityTarget >= 99.9 || isAtLeast(band, 'M') ? 'warning' : 'suggestion'
}
