import { withAdmitted } from '../admissions.ts'
import { onlyCopy } from '../admitted-places.ts'
import type { Entity, EntityClass } from '#shared/design/answers.ts'
import type { DesignNode } from '#shared/design/design.ts'
import { edgesTo } from '#shared/design/graph.ts'
import { defineRule, type CheckContext, type Observation, type Severity } from '../define-rule.ts'
import { classOf, sharpClasses } from '../data-class.ts'
import { isEphemeral, isEphemeralEntity, isUsedForEphemera } from '../ephemeral.ts'
import {
  carriesWork,
  isInBackground,
  nameOf,
  namesOf,
  plays,
  sentence,
  wordsOf,
  wordsOn,
} from '../parts.ts'
import { isSaidAbout } from '../said.ts'
import { says } from '../says.ts'
import { cacheKinds, isOf, nodesOf } from '../stores.ts'

export default defineRule({
  id: 'data-derived-as-truth',
  title: 'The original lives in a copy',
  category: 'data',
  why: 'Caches, search indexes and warehouses may drop or rebuild what they hold; the original would be gone.',
  fix: 'Store it first in a database or an object store, and derive the copy from there.',
  question: 'From what would you rebuild this if it were emptied tonight?',
  examples: {
    bad: [
      `flowchart LR
        web[Browser] --> api[Product service] --> es[Elasticsearch]`,
      `---
peakQps: 2000
---
flowchart LR
  app[Mobile app] --> lb[Load balancer x2] --> api[Post service x3] --> cache[Memcached]`,
      `\`\`\`mermaid
flowchart LR
  web[Browser] --> api[Shop service] --> db[(PostgreSQL)]
  api --> es[Elasticsearch]
\`\`\`
## Data model
- Customer (pii) in PostgreSQL: key id; fields id, name
- Review (content) in Elasticsearch: key id; fields id, product, text`,
    ],
    good: [
      `flowchart LR
        web[Browser] --> api[Product service] --> db[(PostgreSQL)]
        db -->|CDC| es[Elasticsearch]
        api --> es`,
      `flowchart LR
        web[Browser] --> gw[API gateway] --> rl[Rate limiter] --> redis[Redis counters]`,
      `flowchart LR
        web[Browser] --> api[Weather service] --> cache[Redis cache]
        api --> ext[Weather provider]:::external-service`,
      `flowchart LR
        app[Mobile app] --> api[Ingest service] --> k[Kafka] --> flink[Flink] --> dw[(Snowflake)]`,
      `\`\`\`mermaid
flowchart LR
  web[Browser] --> api[Link service] --> db[(PostgreSQL)]
  api --> redis[Redis]
  api -->|clicks| ch[(ClickHouse)]
\`\`\`
## Data model
- Link (content) in PostgreSQL and Redis: key code; fields code, url
- Login (session) in Redis: key token; keep 30 min
- Click (event) in ClickHouse: fields link, time`,
    ],
  },
  appliesTo: (context) => nodesOf(context, copies).length > 0,
  check(context) {
    const { entities } = context.design.answers
    const placed = entities.filter((entity) => entity.storeIds.length > 0)
    const found = placed.length > 0 ? fromEntities(context, placed) : fromDrawing(context)
    return withAdmitted(context, found, {
      ...onlyCopy,
      candidates: nodesOf(context, copies).filter(({ id }) => isVolatileCopy(context, id)),
      severity: 'error',
      tells: 'is said to be the only place that keeps what is in it',
    })
  },
})

/** Kinds that may be emptied; a replica and a lake are left out, since their names promise an original. */
const copies: ReadonlySet<string> = new Set([
  ...cacheKinds,
  'search-index',
  'vector-db',
  'olap-db',
  'data-warehouse',
])
const analytic: ReadonlySet<string> = new Set(['olap-db', 'data-warehouse', 'search-index'])
const observed: ReadonlySet<EntityClass | undefined> = new Set(['event', 'timeseries', 'counter'])
/** Names and words of what is made out of something else, or can be. */
const derivedByName =
  /\b(?:index(?:es)?|embeddings?|vectors?|cache[ds]?|feeds?|timelines?|views?|projections?|read[-\s]?models?|aggregat\w*|rollups?|reports?|suggestions?|recommendations?|results?|search documents?|facts?|dimensions?|marts?|logs?|carts?|baskets?|drafts?|locations?|positions?|lobb(?:y|ies)|game states?|live states?|jobs?|otps?|nonces?|locks?|leases?|leader ?boards?|rankings?|scores?)\b/i
const derivedInWords =
  /\b(?:rebuil[dt]\w*|deriv\w*|projection|cop(?:y|ies|ied)|source of truth|re-?index\w*|denormali[sz]ed|materiali[sz]ed|cached|leader ?boards?|rankings?|fed (?:by|from)|from (?:the )?(?:db|database|primary|postgres\w*|mysql|kafka|stream|log|events?)|loss (?:is )?(?:fine|ok|accept\w*)|(?:can|may) be lost|re-?(?:comput|fetch)\w*)\b/i
const kept =
  /\b(?:aof|append[-\s]only file|persist(?:s|ed|ent|ence)|durab\w*|memorydb|fsync|rdb and aof|primary store|system of record)\b/i

