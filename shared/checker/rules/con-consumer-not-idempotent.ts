import { withAdmitted } from '../admissions.ts'
import { repeatedEffect } from '../admitted-words.ts'
import type { DesignNode } from '#shared/design/design.ts'
import { edgesFrom, edgesTo } from '#shared/design/graph.ts'
import { entitiesIn, classOf } from '../data-class.ts'
import { defineRule, type CheckContext, type Observation } from '../define-rule.ts'
import { nameOf, nodesWith, plays, sentence, wordsOf, wordsOn } from '../parts.ts'
import { isDeadLetterQueue, queueEndsOf } from '../queue-ends.ts'
import { isSaidAbout, isSaidAnywhere, isSaidInAnswers } from '../said.ts'
import { denies } from '../says.ts'
import { nodesOf, recordStores } from '../stores.ts'

export default defineRule({
  id: 'con-consumer-not-idempotent',
  title: 'A message handled twice acts twice',
  category: 'consistency',
  why: 'A queue that delivers at least once will some day deliver twice, and the effect is repeated.',
  fix: 'Record the id of each message in the same transaction as its effect, and skip what is known.',
  question:
    'The worker crashes after the effect and before the acknowledgement: what happens then?',
  examples: {
    bad: [
      `flowchart LR
  web[Browser] --> api[Shop service] --> q["SQS queue, at-least-once, with DLQ"] --> w[Payment worker] --> db[(PostgreSQL payments)]`,
      `flowchart LR
  api[Order service] --> k[Kafka with DLQ] --> w[Order writer] --> db[(MySQL)]
  %% set w idempotentConsumer false`,
      `\`\`\`mermaid
flowchart LR
  api[Signup service] --> q[RabbitMQ with DLQ] --> mail[Mail worker] --> sg[SendGrid]
\`\`\`
## Failures
- Mail worker crashes: RabbitMQ delivers at least once, so a mail can be sent again; no deduplication`,
    ],
    good: [
      `flowchart LR
  web[Browser] --> api[Shop service] --> q["SQS queue, at-least-once, with DLQ"] --> w["Payment worker, idempotency keys"] --> db[(PostgreSQL payments)]`,
      `flowchart LR
  api[Order service] --> k[Kafka with DLQ, at least once] -->|upserts by id| w[Index worker] --> es[Elasticsearch]`,
      `flowchart LR
  app[Mobile app] --> api[Video service] --> q["SQS with DLQ"] --> w[Transcoder fleet] --> s3[(S3)]`,
      `\`\`\`mermaid
flowchart LR
  api[Shop service] --> q[RabbitMQ with DLQ] --> w[Refund worker] --> db[(PostgreSQL)]
\`\`\`
## Failures
- Refund worker crashes: the message comes again; refund ids are unique, so the second one changes nothing`,
    ],
  },
  appliesTo: (context) => nodesOf(context, queues).length > 0,
  check(context) {
    const drawn = nodesOf(context, queues).filter(({ id }) => !isDeadLetterQueue(context, id))
    const found = drawn
      .filter((node) => !isOnce(context, node))
      .flatMap((node) => consumersOf(context, node.id).flatMap((id) => judge(context, node, id)))
    const ids = new Set(drawn.flatMap(({ id }) => consumersOf(context, id)))
    return withAdmitted(context, found, {
      ...repeatedEffect,
      candidates: nodesWith(context, 'compute').filter(({ id }) => ids.has(id)),
      severity: 'warning',
      tells: 'is said to act again when a message comes twice',
    })
  },
})

const queues: ReadonlySet<string> = new Set([
  'queue',
  'event-stream',
  'pubsub',
  'dead-letter-queue',
])
const handled =
  /\bidempoten\w*|\bde-?dup\w*|\bupsert\w*|\bexactly[-\s]once\b|\b(?:message|request|event|payment|refund|order|transaction|operation|charge) ids?\b.{0,30}\b(?:unique|stored|recorded|checked|known|remember\w*|seen|skip\w*)|\bunique (?:constraint|key|index|id)s?\b|\bids? (?:is|are) unique\b|\binbox\b|\bprocessed[-_\s](?:ids?|messages|events)\b|\bconditional (?:write|update|put)s?\b|\bsame transaction\b|\btransactional outbox\b|\bset semantics\b|\bskips? (?:what|duplicates|repeated)|\b(?:skip|ignor|drop|discard|refus|reject)\w*\b[^.;]{0,50}\b(?:already|known|seen|again|second|repeated|duplicate)\w*|\b(?:inserts?|records?|stores?|keeps?|remembers?|writes?) (?:the |each |every )?(?:\w+ )?(?:id|key|number)s?\b[^.;]{0,60}\b(?:first|before|unique|primary key|same transaction|seen|processed|handled)/i
