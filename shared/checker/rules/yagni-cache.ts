import type { SectionId } from '#shared/design/answers.ts'
import type { DesignNode } from '#shared/design/design.ts'
import { edgesFrom, edgesTo } from '#shared/design/graph.ts'
import { defineRule, type CheckContext } from '../define-rule.ts'
import { isEphemeral, isUsedForEphemera } from '../ephemeral.ts'
import { modelOf } from '../model-of.ts'
import { nameOf, plays, sentence } from '../parts.ts'
import { isSaidAbout, isSaidOn } from '../said.ts'

export default defineRule({
  id: 'yagni-cache',
  title: 'A cache before the database needs one',
  category: 'anti-patterns',
  why: 'A cache brings entries that are out of date; here the database answers every read with half its strength.',
  fix: 'Measure first, and add the cache when reads of the database become the bottleneck.',
  question: 'Which number gets better with the cache, and by how much?',
  examples: {
    bad: [
      `---
peakQps: 40
---
flowchart LR
  web[Browser] --> api[Recipe service] --> db[(PostgreSQL)]
  api --> cache[Redis cache]`,
      `---
peakQps: 700
readWriteRatio: "5:1"
---
flowchart LR
  app[Mobile app] --> lb[Load balancer x2] --> api[Note service x2] -->|cache aside| mem[Memcached]
  api --> db[(MySQL + standby)]`,
    ],
    good: [
      `---
peakQps: 40
---
flowchart LR
  web[Browser] --> api[Recipe service] --> db[(PostgreSQL)]
  api --> cache[Redis sessions]`,
      `---
peakQps: 9,000
readWriteRatio: "50:1"
---
flowchart LR
  app[Mobile app] --> lb[Load balancer x2] --> api[Note service x12] --> mem[Memcached x3]
  api --> db[("MySQL primary, 1 standby")]`,
      `---
peakQps: 60
---
flowchart LR
  web[Browser] --> api[Weather service] --> cache[Redis cache]
  api --> ext[Weather provider]:::external-service
  api --> db[(PostgreSQL)]`,
      `---
peakQps: 40
---
flowchart LR
  web[Browser] --> api[Statistics service] --> db[(PostgreSQL)]
  api --> cache["Redis cache, rendered reports"]`,
    ],
  },
  appliesTo: (context) => context.band !== 'unknown' && cachesOf(context).length > 0,
  check(context) {
    if (isInHaste(context)) return []
    return cachesOf(context).flatMap((cache) => {
      const store = storeBehind(context, cache.id)
      if (store === undefined || !isIdle(context, store) || isNeeded(context, cache)) return []
      return [
        {
          subject: [cache.id],
          severity: 'suggestion' as const,
          message: sentence(
            `${nameOf(context, cache.id)} spares ${nameOf(context, store)} reads that it could answer itself.`,
          ),
          evidence: { store, band: context.band },
          nodes: [cache.id, store],
        },
      ]
    })
  },
})

const needs =
  /\b(?:sessions?|tokens?|rate[-\s]?limit\w*|quota\w*|locks?|leader ?boards?|counters?|presence|pub\/?sub|expensive|slow (?:queries|query|calls?|upstream|api)|external|third[-\s]party|aggregat\w*|computed|render\w*|feeds?|time-?lines?|geo\w*|idempoten\w*|dedup\w*|hot keys?|celebrit\w*|viral|spikes?|recommend\w*|embeddings?|inference)\b/i
const sections: readonly SectionId[] = [
  'decisions',
  'trade-offs',
  'data-model',
  'non-functional-requirements',
]

function cachesOf(context: CheckContext): readonly DesignNode[] {
  return context.design.graph.nodes.filter(({ id }) => context.kindOf(id).id === 'cache')
}

/** Milliseconds below which a database on disk is not sure to answer. */
const haste = 20

function isInHaste({ design }: CheckContext): boolean {
  const { latencyMs = {} } = design.scale
  return Object.values(latencyMs).some((ms) => ms < haste)
}

/** The store that the cache's callers, or the cache itself, read as well. */
function storeBehind(context: CheckContext, cacheId: string): string | undefined {
  const callers = edgesTo(context.index, cacheId).map((edge) => edge.from)
  const near = [cacheId, ...callers].flatMap((id) => edgesFrom(context.index, id))
  if (near.some((edge) => plays(context, edge.to, 'external'))) return undefined
  return near.find(({ to }) => plays(context, to, 'store') && !files.has(context.kindOf(to).id))?.to
}

const files: ReadonlySet<string> = new Set([
  'object-store',
  'file-store',
  'block-store',
  'archive-store',
])

/** Below half of what one node carries even if no read came from the cache. */
function isIdle(context: CheckContext, storeId: string): boolean {
  const { capacities } = modelOf(context)
  const capacity = capacities.get(storeId)
  if (capacity === undefined) return false
  const { peakQps, readsPerWrite } = context.design.scale
  if (peakQps === undefined) return false
  const reads =
    readsPerWrite === undefined ? peakQps : (peakQps * readsPerWrite) / (1 + readsPerWrite)
  return reads < (capacity.perInstance * (capacity.readers ?? 1)) / 2
}

function isNeeded(context: CheckContext, cache: DesignNode): boolean {
  if (isEphemeral(context, cache.id) || isUsedForEphemera(context, cache.id)) return true
  const callers = edgesTo(context.index, cache.id).map((edge) => edge.from)
  if (callers.some((id) => isSaidOn(context, id, needs))) return true
  return isSaidAbout(context, cache.id, needs, sections)
}
