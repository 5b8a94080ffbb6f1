/**
 * An arrow to a subgraph means its ways in, one from it its ways out: the members that nothing inside
 * leads to, and those that lead to nothing inside. A graph knows only arrows between components.
 */
import type { FlowchartEdge, FlowchartModel } from './parse-flowchart.ts'

export type PlainEdge = FlowchartEdge

/** Edges between nodes alone, in order; those between nodes keep their ids. */
export function spreadGroupEdges(model: FlowchartModel): readonly PlainEdge[] {
  const members = membersOf(model)
  if (!model.edges.some((edge) => members.has(edge.from) || members.has(edge.to))) {
    return model.edges
  }
  const inside = (id: string, side: 'from' | 'to') => portsOf(id, side, members, model.edges)
  return model.edges.flatMap((edge) => {
    if (!members.has(edge.from) && !members.has(edge.to)) return [edge]
    const pairs = inside(edge.from, 'from').flatMap((from) =>
      inside(edge.to, 'to').map((to) => ({ from, to })),
    )
    const distinct = pairs.filter(({ from, to }) => from !== to)
    return distinct.map((ends, i) => ({ ...edge, ...ends, id: `${edge.id}.${i}` }))
  })
}

type Members = ReadonlyMap<string, ReadonlySet<string>>

function portsOf(
  id: string,
  side: 'from' | 'to',
  members: Members,
  edges: readonly FlowchartEdge[],
): readonly string[] {
  const inside = members.get(id)
  if (inside === undefined) return [id]
  const other = side === 'from' ? 'to' : 'from'
  const inner = edges.filter((edge) => inside.has(edge.from) && inside.has(edge.to))
  const passed = new Set(inner.map((edge) => (other === 'to' ? edge.from : edge.to)))
  const ports = [...inside].filter((member) => !passed.has(member))
  return ports.length > 0 ? ports : [...inside]
}

/** Nodes in each group, those of groups inside it included. */
function membersOf(model: FlowchartModel): Members {
  const groups = new Map(model.groups.map((group) => [group.id, group]))
  const collect = (id: string, seen: Set<string>): string[] => {
    if (seen.has(id)) return []
    seen.add(id)
    const group = groups.get(id)
    return group === undefined ? [id] : group.members.flatMap((member) => collect(member, seen))
  }
  return new Map(model.groups.map(({ id }) => [id, new Set(collect(id, new Set()))]))
}
