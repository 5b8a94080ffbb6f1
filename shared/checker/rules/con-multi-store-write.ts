import { withAdmitted } from '../admissions.ts'
import { dualWrite } from '../admitted-words.ts'
import type { Flow } from '#shared/design/answers.ts'
import type { DesignEdge } from '#shared/design/design.ts'
import { edgesFrom } from '#shared/design/graph.ts'
import { entitiesIn, classOf, sharpClassHeld, sharpClassIn } from '../data-class.ts'
import { channels, emptiersOf, eventsFrom } from '../business-events.ts'
import { defineRule, type CheckContext, type Observation, type Severity } from '../define-rule.ts'
import { isEphemeral } from '../ephemeral.ts'
import { nameOf, namesOf, nodesWith, sentence } from '../parts.ts'
import { isSaidAnywhere, isSaidInAnswers } from '../said.ts'
import { isAtLeast } from '../scale.ts'
import { possibleReadersOf, possibleWritersOf, usesOf } from '../store-ends.ts'
import { isOf, nodesOf, recordStores } from '../stores.ts'

export default defineRule({
  id: 'con-multi-store-write',
  title: 'One step writes two places',
  category: 'consistency',
  why: 'A crash between the two writes leaves them disagreeing, and nothing notices.',
  fix: 'Publish events from an outbox or by change capture, and run business steps as a saga.',
  question: 'The service dies after the first write: who finds out that the second is missing?',
  examples: {
    bad: [
      `---
peakQps: 3,000
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Payment service x3] -->|writes| db[(PostgreSQL payments + standby)]
  api -->|publishes PaymentCaptured| k[Kafka with DLQ] --> w["Ledger worker, idempotent"]`,
      `flowchart LR
  app[Mobile app] --> api[Shop service] -->|writes orders| pg[(PostgreSQL)]
  api -->|writes orders| mongo[(MongoDB)]`,
      `---
peakQps: 2,000
---
\`\`\`mermaid
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> o[Order service x2] --> odb[(PostgreSQL orders + standby)]
  o --> s[Stock service x2] --> sdb[(MySQL stock + standby)]
\`\`\`
## Flows
- Place order: Browser → Load balancer → Order service → PostgreSQL orders → Stock service → MySQL stock`,
    ],
    good: [
      `---
peakQps: 3,000
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Payment service x3] -->|writes row and outbox| db[(PostgreSQL payments + standby)]
  db -->|CDC of the outbox| k[Kafka with DLQ] --> w["Ledger worker, idempotent"]`,
      `---
peakQps: 300
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Album service x2] --> db[(PostgreSQL + standby)]
  api -->|thumbnail jobs| q[SQS with DLQ] --> w[Thumbnail worker] --> s3[(S3)]`,
      `flowchart LR
  app[Mobile app] --> api[Post service] -->|writes| db[(PostgreSQL)]
  api -->|writes| cache[Redis cache]
  api -->|writes files| s3[(S3)]`,
      `---
peakQps: 2,000
---
\`\`\`mermaid
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> o[Order service x2] --> odb[(PostgreSQL orders + standby)]
  o --> s[Stock service x2] --> sdb[(MySQL stock + standby)]
\`\`\`
## Flows
- Place order: Browser → Load balancer → Order service → PostgreSQL orders → Stock service → MySQL stock
## Failures
- Stock service fails in between: the order is cancelled by a saga that compensates each step; detected by timeouts; retried after 5 s`,
    ],
  },
  appliesTo: (context) => nodesOf(context, recordStores).length > 0,
  check(context) {
    if (isSaidAnywhere(context, together) || isSaidInAnswers(context, together, otherSections))
      return []
    const byServices = nodesWith(context, 'compute').flatMap(({ id }) => [
      ...storeAndQueue(context, id),
      ...twoStores(context, id),
    ])
    const byFlows = context.design.answers.flows.flatMap((flow) => alongFlow(context, flow))
    return withAdmitted(context, [...byServices, ...byFlows], {
      ...dualWrite,
      candidates: nodesWith(context, 'compute').filter(({ id }) => writesTwice(context, id)),
      severity: isAtLeast(context.band, 'M') ? 'warning' : 'suggestion',
      tells: 'is said to write two places, of which one may miss what the other has',
    })
  },
})