const atLeastOnce = /\bat[-\s]least[-\s]once\b|\bredeliver\w*|\bdelivered (?:twice|again)\b/i
const atMostOnce = /\bat[-\s]most[-\s]once\b|\bexactly[-\s]once\b|\bfifo\b.{0,20}\bde-?dup/i
const repeated = /\bidempoten\w*|\bde-?dup\w*/i
/** Work that gives the same result however often it is done, or whose repetition nobody minds. */
const harmless =
  /\b(?:transcod\w*|encod\w*|thumbnail\w*|resiz\w*|index(?:er|ing)?|reindex\w*|cache|invalidat\w*|warm\w*|analytics|metrics?|logs?|logging|etl|aggregat\w*|flink|spark|stream|search|projection\w*|projector|sync\w*|crawl\w*|fetch\w*|pars\w*|scan\w*|feed|fan-?out|timeline|presence|archive\w*|snapshot\w*|ml|model|embedding)\b/i

function isOnce(context: CheckContext, { id, properties }: DesignNode): boolean {
  const { delivery } = properties
  if (delivery === 'exactly-once' || delivery === 'at-most-once') return true
  return isSaidAbout(context, id, atMostOnce)
}

function consumersOf(context: CheckContext, queueId: string): readonly string[] {
  const { consumers, either } = queueEndsOf(context, queueId)
  return (consumers.length > 0 ? consumers : either).filter((id) => plays(context, id, 'compute'))
}

function judge(context: CheckContext, queue: DesignNode, id: string): readonly Observation[] {
  const node = context.index.nodes.get(id)
  if (node === undefined || node.properties['idempotentConsumer'] === true) return []
  const isRefused = node.properties['idempotentConsumer'] === false || isDenied(context, id)
  if (!isRefused && (isHandled(context, queue.id, id) || !hasEffects(context, node))) return []
  const isMoney = movesMoney(context, node)
  const isSaid = isRefused || deliversAgain(context, queue, id)
  // Most queues deliver at least once though nobody writes it down; that is worth a word where money moves.
  if (!isSaid && !moving.test(node.label)) return []
  return [
    {
      subject: [id],
      severity: severityOf(context, isSaid, isMoney),
      message: sentence(
        `${nameOf(context, id)} may get a message from ${nameOf(context, queue.id)} twice, and nothing says what keeps it from acting twice.`,
      ),
      evidence: { queue: queue.id, isMoney, isSaid },
      nodes: [id, queue.id],
    },
  ]
}

function severityOf({ design }: CheckContext, isSaid: boolean, isMoney: boolean) {
  if (isSaid) return isMoney ? ('error' as const) : ('warning' as const)
  return design.answers.sections.length > 0 ? ('warning' as const) : ('suggestion' as const)
}

function deliversAgain(
  context: CheckContext,
  { id, properties }: DesignNode,
  consumer: string,
): boolean {
  if (properties['delivery'] === 'at-least-once') return true
  const edges = [...edgesFrom(context.index, id), ...edgesTo(context.index, id)]
  if (edges.some((edge) => edge.properties['delivery'] === 'at-least-once')) return true
  return isSaidAbout(context, id, atLeastOnce) || isSaidAbout(context, consumer, atLeastOnce)
}

function isHandled(context: CheckContext, queueId: string, id: string): boolean {
  if (context.design.answers.endpoints.some(({ idempotent }) => idempotent === true)) return true
  if (isSaidAbout(context, id, handled) || isSaidAbout(context, queueId, handled)) return true
  const next = edgesFrom(context.index, id)
  if (next.some((edge) => edge.properties['idempotent'] === true)) return true
  return (
    isSaidAnywhere(context, handled) ||
    isSaidInAnswers(context, handled, [
      'api',
      'data-model',
      'flows',
      'functional-requirements',
      'non-functional-requirements',
    ])
  )
}

/** "No deduplication", said of the consumer. */
function isDenied(context: CheckContext, id: string): boolean {
  const { failures, tradeOffs, decisions } = context.design.answers
  const node = context.index.nodes.get(id)
  if (node !== undefined && denies(wordsOn(node), repeated)) return true
  return [...failures, ...tradeOffs, ...decisions].some(
    ({ text, nodeIds }) => nodeIds.includes(id) && denies(text, repeated),
  )
}

/** It writes records or calls somebody else, and its name does not say that a repetition changes nothing. */
function hasEffects(context: CheckContext, node: DesignNode): boolean {
  const next = edgesFrom(context.index, node.id)
  if (harmless.test([wordsOn(node), ...next.map(wordsOf)].join(' '))) return false
  if (context.kindOf(node.id).id === 'stream-processor') return false
  return next.some(
    ({ to }) => recordStores.has(context.kindOf(to).id) || plays(context, to, 'external'),
  )
}

/** Names of whoever moves money; who writes the invoice about it moves none. */
const moving =
  /\b(?:payments?|charg\w+|refunds?|payouts?|(?:money|bank|wire|fund) transfers?|wallets?|ledgers?|billing|debits?|credits?|settlements?)\b/i

function movesMoney(context: CheckContext, node: DesignNode): boolean {
  if (moving.test(node.label)) return true
  const stores = edgesFrom(context.index, node.id).map((edge) => edge.to)
  const held = stores.flatMap((id) => entitiesIn(context, id))
  return held.length > 0 && held.every((entity) => classOf(entity) === 'money')
}
