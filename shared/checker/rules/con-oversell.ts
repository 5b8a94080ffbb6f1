import { withAdmitted } from '../admissions.ts'
import { oversell } from '../admitted-words.ts'
import type { Entity } from '#shared/design/answers.ts'
import type { DesignEdge, DesignNode } from '#shared/design/design.ts'
import { edgesFrom, edgesTo } from '#shared/design/graph.ts'
import { classOf, entitiesIn, entitySubject } from '../data-class.ts'
import { defineRule, type CheckContext, type Observation } from '../define-rule.ts'
import { nameOf, namesOf, plays, sentence, wordsOf } from '../parts.ts'
import { isDeadLetterQueue, queueEndsOf } from '../queue-ends.ts'
import { isSaidAnywhere, isSaidInAnswers, sayingsAbout } from '../said.ts'
import { cacheKinds, isOf, nodesOf, recordStores } from '../stores.ts'
import { answerSubject } from '../subject.ts'

export default defineRule({
  id: 'con-oversell',
  title: 'Two buyers can get the last one',
  category: 'consistency',
  why: 'Stock that is taken later, in a cache or by an old copy, is sold to whoever asks in between.',
  fix: 'Reserve with an expiry by a conditional update in the store of record, and confirm on payment.',
  question: 'One seat is left and two people click at once: where is the decision made?',
  examples: {
    bad: [
      `flowchart LR
  web[Browser] --> o[Order service] -->|order accepted| q[SQS with DLQ] --> inv["Inventory worker, idempotent"] -->|decrements stock| db[(PostgreSQL)]`,
      `\`\`\`mermaid
flowchart LR
  app[Mobile app] --> t[Ticket service] --> redis[Redis cache]
  t --> db[(MySQL)]
\`\`\`
## Data model
- Seat (booking) in Redis cache and MySQL: key seat_id
## Flows
- Buy a seat: Mobile app → Ticket service → Redis cache takes the seat → MySQL is updated later`,
      `flowchart LR
  web[Browser] --> shop[Shop service] -->|decrement stock| r[Redis cache]
  shop --> db[(PostgreSQL)]`,
    ],
    good: [
      `flowchart LR
  web[Browser] --> o[Order service] -->|reserves stock, 10 min| db[(PostgreSQL)]
  o -->|order placed| q[SQS with DLQ] --> inv["Inventory worker, idempotent"] -->|decrements stock| db`,
      `flowchart LR
  web[Browser] --> shop[Shop service] -->|"decrement stock with a Lua script, compare first"| r[Redis cache]
  shop --> db[(PostgreSQL)]`,
      `flowchart LR
  web[Browser] --> o[Order service] --> inv[Inventory service] --> db[(PostgreSQL stock)]
  db -->|CDC| k[Kafka with DLQ] --> w[Search indexer] --> es[Elasticsearch stock view]`,
      `\`\`\`mermaid
flowchart LR
  app[Mobile app] --> t[Ticket service] --> db[(MySQL)]
\`\`\`
## Data model
- Seat (booking) in MySQL: key seat_id; unique constraint on event and seat`,
    ],
  },
  check(context) {
    return withAdmitted(context, isGuarded(context) ? [] : unguarded(context), {
      ...oversell,
      candidates: keepersOf(context),
      severity: 'error',
      tells: 'is said to sell the same thing twice when two ask at once',
    })
  },
})

const keepers: ReadonlySet<string> = new Set([...recordStores, ...cacheKinds])

/** Where what is sold is said to live, else any store that may keep it. */
function keepersOf(context: CheckContext): readonly DesignNode[] {
  const all = nodesOf(context, keepers)
  const known = all.filter(({ id }) =>
    entitiesIn(context, id).some((entity) => scarce.has(classOf(entity))),
  )
  return known.length > 0 ? known : all
}

function unguarded(context: CheckContext): readonly Observation[] {
  const { entities } = context.design.answers
  const sold = entities.filter((entity) => scarce.has(classOf(entity)))
  return [
    ...nodesOf(context, channels).flatMap((queue) => takenLater(context, queue)),
    ...nodesOf(context, looseCopies).flatMap((copy) => takenFromCopy(context, copy)),
    ...sold.flatMap((entity) => fromEntity(context, entity)),
    ...fromProse(context),
  ]
}

