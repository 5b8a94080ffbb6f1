/**
 * The ways that a request must take. While nobody has declared flows, every way from a client to a store
 * counts as one that must work; without a store, every way from a client to compute.
 */
import type { DesignEdge } from '#shared/design/design.ts'
import { reachableFrom } from '#shared/design/graph.ts'
import type { CheckContext } from './define-rule.ts'
import { carriesWork, nodesWith, plays } from './parts.ts'

export interface UserFlows {
  readonly clients: readonly string[]
  /** Stores, or compute when there is no store, that clients reach. */
  readonly targets: readonly string[]
}

/** No clients or no way from them gives no targets. */
export function userFlowsOf(context: CheckContext): UserFlows {
  const clients = nodesWith(context, 'client').map((node) => node.id)
  const follow = (edge: DesignEdge) => isOnRequest(context, edge)
  const reached = reachableFrom(context.index, clients, { follow })
  const stores = nodesWith(context, 'store').filter((node) => reached.has(node.id))
  const compute = nodesWith(context, 'compute').filter((node) => reached.has(node.id))
  const ends = stores.length > 0 ? stores : compute
  return { clients, targets: ends.map((node) => node.id) }
}

/**
 * Whether a request can take an arrow: it is waited for or pushed over, or it is the way round when the
 * usual one is down. What lies behind a queue or is copied in the background is a side flow.
 */
export function isOnRequest(context: CheckContext, edge: DesignEdge): boolean {
  if (!carriesWork(context, edge)) return false
  if (plays(context, edge.from, 'messaging') || plays(context, edge.to, 'messaging')) return false
  return ['sync', 'stream', 'cache', 'pull-through', 'failover'].includes(edge.type)
}
