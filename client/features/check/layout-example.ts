/** A tiny layered layout for the drawn examples: rows follow the requests, top to bottom. */
import type { DesignNode, Graph } from '#shared/design/design.ts'
import { edgesFrom, edgesTo, indexGraph, type GraphIndex } from '#shared/design/graph.ts'

export interface PlacedNode {
  readonly node: DesignNode
  /** Centre, in the units of the drawing. */
  readonly x: number
  readonly y: number
}

export interface ExampleLayout {
  readonly width: number
  readonly height: number
  readonly placed: ReadonlyMap<string, PlacedNode>
}

export const nodeWidth = 132
export const nodeHeight = 34
const gap = 16
const rowHeight = 66

export function layoutExample(graph: Graph): ExampleLayout {
  const rows = rowsOf(indexGraph(graph))
  const widest = Math.max(1, ...rows.map((row) => row.length))
  const width = widest * (nodeWidth + gap) + gap
  const placed = new Map<string, PlacedNode>()
  rows.forEach((row, depth) => {
    const start = (width - row.length * (nodeWidth + gap) + gap) / 2 + nodeWidth / 2
    row.forEach((node, index) => {
      const x = start + index * (nodeWidth + gap)
      placed.set(node.id, { node, x, y: gap + nodeHeight / 2 + depth * rowHeight })
    })
  })
  return { width, height: rows.length * rowHeight - (rowHeight - nodeHeight) + 2 * gap, placed }
}

function rowsOf(index: GraphIndex): readonly DesignNode[][] {
  const depths = depthsOf(index)
  const rows: DesignNode[][] = []
  for (const node of index.graph.nodes) {
    const depth = depths.get(node.id) ?? 0
    rows[depth] = [...(rows[depth] ?? []), node]
  }
  return rows.filter((row) => row !== undefined)
}

/** Longest way from where nothing calls, not going round cycles: a node waits for every caller once. */
function depthsOf(index: GraphIndex): ReadonlyMap<string, number> {
  const depths = new Map<string, number>()
  const { nodes } = index.graph
  const roots = nodes.filter(({ id }) => edgesTo(index, id).length === 0)
  const visit = (id: string, depth: number, path: ReadonlySet<string>) => {
    if (path.has(id) || depth <= (depths.get(id) ?? -1)) return
    depths.set(id, depth)
    const deeper = new Set([...path, id])
    for (const { to } of edgesFrom(index, id)) visit(to, depth + 1, deeper)
  }
  for (const root of roots.length > 0 ? roots : nodes.slice(0, 1)) visit(root.id, 0, new Set())
  for (const { id } of nodes) if (!depths.has(id)) visit(id, 0, new Set())
  return depths
}
