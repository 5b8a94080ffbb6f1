/** Asks for the layout of a graph: how big its components are drawn, and what keeps its place. */
import type { Graph } from '#shared/design/design.ts'
import type { Geometry } from '#shared/exchange/mermaid/geometry.ts'
import type { LayoutRequest } from './layout-request.ts'

/** As the canvas draws a component by default. */
const defaultSize = { w: 168, h: 72 }
/** Letters that fit on the two lines of a card of the default width. */
const fitting = 32
const widest = 280

export function requestForGraph(
  graph: Graph,
  { pinned, direction }: Pick<LayoutRequest, 'pinned' | 'direction'>,
  sizes: Geometry = {},
): LayoutRequest {
  const known = new Set([...graph.nodes, ...graph.groups].map(({ id }) => id))
  return {
    nodes: graph.nodes.map(({ id, label, groupId }) => {
      const { w, h } = pinned[id] ?? sizes[id] ?? sizeFor(label)
      return { id, w, h, groupId }
    }),
    groups: graph.groups.map(({ id, label, parentId }) => ({ id, label, parentId })),
    edges: graph.edges.map(({ from, to, label }) => ({ from, to, label })),
    direction,
    pinned: Object.fromEntries(Object.entries(pinned).filter(([id]) => known.has(id))),
  }
}

function sizeFor(label: string) {
  if (label.length <= fitting) return defaultSize
  return {
    ...defaultSize,
    w: Math.min(widest, Math.round((label.length / fitting) * defaultSize.w)),
  }
}
