/** Finds arrows again. Those without ids of their own are told apart by their ends, label and order. */
import type { DesignEdge, Graph } from '#shared/design/design.ts'
import { folded, Pairing } from './pairing.ts'

/** `nodes`: ids of the later components → ids of the earlier ones. Answers the same for arrows. */
export function matchEdges(
  before: Graph,
  after: Graph,
  nodes: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const known = new Set(before.nodes.map(({ id }) => id))
  // A new component may be called as an old one was: its arrows are not the old one's.
  const endOf = (id: string) => nodes.get(id) ?? (known.has(id) ? `new ${id}` : id)
  const rewired = after.edges.map((edge) => ({
    ...edge,
    from: endOf(edge.from),
    to: endOf(edge.to),
  }))
  const edges = new Pairing(before.edges, rewired)
  edges.byId((old, now) => old.id.startsWith('shape:') || sharedEnds(old, now) === 2)
  edges.byKey((edge) => `${ends(edge)} ${edge.type} ${folded(edge.label)}`)
  edges.byKey((edge) => `${ends(edge)} ${folded(edge.label)}`)
  edges.byKey(ends)
  edges.byId((old, now) => sharedEnds(old, now) > 0)
  pairRewired(edges)
  return edges.found
}

function ends({ from, to }: DesignEdge): string {
  return JSON.stringify([from, to])
}

function sharedEnds(a: DesignEdge, b: DesignEdge): number {
  return Number(a.from === b.from) + Number(a.to === b.to)
}

/** One arrow that keeps its words and one end, and is the only such, has been led elsewhere or turned. */
function pairRewired(edges: Pairing<DesignEdge>): void {
  const said = (edge: DesignEdge) => folded(edge.label || edge.protocol)
  const worded = (end: string, edge: DesignEdge) =>
    said(edge) === '' ? undefined : `${end} ${edge.type} ${said(edge)}`
  edges.byKey((edge) => worded(JSON.stringify([edge.from, edge.to].toSorted()), edge), 1)
  edges.byKey((edge) => worded(edge.from, edge), 1)
  edges.byKey((edge) => worded(edge.to, edge), 1)
}
