/** Caches that hold copies of what lies elsewhere, as rules about expiry, content and stampedes mean them. */
import type { DesignNode } from '#shared/design/design.ts'
import { edgesFrom, edgesTo } from '#shared/design/graph.ts'
import type { CheckContext } from './define-rule.ts'
import { isEphemeral, isUsedForEphemera } from './ephemeral.ts'
import { oncePerCheck } from './once-per-check.ts'
import { keepsData } from './parts.ts'
import { cacheKinds, isOf } from './stores.ts'

/** In the order of the graph, without those for sessions, counters, limits and locks. */
export const copyingCaches = oncePerCheck((context): readonly DesignNode[] =>
  context.design.graph.nodes.filter(({ id }) => {
    const kind = context.kindOf(id).id
    if (kind !== 'cache' && kind !== 'local-cache') return false
    return !isEphemeral(context, id) && !isUsedForEphemera(context, id)
  }),
)

/** Whether one of its callers also asks a store or an index, or it leads to one: then it holds copies of that. */
export function isBeforeStore(context: CheckContext, id: string): boolean {
  const callers = edgesTo(context.index, id).map(({ from }) => from)
  return [id, ...callers].some((from) =>
    edgesFrom(context.index, from).some(
      ({ to }) => to !== id && keepsData(context, to) && !isOf(context, to, cacheKinds),
    ),
  )
}
