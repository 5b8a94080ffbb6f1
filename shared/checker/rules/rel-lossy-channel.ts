import type { DesignEdge, DesignNode } from '#shared/design/design.ts'
import { edgesFrom, edgesTo } from '#shared/design/graph.ts'
import { defineRule, type CheckContext } from '../define-rule.ts'
import { nameOf, plays, sentence, wordsOf, wordsOn } from '../parts.ts'
import { queueEndsOf } from '../queue-ends.ts'
import { isSaidNear, sayingsAbout } from '../said.ts'
import { says } from '../says.ts'

export default defineRule({
  id: 'rel-lossy-channel',
  title: 'What may not be lost goes over a channel that loses',
  category: 'reliability',
  why: 'Such a channel keeps nothing: a message is gone when its consumer or the process restarts at that moment.',
  fix: 'Use a durable queue or stream with acknowledgements, or say why the loss does no harm.',
  question: 'The consumer restarts for ten seconds. What happens to the messages of these seconds?',
  examples: {
    bad: [
      `flowchart LR
  web[Browser] --> api[Order service] -->|order placed| ps[Redis Pub/Sub] --> bill[Billing service]`,
      `flowchart LR
  web[Browser] --> api[Claims service] --> q[In-memory queue of claims] --> w[Claims worker] --> db[(PostgreSQL)]`,
      `---
peakQps: 2,500
---
flowchart LR
  app[Mobile app] --> gw[API gateway x2] --> pay[Payment service x4] --> q[RabbitMQ queue with DLQ] --> w[Receipt worker]
  %% set q delivery at-most-once`,
    ],
    good: [
      `flowchart LR
  web[Browser] --> lb[Load balancer] --> ws[WebSocket gateway x4] --> ps[Redis Pub/Sub]
  ws --> chat[Chat service] --> db[(Cassandra)]`,
      `flowchart LR
  web[Browser] --> api[Order service] -->|order placed| k[Kafka, acks=all] --> bill[Billing worker]
  k --> dlq[Dead-letter queue]`,
      `flowchart LR
  web[Browser] --> api[Player service] -->|minutes watched, best effort| q[In-process queue] --> agg[Stats worker]`,
      `---
peakQps: 300
---
## Trade-offs
- Redis Pub/Sub may lose an order event; a job reconciles orders with bills every night.

\`\`\`mermaid
flowchart LR
  web[Browser] --> api[Order service] -->|order placed| ps[Redis Pub/Sub] --> bill[Billing service]
\`\`\``,
    ],
  },
  appliesTo: (context) => context.design.graph.nodes.some((node) => isChannel(context, node.id)),
  check(context) {
    return context.design.graph.nodes
      .filter((node) => isChannel(context, node.id))
      .flatMap((node) => {
        const why = lossOf(context, node)
        if (why === undefined || !mattersHere(context, node) || isAccepted(context, node)) return []
        return [
          {
            subject: [node.id],
            severity: 'warning' as const,
            message: sentence(
              `${nameOf(context, node.id)} ${why}, and what it carries may not be lost.`,
            ),
            evidence: { why },
          },
        ]
      })
  },
})

const inProcess =
  /\b(?:in[-\s](?:process|memory)|blocking ?queue|goroutines?|go channels?|thread pool queue|array queue|asyncio queue|local queue|executor queue)\b/i
const redisChannel = /\bredis\b.*\bpub(?:lish)?[\s/-]*(?:&|and|\/)?[\s/-]*sub/i
const pubSub = /\bpub[\s/-]*sub\b/i
const forget =
  /\b(?:fire[-\s]and[-\s]forget|at[-\s]most[-\s]once|acks? ?= ?0|qos ?0|udp|no acks?)\b/i
const durable =
  /\b(?:durable|persist\w*|outbox|streams?|aof|acks? ?= ?all|acknowledg\w*|at[-\s]least[-\s]once|exactly[-\s]once|replay\w*|redeliver\w*)\b/i
const accepted =
  /\b(?:may (?:be )?los[et]|loss (?:is |of \w+ is )?(?:accept\w*|fine|ok|tolera\w*)|accept\w*|best[-\s]effort|can be (?:lost|rebuilt|resent)|rebuil[dt]\w*|reconcil\w*|resen[dt]\w*|re-?sync\w*|catch(?:es)? up|poll\w* (?:as|for) (?:a )?(?:backup|fallback)|sweep\w*|hints?|wake[-\s]?ups?)\b/i
