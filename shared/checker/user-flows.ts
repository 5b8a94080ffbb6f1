/**
 * The ways that a request must take. Flows that carry every needed requirement say which; while they do not,
 * every way from a client to a store counts as one that must work, and without a store every way to compute.
 */
import type { DesignEdge, DesignNode } from '#shared/design/design.ts'
import { edgesFrom, reachableFrom } from '#shared/design/graph.ts'
import type { CheckContext } from './define-rule.ts'
import { oncePerCheck } from './once-per-check.ts'
import { carriesWork, nodesWith, plays } from './parts.ts'

export interface UserFlows {
  readonly clients: readonly string[]
  /** Stores, or compute when there is no store, that clients reach. */
  readonly targets: readonly string[]
  /** Compute that is asked and asks nobody else: the flow stops without its answer. */
  readonly leaves: readonly string[]
}

/** No clients or no way from them gives no targets. */
export const userFlowsOf = oncePerCheck((context): UserFlows => {
  const clients = nodesWith(context, 'client').map((node) => node.id)
  const follow = (edge: DesignEdge) => isOnRequest(context, edge)
  const reached = reachableFrom(context.index, clients, { follow })
  const told = toldNodes(context)
  const isWanted = (id: string) => reached.has(id) && (told === undefined || told.has(id))
  const stores = nodesWith(context, 'store').filter((node) => isWanted(node.id))
  const compute = nodesWith(context, 'compute').filter((node) => isWanted(node.id))
  const ends = stores.length > 0 ? stores : compute
  const leaves = compute.filter(({ id }) => isLeaf(context, id))
  const idsOf = (nodes: readonly DesignNode[]) => nodes.map((node) => node.id)
  return { clients, targets: idsOf(ends), leaves: idsOf(leaves) }
})

function isLeaf(context: CheckContext, id: string): boolean {
  return edgesFrom(context.index, id).every(
    (edge) => !isOnRequest(context, edge) || plays(context, edge.to, 'client'),
  )
}

/**
 * Components of the flows that carry requirements with priority `must`; `undefined` unless these flows
 * carry all of them, since a flow that nobody wrote down may be needed as well.
 */
function toldNodes(context: CheckContext): ReadonlySet<string> | undefined {
  const { flows, requirements } = context.design.answers
  const needed = requirements.filter(
    ({ priority, kind }) => priority === 'must' && kind === 'functional',
  )
  if (needed.length === 0) return undefined
  const ids = new Set(needed.map(({ id }) => id))
  const telling = flows.filter(({ covers }) => covers.some((id) => ids.has(id)))
  const covered = new Set(telling.flatMap(({ covers }) => covers))
  const told = new Set(telling.flatMap(({ nodeIds }) => nodeIds))
  // A story that ends at the service leaves out the store that stands behind it.
  const reachesStores = [...told].some((id) => plays(context, id, 'store'))
  return reachesStores && needed.every(({ id }) => covered.has(id)) ? told : undefined
}

/**
 * Whether a request can take an arrow: it is waited for or pushed over, or it is the way round when the
 * usual one is down. What lies behind a queue or is copied in the background is a side flow.
 */
export function isOnRequest(context: CheckContext, edge: DesignEdge): boolean {
  if (!carriesWork(context, edge)) return false
  if (plays(context, edge.from, 'messaging') || plays(context, edge.to, 'messaging')) return false
  // What a device sends without waiting has to get in all the same.
  if (edge.type === 'async' && plays(context, edge.from, 'client')) return true
  return ['sync', 'stream', 'cache', 'pull-through', 'failover'].includes(edge.type)
}
