/** Edges through the bends of an architecture diagram, as edges between what they connect. */
import type { Problem } from '../problem.ts'
import { maxDiagramEdges, type DiagramEdge } from './diagram-model.ts'
import { tooMany } from './limits.ts'

/** Edges between services alone; those that touch no junction stay as they are. */
export function passJunctions(
  edges: readonly DiagramEdge[],
  junctions: ReadonlySet<string>,
): DiagramEdge[] | Problem {
  const passed = edges.filter((edge) => !junctions.has(edge.from) && !junctions.has(edge.to))
  for (const bend of bendsOf(edges, junctions)) {
    const into = edges.filter((edge) => bend.has(edge.to) && !bend.has(edge.from))
    const out = edges.filter((edge) => bend.has(edge.from) && !bend.has(edge.to))
    if (passed.length + Math.max(into.length, 1) * Math.max(out.length, 1) > maxDiagramEdges) {
      return tooMany(maxDiagramEdges, 'arrows')
    }
    passed.push(...joined(into, out))
  }
  return passed
}

/** Where every line runs the same way, the first of them stands for the other side. */
function joined(into: readonly DiagramEdge[], out: readonly DiagramEdge[]): DiagramEdge[] {
  const [first, ...rest] = into.length === 0 ? out : into
  if (first === undefined) return []
  if (into.length === 0) return rest.map((edge) => ({ ...edge, from: first.to }))
  if (out.length === 0) return rest.map((edge) => ({ ...edge, from: first.from, to: edge.from }))
  return into.flatMap((from) => out.map((to) => bent(from, to)))
}

function bent(from: DiagramEdge, to: DiagramEdge): DiagramEdge {
  const heads = from.heads === 'both' && to.heads === 'both' ? 'both' : 'end'
  const isPlain = from.heads === 'none' && to.heads === 'none'
  const labels = [...new Set([from.label, to.label])].filter((label) => label !== '')
  return {
    from: from.from,
    to: to.to,
    label: labels.join(', '),
    line: from.line,
    heads: isPlain ? 'none' : heads,
  }
}

/** Junctions that are joined to each other are one bend. */
function bendsOf(
  edges: readonly DiagramEdge[],
  junctions: ReadonlySet<string>,
): readonly ReadonlySet<string>[] {
  const next = new Map<string, string[]>([...junctions].map((id) => [id, []]))
  for (const { from, to } of edges) {
    if (!junctions.has(from) || !junctions.has(to)) continue
    next.get(from)?.push(to)
    next.get(to)?.push(from)
  }
  const seen = new Set<string>()
  return [...junctions].flatMap((start) => {
    if (seen.has(start)) return []
    const bend = new Set([start])
    for (const id of bend) for (const other of next.get(id) ?? []) bend.add(other)
    for (const id of bend) seen.add(id)
    return [bend]
  })
}
