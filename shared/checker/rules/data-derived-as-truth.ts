import type { Entity, EntityClass } from '#shared/design/answers.ts'
import type { DesignNode } from '#shared/design/design.ts'
import { edgesTo } from '#shared/design/graph.ts'
import { defineRule, type CheckContext, type Observation } from '../define-rule.ts'
import { isEphemeral, isUsedForEphemera } from '../ephemeral.ts'
import { carriesWork, nameOf, namesOf, nodesWith, plays, sentence } from '../parts.ts'
import { isSaidAbout } from '../said.ts'
import { says } from '../says.ts'

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
    ],
  },
  appliesTo: (context) => nodesWith(context, 'derived').length > 0,
  check(context) {
    const { entities } = context.design.answers
    const placed = entities.filter((entity) => entity.storeIds.length > 0)
    return placed.length > 0 ? fromEntities(context, placed) : fromDrawing(context)
  },
})

const passing: ReadonlySet<EntityClass | undefined> = new Set([
  'session',
  'presence',
  'counter',
  'search',
])
/** What analytics stores are made for: nobody keeps a second original of a million clicks. */
const recorded: ReadonlySet<EntityClass | undefined> = new Set(['event', 'timeseries'])
const analytical: ReadonlySet<string> = new Set(['olap-db', 'data-warehouse', 'lakehouse'])
const rebuilt =
  /\b(?:rebuil\w*|re-?index\w*|derived|projection|copy of|copied|denormali[sz]ed|materiali[sz]ed|read model|computed|cached|leader ?boards?|rankings?|recommend\w*|loss (?:is )?(?:fine|ok|accept\w*)|may be lost|refetch\w*|fed (?:by|from)|from (?:kafka|the (?:stream|log|events?)))\b/i

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
    }
  })
}

function isOnlyInCopies(context: CheckContext, entity: Entity): boolean {
  if (entity.ephemeral || passing.has(entity.class)) return false
  if (says(`${entity.name} ${entity.text ?? ''}`, rebuilt)) return false
  const isRecord = recorded.has(entity.class)
  return entity.storeIds.every((id) => {
    if (isRecord && analytical.has(context.kindOf(id).id)) return false
    return isVolatileCopy(context, id) && !isSaidAbout(context, id, rebuilt)
  })
}

function isVolatileCopy(context: CheckContext, id: string): boolean {
  const persistent = context.index.nodes.get(id)?.properties['persistent'] === true
  return plays(context, id, 'derived') && !persistent && !isSaidAbout(context, id, kept)
}

const kept = /\b(?:persist\w*|durable|aof|append[-\s]only|rdb snapshots?)\b/i

/** Without answers only a drawing whose services write nowhere else says anything. */
function fromDrawing(context: CheckContext): readonly Observation[] {
  if (hasOrigin(context)) return []
  const stores = nodesWith(context, 'derived').filter((node) => isWrittenTo(context, node))
  return stores.map((node) => {
    const services = writersOf(context, node.id)
    const isCache = context.kindOf(node.id).id === 'cache'
    return {
      subject: [node.id],
      severity: isCache ? ('warning' as const) : ('error' as const),
      message: sentence(
        `${nameOf(context, node.id)} is the only place where ${namesOf(context, services)} can keep data.`,
      ),
      evidence: { writers: services.toSorted(), kind: context.kindOf(node.id).id },
      nodes: [node.id, ...services],
    }
  })
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
  return writersOf(context, node.id).length > 0
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