const scarce: ReadonlySet<string | undefined> = new Set(['inventory', 'booking'])
const channels: ReadonlySet<string> = new Set([
  'queue',
  'event-stream',
  'pubsub',
  'dead-letter-queue',
])
const looseCopies: ReadonlySet<string> = new Set([...cacheKinds, 'read-replica'])
const guards =
  /\breserv(?:e[sd]?|ing|ations? (?:with|expire|hold|for|table|first))\b|\b(?:seat |stock |inventory )?holds?\b|\bheld\b|\block(?:s|ed|ing)?\b|\bconditional\w*\b|\boptimistic\b|\bpessimistic\b|\bversion (?:check|column|number)\w*|\bcompare\b|\bcas\b|\bselect\s.{0,20}for update\b|\bfor update\b|\bserializ\w*|\batomic\w*|\blua\b|\bunique (?:constraint|index|key)\b|\bwatch\b|\bwhere (?:stock|quantity|available|count)\b|\bleases?\b|\btransactions?\b|\btransactional\w*\b|\bpending state\b|\bsingle[-\s](?:writer|threaded)\b|\bone (?:partition|writer|consumer)\b|\bwaiting room\b|\btokens? per seat\b|\bacid\b|\blineari\w+|\bconstraint\b/i
const accepted =
  /\b(?:over-?sell\w*|overselling|over-?book\w*|oversold)\b.{0,40}\b(?:accept\w*|allow\w*|tolera\w*|fine|ok(?:ay)?|refund\w*|compensat\w*|rare|by design|intended)\b|\b(?:accept\w*|allow\w*|tolera\w*)\b.{0,30}\bover-?(?:sell|book)\w*|\bback-?orders?\b/i

function isGuarded(context: CheckContext): boolean {
  const sections = [
    'data-model',
    'flows',
    'api',
    'functional-requirements',
    'non-functional-requirements',
  ] as const
  if (isSaidAnywhere(context, guards) || isSaidAnywhere(context, accepted)) return true
  if (isSaidInAnswers(context, accepted, sections)) return true
  return isSaidInAnswers(context, guards, ['data-model', 'flows', 'api']) || hasStrongStock(context)
}

/** Whoever asks for strong consistency of stock has thought of it. */
function hasStrongStock({ design }: CheckContext): boolean {
  return design.answers.entities.some(
    (entity) => scarce.has(classOf(entity)) && entity.consistency === 'strong',
  )
}

const taking =
  /\b(?:decrement\w*|decreas\w*|deduct\w*|reduc\w*|tak(?:e|es|ing)|subtract\w*|updat\w*|adjust\w*|allocat\w*|assign\w*|book(?:s|ing)?)\s+(?:the\s+)?(?:stock|inventory|seats?|tickets?|rooms?|quantit\w+|availability|items?)\b|\bdecr(?:by)?\b/i
const keeper =
  /\b(?:inventory|stock|seat|ticket(?:ing)?|room)s?[-\s]+(?:allocation |update |reservation )?(?:service|worker|consumer|processor|updater|handler)\b/i

/** An order that was accepted waits in a queue until somebody looks whether there is any left. */
function takenLater(context: CheckContext, queue: DesignNode): readonly Observation[] {
  if (isDeadLetterQueue(context, queue.id)) return []
  const { consumers, either, producers } = queueEndsOf(context, queue.id)
  const fromOrders = producers.some((id) => sells.test(context.index.nodes.get(id)?.label ?? ''))
  return (consumers.length > 0 ? consumers : either).flatMap((id) => {
    const node = context.index.nodes.get(id)
    if (node === undefined || !plays(context, id, 'compute') || isAskedFirst(context, id)) return []
    const writes = edgesFrom(context.index, id).filter((edge) => taking.test(wordsOf(edge)))
    const isSaid = writes.length > 0 || taking.test(node.label)
    if (!isSaid && !(fromOrders && keeper.test(node.label))) return []
    const isWhole = isSaid || context.design.answers.sections.length > 0
    return [
      {
        subject: [id],
        severity: isWhole ? ('error' as const) : ('suggestion' as const),
        message: sentence(
          `${nameOf(context, id)} takes stock after ${nameOf(context, queue.id)}, when the order was accepted already.`,
        ),
        evidence: { queue: queue.id, isSaid },
        nodes: [id, queue.id],
        edges: writes.map((edge) => edge.id),
      },
    ]
  })
}