/** What was said about data weighs more than the drawing. One finding a store, whatever it holds. */
function fromEntities(context: CheckContext, entities: readonly Entity[]): readonly Observation[] {
  const misplaced = entities.filter((entity) => isOnlyInCopies(context, entity))
  const stores = [...new Set(misplaced.flatMap((entity) => entity.storeIds))]
  return stores.map((id) => {
    const held = misplaced.filter((entity) => entity.storeIds.includes(id)).map(({ name }) => name)
    return {
      subject: [id],
      severity: 'error',
      message: sentence(`${nameOf(context, id)} is the only place that keeps ${held.join(', ')}.`),
      evidence: { entities: held.toSorted() },
      answers: ['data-model'],
    }
  })
}

function isOnlyInCopies(context: CheckContext, entity: Entity): boolean {
  if (isEphemeralEntity(entity) || entity.class === 'search') return false
  if (derivedByName.test(entity.name)) return false
  if (says(`${entity.name}. ${entity.text ?? ''}`, derivedInWords)) return false
  // Money in a cache is told by the rule about stores that agree later.
  const isSharp = sharpClasses.has(classOf(entity))
  return entity.storeIds.every((id) => {
    if (!isVolatileCopy(context, id) || isFilledFromStore(context, id)) return false
    if (isSaidAbout(context, id, derivedInWords)) return false
    if (isOf(context, id, analytic) && observed.has(entity.class)) return false
    return !(isSharp && isOf(context, id, cacheKinds))
  })
}

function isVolatileCopy(context: CheckContext, id: string): boolean {
  if (!isOf(context, id, copies)) return false
  const persistent = context.index.nodes.get(id)?.properties['persistent'] === true
  return !persistent && !isSaidAbout(context, id, kept)
}

function isFilledFromStore(context: CheckContext, id: string): boolean {
  return edgesTo(context.index, id).some(
    ({ type, from }) =>
      type === 'cdc' || type === 'replication' || type === 'batch' || plays(context, from, 'store'),
  )
}

/** Without answers only a drawing whose services write nowhere else says anything. */
function fromDrawing(context: CheckContext): readonly Observation[] {
  if (hasOrigin(context)) return []
  const stores = nodesOf(context, copies).filter((node) => isWrittenTo(context, node))
  return stores.flatMap((node) => {
    const services = writersOf(context, node.id)
    if (isCollected(context, node, services)) return []
    return [
      {
        subject: [node.id],
        severity: severityOf(context, node),
        message: sentence(
          `${nameOf(context, node.id)} is the only place where ${namesOf(context, services)} can keep data.`,
        ),
        evidence: { writers: services.toSorted(), kind: context.kindOf(node.id).id },
        nodes: [node.id, ...services],
      },
    ]
  })
}

/** A cache that is not called one may be a database after all, and documents behind vectors are often left out. */
function severityOf(context: CheckContext, node: DesignNode): Severity {
  if (context.kindOf(node.id).id === 'vector-db') return 'suggestion'
  if (!isOf(context, node.id, cacheKinds)) return 'error'
  return /\bcache|memcache/i.test(node.label) ? 'warning' : 'suggestion'
}

const collectors =
  /\b(?:logs?|logstash|fluent\w*|ingest\w*|collect\w*|crawl\w*|telemetry|metrics?|events?|analytics|track\w*|shipper|index\w*|search|monitor\w*|report\w*)\b/i

/** What is observed and counted has no other original than the store that it is collected in. */
function isCollected(context: CheckContext, node: DesignNode, writers: readonly string[]): boolean {
  if (!isOf(context, node.id, analytic)) return false
  const labels = writers.map((id) => context.index.nodes.get(id)?.label ?? '')
  const arrows = edgesTo(context.index, node.id).map(wordsOf)
  return [wordsOn(node).replace(/elasticsearch|opensearch/gi, ''), ...labels, ...arrows].some(
    (text) => collectors.test(text),
  )
}

/** A store, or a part that may be one: another company's system, a log, something unknown. */
function hasOrigin(context: CheckContext): boolean {
  return context.design.graph.nodes.some(({ id }) => {
    const { traits } = context.kindOf(id)
    if (traits.includes('client')) return false
    return traits.length === 0 || traits.some((t) => ['store', 'external', 'messaging'].includes(t))
  })
}

function isWrittenTo(context: CheckContext, node: DesignNode): boolean {
  if (!isVolatileCopy(context, node.id) || context.kindOf(node.id).id === 'local-cache')
    return false
  if (isEphemeral(context, node.id) || isUsedForEphemera(context, node.id)) return false
  if (isBroker(context, node)) return false
  return writersOf(context, node.id).length > 0
}

const signIn: ReadonlySet<string> = new Set(['auth-service', 'websocket-gateway', 'rate-limiter'])

/** Jobs go through a Redis that a service and its workers share; sign-in keeps its sessions in one. */
function isBroker(context: CheckContext, node: DesignNode): boolean {
  if (!isOf(context, node.id, cacheKinds)) return false
  const users = edgesTo(context.index, node.id).map((edge) => edge.from)
  if (users.every((id) => isOf(context, id, signIn))) return true
  return users.some((id) => isInBackground(context, id))
}

/** Pipelines move data that lives elsewhere; services bring it in. */
const pipelines: ReadonlySet<string> = new Set(['batch-processor', 'stream-processor', 'scheduler'])

function writersOf(context: CheckContext, id: string): readonly string[] {
  const edges = edgesTo(context.index, id).filter(
    (edge) => carriesWork(context, edge) && edge.type !== 'batch',
  )
  const writers = edges.map((edge) => edge.from).filter((from) => plays(context, from, 'compute'))
  return [...new Set(writers)].filter((from) => !pipelines.has(context.kindOf(from).id))
}