/** Whether arrows lead from it to a database and to something else that keeps or carries data. */
function writesTwice(context: CheckContext, id: string): boolean {
  const ends = [...new Set(edgesFrom(context.index, id).map(({ to }) => to))]
  const places = ends.filter((to) => isOf(context, to, recordStores) || isOf(context, to, channels))
  return places.length > 1 && places.some((to) => isOf(context, to, recordStores))
}

const otherSections = ['flows', 'data-model', 'api'] as const
const together =
  /\boutbox\b|\bcdc\b|\bchange (?:data )?(?:capture|stream)s?\b|\bdebezium\b|\bsagas?\b|\bcompensat\w*|\b(?:two|2)[-\s]?(?:phase|pc\b)|\b2pc\b|\bxa\b|\bdistributed transactions?\b|\btcc\b|\breconcil\w*|\btransactional (?:messag\w+|event\w*|publish\w*|producer)|\bevent[-\s]sourc\w*|\blisten to yourself\b|\bone (?:database )?transaction\b|\bsame transaction\b|\bdual[-\s]writes? (?:is|are) (?:avoided|accepted)|\binbox\b|\brepair job\b/i
function storeAndQueue(context: CheckContext, id: string): readonly Observation[] {
  const [event] = eventsFrom(context, id)
  if (event === undefined) return []
  const stores = writtenBy(context, id).filter(
    (one) => one.edge.type !== 'async' && !isWrittenBehind(context, one, event.to),
  )
  const [store] = stores
  if (store === undefined) return []
  return [
    observation(context, {
      by: id,
      places: [store.id, event.to],
      edges: [store.edge.id, event.id],
      severity: severityOf(context, isMoney(context, id, [store.id]), true),
    }),
  ]
}

/** Where whoever empties the queue writes the same store, the service itself most likely reads it. */
function isWrittenBehind(context: CheckContext, { id, isSaid }: Written, queueId: string): boolean {
  if (isSaid) return false
  const writers = possibleWritersOf(context, id)
  return emptiersOf(context, queueId).some((reader) => writers.includes(reader))
}

/** Two stores that a service says it writes; plain arrows may belong to two different requests. */
function twoStores(context: CheckContext, id: string): readonly Observation[] {
  const stores = writtenBy(context, id).filter(({ isSaid }) => isSaid)
  const unlike = stores.filter(
    ({ id: store }) => !stores.some((other) => isCopyOf(context, store, other.id)),
  )
  if (unlike.length < 2) return []
  const ids = unlike.map((store) => store.id)
  return [
    observation(context, {
      by: id,
      places: ids,
      edges: unlike.map(({ edge }) => edge.id),
      severity: severityOf(context, isMoney(context, id, ids), false),
    }),
  ]
}

interface Written {
  readonly id: string
  readonly edge: DesignEdge
  readonly isSaid: boolean
}

/** Stores of originals; files are written first and named after, and what may be lost needs no agreement. */
function writtenBy(context: CheckContext, id: string): readonly Written[] {
  return edgesFrom(context.index, id).flatMap((edge) => {
    if (!isOf(context, edge.to, recordStores) || isEphemeral(context, edge.to)) return []
    const use = usesOf(context, edge.to).find((one) => one.edge.id === edge.id)?.use
    if (use === undefined || use === 'reads') return []
    return [{ id: edge.to, edge, isSaid: use === 'writes' }]
  })
}

function isCopyOf(context: CheckContext, copy: string, origin: string): boolean {
  return edgesFrom(context.index, origin).some((edge) => edge.to === copy)
}

const writes =
  /\b(?:plac\w*|creat\w*|pay\w*|book\w*|reserv\w*|checkout|check out|order(?:s|ing)?|buy\w*|purchas\w*|transfer\w*|register\w*|sign[-\s]?up|post(?:s|ing)?|submit\w*|sav\w*|updat\w*|cancel\w*|refund\w*|upload\w*|enrol\w*|subscrib\w*|writ\w*|add\w*)\b/i