const sells =
  /\b(?:orders?|checkout|shop|store|cart|booking|reservation|purchase|sales?|buy|ticket\w*|api)\b/i

/** Whether the same service is asked while the buyer waits as well. */
function isAskedFirst(context: CheckContext, id: string): boolean {
  return edgesTo(context.index, id).some(
    (edge) =>
      edge.type === 'sync' &&
      plays(context, edge.from, 'compute') &&
      !isOf(context, edge.from, channels),
  )
}

function takenFromCopy(context: CheckContext, copy: DesignNode): readonly Observation[] {
  const telling = edgesTo(context.index, copy.id).filter((edge) => isTaking(wordsOf(edge)))
  if (telling.length === 0) return []
  return [found(context, copy, telling)]
}

function isTaking(words: string): boolean {
  return (
    taking.test(words) &&
    !/\bupdat\w* (?:the )?(?:stock |inventory )?(?:view|cache|display)/i.test(words)
  )
}

function found(context: CheckContext, copy: DesignNode, edges: readonly DesignEdge[]): Observation {
  return {
    subject: [copy.id],
    severity: 'error',
    message: sentence(
      `Stock is taken in ${nameOf(context, copy.id)}, which is a copy, without a check of what is left.`,
    ),
    evidence: { kind: context.kindOf(copy.id).id },
    edges: edges.map((edge) => edge.id),
  }
}

const things = '(?:stock|inventory|seats?|tickets?|rooms?|quantit\\w+|availability)'
const takes =
  '(?:(?:decrement|deduct|reduc|subtract|updat|adjust|allocat|lower)\\w*|taken? (?:off|from|out of)|removed from|booked off)'
const afterwards =
  '(?:async\\w*|later|afterwards|after the (?:answer|response|confirmation)|in the background|eventually|by (?:a|the) worker|nightly|in batches)'
const takenAfterwards = new RegExp(
  `\\b(?:${things}\\b.{0,120}\\b${takes}|${takes}\\b.{0,20}\\b${things})\\b.{0,40}\\b${afterwards}\\b`,
  'i',
)

/** "Stock is decremented later by a worker", written where no arrow says so. */
function fromProse(context: CheckContext): readonly Observation[] {
  const said = sayingsAbout(context, takenAfterwards).filter(
    ({ section }) => section !== 'functional-requirements',
  )
  const [first] = said
  if (first === undefined) return []
  const named = first.nodeIds.filter((id) => context.index.nodes.has(id)).slice(0, 1)
  const where = named.length === 0 ? '' : ` in ${namesOf(context, named)}`
  return [
    {
      subject: [...named, answerSubject(first.section)],
      severity: 'error',
      message: sentence(`stock is taken after the sale${where}, and nothing checks what is left.`),
      evidence: { said: said.map(({ text }) => text) },
    },
  ]
}

const later =
  /\b(?:later|async\w*|eventual\w*|in the background|afterwards|write[-\s]?behind|queue[ds]?)\b/i

/** Stock that a flow takes in a copy first and in the store of record later. */
function fromEntity(context: CheckContext, entity: Entity): readonly Observation[] {
  const copy = entity.storeIds.find((id) => isOf(context, id, looseCopies))
  if (copy === undefined) return []
  const { flows } = context.design.answers
  const word = entity.name.toLowerCase().replace(/s$/, '')
  const telling = flows.filter(({ steps, name, nodeIds }) => {
    const text = [name, ...steps].join('. ')
    return nodeIds.includes(copy) && later.test(text) && text.toLowerCase().includes(word)
  })
  if (telling.length === 0) return []
  return [
    {
      subject: entitySubject(entity, [copy]),
      severity: 'error',
      message: sentence(
        `${nameOf(context, copy)} decides who gets ${entity.name}, and the store of record hears later.`,
      ),
      evidence: { entity: entity.name, flows: telling.map(({ name }) => name) },
    },
  ]
}
