/**
 * Which nodes lie on every way from some starts to a node. "A Simple, Fast Dominance Algorithm" (K. Cooper,
 * T. Harvey, K. Kennedy, 2001); on drawings it visits every arrow two or three times.
 */
import type { DesignEdge } from '#shared/design/design.ts'
import { edgesFrom, edgesTo, type EdgeFilter, type GraphIndex } from '#shared/design/graph.ts'

/**
 * For every node that the starts reach: the last node that each way to it passes, or `undefined` when two
 * ways share none. Starts share none.
 */
export type Dominators = ReadonlyMap<string, string | undefined>

export function dominatorsOf(
  index: GraphIndex,
  starts: Iterable<string>,
  follow: EdgeFilter,
): Dominators {
  const beginnings = new Set(starts)
  const order = reverseFinishOrder(index, beginnings, follow)
  const callers = callersByRank(index, order, follow)
  const above = new Int32Array(order.length + 1).fill(-1)
  above[0] = 0
  for (const [i, id] of order.entries()) if (beginnings.has(id)) callers[i] = [0]
  for (let isChanging = true; isChanging;) {
    isChanging = false
    for (const [i, ranks] of callers.entries()) {
      const next = meetAll(above, ranks)
      if (above[i + 1] === next) continue
      above[i + 1] = next
      isChanging = true
    }
  }
  return new Map(order.map((id, i) => [id, order[(above[i + 1] ?? 0) - 1]]))
}

/** Every node that lies on all ways to one of the targets, the targets left out. */
export function cutNodes(dominators: Dominators, targets: Iterable<string>): ReadonlySet<string> {
  const cut = new Set<string>()
  for (const target of targets) {
    let id = dominators.get(target)
    while (id !== undefined && !cut.has(id)) {
      cut.add(id)
      id = dominators.get(id)
    }
  }
  return cut
}

/** Ranks count from 1 in the order; rank 0 stands above everything. */
function callersByRank(
  index: GraphIndex,
  order: readonly string[],
  follow: EdgeFilter,
): (readonly number[])[] {
  const rank = new Map(order.map((id, i) => [id, i + 1]))
  return order.map((id) =>
    edgesTo(index, id).flatMap((edge) => (follow(edge) ? (rank.get(edge.from) ?? []) : [])),
  )
}

/** The nearest rank above all of the given ones that are known yet. */
function meetAll(above: Int32Array, ranks: readonly number[]): number {
  let met = -1
  for (const rank of ranks) {
    if (above[rank] === -1) continue
    met = met === -1 ? rank : meet(above, met, rank)
  }
  return met
}

function meet(above: Int32Array, a: number, b: number): number {
  let [low, high] = [a, b]
  while (low !== high) {
    if (low > high) low = above[low] ?? 0
    else high = above[high] ?? 0
  }
  return low
}

interface Frame {
  readonly id: string
  readonly edges: readonly DesignEdge[]
  next: number
}

function reverseFinishOrder(
  index: GraphIndex,
  starts: ReadonlySet<string>,
  follow: EdgeFilter,
): readonly string[] {
  const finished: string[] = []
  const seen = new Set<string>()
  const enter = (id: string): Frame => {
    seen.add(id)
    return { id, edges: edgesFrom(index, id).filter(follow), next: 0 }
  }
  for (const start of starts) {
    const path = seen.has(start) ? [] : [enter(start)]
    for (let frame = path.at(-1); frame !== undefined; frame = path.at(-1)) {
      const edge = frame.edges[frame.next]
      frame.next += 1
      if (edge === undefined) finished.push(path.pop()?.id ?? '')
      else if (!seen.has(edge.to)) path.push(enter(edge.to))
    }
  }
  return finished.toReversed()
}