const readsOnly =
  /\b(?:view\w*|read\w*|brows\w*|list\w*|search\w*|show\w*|get\b|fetch\w*|load\w*|see\b|track\w*|history)\b/i

function alongFlow(context: CheckContext, flow: Flow): readonly Observation[] {
  if (!writes.test(flow.name) || readsOnly.test(flow.name)) return []
  const queueAt = flow.nodeIds.findIndex((id) => isOf(context, id, channels))
  const ids = queueAt < 0 ? flow.nodeIds : flow.nodeIds.slice(0, queueAt)
  const stores = [...new Set(ids)].filter(
    (id) =>
      isOf(context, id, recordStores) &&
      !isEphemeral(context, id) &&
      !isOnlyRead(context, id, flow),
  )
  const unlike = stores.filter(
    (id) => !isLookedUp(context, id) && !stores.some((other) => isCopyOf(context, id, other)),
  )
  const [by] = ids.filter((id) => possibleReadersOf(context, unlike[0] ?? '').includes(id))
  if (unlike.length < 2 || by === undefined) return []
  return [
    observation(context, {
      by,
      places: unlike,
      edges: [],
      severity: unlike.some((id) => isSharp(context, id))
        ? severityOf(context, isMoney(context, by, unlike), false)
        : 'suggestion',
    }),
  ]
}

function isSharp(context: CheckContext, id: string): boolean {
  const node = context.index.nodes.get(id)
  return node !== undefined && sharpClassHeld(context, node) !== undefined
}

/** Stores that most steps only ask: who somebody is, what something costs. */
function isLookedUp(context: CheckContext, id: string): boolean {
  const label = context.index.nodes.get(id)?.label ?? ''
  return !isSharp(context, id) && lookedUp.test(label)
}

const lookedUp =
  /\b(?:users?|auth\w*|identit\w+|accounts?|profiles?|customers?|sessions?|config\w*|catalog\w*|products?|carts?|baskets?|pric\w+|rules?)\b/i

/** A step that says that it only looks ("checks the user in MySQL"). */
function isOnlyRead(context: CheckContext, id: string, flow: Flow): boolean {
  const label = context.index.nodes.get(id)?.label.toLowerCase() ?? ''
  const step = flow.steps.find((text) => text.toLowerCase().includes(label)) ?? ''
  return /\b(?:reads?|checks?|looks? up|quer\w+|fetch\w*|validat\w*|verif\w*|loads?|gets?)\b/i.test(
    step,
  )
}

function isMoney(context: CheckContext, by: string, stores: readonly string[]): boolean {
  if (sharpClassIn(context.index.nodes.get(by)?.label ?? '') === 'money') return true
  return stores.some((id) => {
    const node = context.index.nodes.get(id)
    const held = entitiesIn(context, id)
    if (held.length > 0) return held.some((entity) => classOf(entity) === 'money')
    return node !== undefined && sharpClassHeld(context, node) === 'money'
  })
}

function severityOf(context: CheckContext, money: boolean, withQueue: boolean): Severity {
  const { band } = context
  const isSmall = band === 'XS' || band === 'S'
  if (withQueue && !isAtLeast(band, 'M')) return 'suggestion'
  if (money && isAtLeast(band, 'M')) return 'error'
  return isSmall && !money ? 'suggestion' : 'warning'
}

function observation(
  context: CheckContext,
  found: {
    readonly by: string
    readonly places: readonly string[]
    readonly edges: readonly string[]
    readonly severity: Severity
  },
): Observation {
  const { by, places, edges, severity } = found
  return {
    subject: [by],
    severity,
    message: sentence(
      `${nameOf(context, by)} writes ${namesOf(context, places)} in one step, and nothing keeps them in agreement.`,
    ),
    evidence: { places: places.toSorted() },
    nodes: [by, ...places],
    edges,
  }
}