const dear =
  /\b(?:orders?|payments?|paid|invoic\w*|bill(?:s|ing|ed)?|charges?|refunds?|ledger|bookings?|booked|reserv\w*|tickets?|shipments?|shipping|fulfil\w*|receipts?|contracts?|claims?|prescriptions?|transfers?|transactions?|purchases?|inventory|stock|audit\w*|payouts?|payroll|e-?mails?|jobs?|tasks?|uploads?|votes?|enrol\w*|applications?|deliver(?:y|ies))\b/i
const light =
  /\b(?:metrics?|logs?|telemetry|analytics|clicks?|click ?streams?|views?|impressions?|presence|typing|locations?|positions?|gps|heartbeats?|sensor\w*|stats|statistics|traces?|prices?|quotes?|ticks?|scores?|invalidat\w*|live|real[-\s]?time|websockets?|sockets?|cursor\w*)\b/i

function isChannel(context: CheckContext, id: string): boolean {
  const { id: kind, traits } = context.kindOf(id)
  return (
    traits.includes('messaging') &&
    kind !== 'cdc' &&
    kind !== 'dead-letter-queue' &&
    kind !== 'schema-registry'
  )
}

/** How a channel loses; `undefined` for one that keeps what it takes, or that says nothing. */
function lossOf(context: CheckContext, node: DesignNode): string | undefined {
  const edges = edgesAround(context, node.id)
  const isAtMostOnce = [node, ...edges].some(
    ({ properties }) => properties['delivery'] === 'at-most-once',
  )
  if (isAtMostOnce) return 'delivers at most once'
  const words = wordsOn(node)
  if (says(words, inProcess)) return 'lives in the memory of one process'
  const isRedis =
    redisChannel.test(words) || (pubSub.test(words) && /\bredis\b/i.test(node.technology))
  if (isRedis && !durable.test(words)) return 'forgets what nobody listens to at that moment'
  if (isSaidNear(context, node.id, forget)) return 'is fired and forgotten'
  if (isToldOf(context, node, inProcess)) return 'lives in the memory of one process'
  const isSaid = sayingsAbout(context, forget).some(({ nodeIds }) => nodeIds.includes(node.id))
  return isSaid ? 'is fired and forgotten' : undefined
}

/** A decision about the only queue, or one that names it; what it was chosen over does not count. */
function isToldOf(context: CheckContext, { id }: DesignNode, words: RegExp): boolean {
  const isOnly =
    context.design.graph.nodes.filter((node) => isChannel(context, node.id)).length === 1
  return sayingsAbout(context, words).some(({ section, text, nodeIds }) => {
    const [chosen = ''] = text.split(/\b(?:over|instead of|rather than|and not|would)\b/i, 1)
    const isTold = section === 'decisions' || section === 'operations' || section === 'trade-offs'
    return (
      isTold && /\bqueue/i.test(chosen) && says(chosen, words) && (isOnly || nodeIds.includes(id))
    )
  })
}

/** Only what is plainly worth keeping: a push to open sockets is not. */
function mattersHere(context: CheckContext, { id, ...node }: DesignNode): boolean {
  const { producers, consumers, either } = queueEndsOf(context, id)
  const ends = [...producers, ...consumers, ...either]
  const isLive = ends.some(
    (end) =>
      ['websocket-gateway', 'sse-endpoint', 'edge-gateway'].includes(context.kindOf(end).id) ||
      plays(context, end, 'client'),
  )
  if (isLive) return false
  const labels = ends.map((end) => context.index.nodes.get(end)?.label ?? '')
  const own = [wordsOn({ id, ...node }), ...edgesAround(context, id).map(wordsOf)].join('. ')
  if (light.test(own)) return false
  return dear.test(own) || (dear.test(labels.join('. ')) && !light.test(labels.join('. ')))
}

function isAccepted(context: CheckContext, node: DesignNode): boolean {
  if (isSaidNear(context, node.id, accepted) || isSaidNear(context, node.id, durable)) return true
  return sayingsAbout(context, accepted).some(
    ({ section, text, nodeIds }) =>
      section !== 'functional-requirements' &&
      (nodeIds.includes(node.id) || /\b(?:messages?|events?|queue|channel)\b/i.test(text)),
  )
}

function edgesAround(context: CheckContext, id: string): readonly DesignEdge[] {
  return [...edgesTo(context.index, id), ...edgesFrom(context.index, id)]
}
