/** The longest way through a graph, counted in nodes of interest. */
import {
  cyclesOf,
  edgesFrom,
  reachableFrom,
  type EdgeFilter,
  type GraphIndex,
} from '#shared/design/graph.ts'

interface Question {
  readonly starts: readonly string[]
  readonly follow: EdgeFilter
  /** Whether a node adds to the length. */
  readonly counts: (id: string) => boolean
}

interface Best {
  readonly length: number
  readonly before: string | undefined
}

/**
 * Ids from a start to the end of the way with most counting nodes; empty without starts. Arrows inside a
 * circle are left out, since a way around one has no end. Time grows with nodes plus arrows.
 */
export function longestChain(index: GraphIndex, question: Question): readonly string[] {
  const follow = withoutCircles(index, askedOnce(index, question.follow))
  const order = topologicalOrder(index, question.starts, follow)
  const best = new Map<string, Best>()
  let last: string | undefined
  let most = 0
  for (const id of order) {
    const { length } = best.get(id) ?? begin(best, id, question)
    if (last === undefined || length > most) [last, most] = [id, length]
    for (const { to } of edgesFrom(index, id).filter(follow)) {
      const longer = length + (question.counts(to) ? 1 : 0)
      if (longer > (best.get(to)?.length ?? -1)) best.set(to, { length: longer, before: id })
    }
  }
  return wayTo(last, best)
}

function begin(best: Map<string, Best>, id: string, { counts }: Question): Best {
  const first = { length: counts(id) ? 1 : 0, before: undefined }
  best.set(id, first)
  return first
}

function withoutCircles(index: GraphIndex, follow: EdgeFilter): EdgeFilter {
  const circle = new Map<string, number>()
  for (const [i, members] of cyclesOf(index, follow).entries()) {
    for (const id of members) circle.set(id, i)
  }
  return askedOnce(index, (edge) => {
    const from = circle.get(edge.from)
    return follow(edge) && (from === undefined || from !== circle.get(edge.to))
  })
}

/** Every walk asks for every arrow, so the answers are looked up beforehand. */
function askedOnce({ graph }: GraphIndex, follow: EdgeFilter): EdgeFilter {
  const followed = new Set(graph.edges.filter(follow))
  return (edge) => followed.has(edge)
}

/** Reached nodes, each after everything that leads to it (A. Kahn, 1962). */
function topologicalOrder(
  index: GraphIndex,
  starts: readonly string[],
  follow: EdgeFilter,
): readonly string[] {
  const reached = reachableFrom(index, starts, { follow })
  const waiting = new Map<string, number>()
  for (const id of reached) {
    for (const { to } of edgesFrom(index, id).filter(follow)) {
      waiting.set(to, (waiting.get(to) ?? 0) + 1)
    }
  }
  const order = [...reached].filter((id) => !waiting.has(id))
  for (let i = 0; i < order.length; i += 1) {
    for (const { to } of edgesFrom(index, order[i] ?? '').filter(follow)) {
      const left = (waiting.get(to) ?? 0) - 1
      waiting.set(to, left)
      if (left === 0) order.push(to)
    }
  }
  return order
}

function wayTo(last: string | undefined, best: ReadonlyMap<string, Best>): readonly string[] {
  const way: string[] = []
  for (let id = last; id !== undefined; id = best.get(id)?.before) way.push(id)
  return way.toReversed()
}
