import { edgesTo } from '#shared/design/graph.ts'
import { defineRule, type CheckContext, type Observation } from '../define-rule.ts'
import { nameOf, namesOf, nodesWith, plays, sentence } from '../parts.ts'
import { isDeadLetterQueue, queueEndsOf, type QueueEnds } from '../queue-ends.ts'
import { isSaidNear } from '../said.ts'

export default defineRule({
  id: 'scale-queue-without-consumer',
  title: 'A queue has only one end',
  category: 'scalability',
  why: 'Messages that nobody takes pile up until the queue is full; messages that nobody sends never arrive.',
  fix: 'Connect the worker that takes the messages, or the sender, or take the queue off the board.',
  question: 'Who takes a message from here, and what do they do with it?',
  examples: {
    bad: [
      `flowchart LR
        web[Browser] --> api[Order service] --> db[(PostgreSQL)]
        api -->|publish| q[RabbitMQ queue]`,
      `flowchart LR
        web[Browser] --> api[Order service]
        k[Kafka topic orders] --> w[Mail worker]`,
      `flowchart LR
        web[Browser] --> orders[Order service] --> k[Kafka]
        web --> pay[Payment service] --> k`,
      `flowchart TD
        web[Gallery app] --> albums[Album service] --> db[(PostgreSQL)]
        tq[["thumbnail jobs: RabbitMQ quorum queue, DLX"]] --> thumbs[Thumbnailer x2] --> pics[(MinIO)]`,
    ],
    good: [
      `flowchart LR
        web[Browser] --> api[Order service] --> q[RabbitMQ queue] --> w[Mail worker]`,
      `flowchart LR
        web[Browser] --> api[Order service] --> q[SQS queue]
        w[Mail worker] -->|polls| q`,
      `flowchart LR
        web[Browser] --> api[Order service] --> k[Kafka]
        w[Analytics consumer] --> k`,
      `flowchart LR
        web[Browser] -->|WebSocket| lb[Load balancer] --> ws[WebSocket gateway x3] --> ps[Redis Pub/Sub]`,
      `flowchart LR
        web[Browser] <-->|WebSocket| lb[Load balancer] --> docs[Document service x3]
        docs <--> ps[Redis Pub/Sub]
        docs --> db[(PostgreSQL)]`,
      `flowchart LR
        web[Browser] --> api[Order service] --> q[SQS queue] --> w[Mail worker]
        q --> dlq[Dead-letter queue]`,
      `flowchart LR
        shop[Partner system]:::external-service --> q[Queue] --> w[Import worker] --> db[(PostgreSQL)]`,
      `flowchart LR
        web[Browser] --> api[Claims service] --> db[(PostgreSQL)]
        api -->|claim settled, for other teams| bus[Kafka of the company]`,
      `flowchart LR
        web[Browser] --> api[Price service] --> ddb[(DynamoDB prices)]
        ddb -->|change stream| ix[Index feeder, Lambda, DLQ with alarm] --> os[(OpenSearch)]`,
    ],
  },
  appliesTo: (context) => nodesWith(context, 'messaging').length > 0,
  check(context) {
    return nodesWith(context, 'messaging').flatMap(({ id }) => {
      if (isDeadLetterQueue(context, id) || hasEndsElsewhere(context, id)) return []
      const observation = observe(context, id, queueEndsOf(context, id))
      return observation === undefined ? [] : [observation]
    })
  },
})

/** A topic that mails or pages somebody, or that other teams share, has ends off the drawing. */
function hasEndsElsewhere(context: CheckContext, id: string): boolean {
  const label = context.index.nodes.get(id)?.label ?? ''
  if (context.kindOf(id).id === 'pubsub' && told.test(label)) return true
  // A bus that rings by the clock fills itself.
  if (edgesTo(context.index, id).length === 0 && timed.test(label)) return true
  return isSaidNear(context, id, others)
}

const timed =
  /\b(?:cron\w*|schedul\w*|nightly|hourly|daily|weekly|monthly|timers?|every (?:\w+ )?(?:second|minute|hour|night|day|week)s?|\d{1,2}:\d\d)\b/i
const others =
  /\b(?:other (?:teams?|systems?|departments?|products?)|(?:company|enterprise|corporate|group|shared|central|common|partner\w*|customers?['’]s?|third[-\s]party) (?:[\w-]+ )?(?:bus|topics?|queues?|brokers?|streams?|kafka|platform)|company[-\s]wide|downstream (?:teams?|systems?|consumers?)|external (?:consumers?|subscribers?|systems?)|any(?:body|one) who|(?:webhook|external) subscribers?)\b/i

const told = /\b(?:alerts?|alarms?|ops|on[-\s]?call|e-?mails?|sms|pager\w*|notify)\b/i

function observe(context: CheckContext, id: string, ends: QueueEnds): Observation | undefined {
  const { producers, consumers, either } = ends
  const known = producers.length + consumers.length
  if (known + either.length === 0 || (known === 0 && isEnough(context, either))) return undefined
  const needed = (producers.length === 0 ? 1 : 0) + (consumers.length === 0 ? 1 : 0)
  if (either.length >= needed) return undefined
  const around = [...producers, ...consumers, ...either]
  return {
    subject: [id],
    severity: around.every((other) => isSameChannel(context, id, other)) ? 'suggestion' : 'error',
    message: messageOf(context, id, ends),
    evidence: { producers: producers.toSorted(), consumers: consumers.toSorted(), either },
    nodes: [id, ...around],
  }
}

/** A broker and a topic that lies in it are one thing drawn twice. */
function isSameChannel(context: CheckContext, id: string, other: string): boolean {
  return context.kindOf(id).id === context.kindOf(other).id
}

/** A partner's system may stand for both sides. */
function isEnough(context: CheckContext, either: readonly string[]): boolean {
  return either.length > 1 || either.some((id) => plays(context, id, 'external'))
}

function messageOf(context: CheckContext, id: string, ends: QueueEnds): string {
  const name = nameOf(context, id)
  const { producers, consumers, either } = ends
  if (producers.length > 0) {
    return sentence(
      `${name} is filled by ${namesOf(context, producers)}, and nothing takes from it.`,
    )
  }
  if (consumers.length > 0) {
    return sentence(`${namesOf(context, consumers)} waits on ${name}, and nothing fills it.`)
  }
  return sentence(`${name} is connected to ${namesOf(context, either)} alone.`)
}
