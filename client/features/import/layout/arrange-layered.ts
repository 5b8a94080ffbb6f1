/** The careful arranger: layers in the direction of the arrows, few crossings. Only its worker loads it. */
import { Graph, layout } from '@dagrejs/dagre'
import type { Place } from '#shared/exchange/mermaid/geometry.ts'
import { besideGap, fromOrigin, rankGap, runsAcross, type Arrange, type Level } from './arrange.ts'

const letterWidth = 7
const longestLabel = 180

export const arrangeLayered: Arrange = ({ items, links, direction }) => {
  const graph = new Graph()
  graph.setGraph({
    rankdir: direction === 'TD' ? 'TB' : direction,
    nodesep: besideGap,
    edgesep: besideGap / 2,
    ranksep: rankGap,
  })
  for (const { id, w, h } of items) graph.setNode(id, { width: w, height: h })
  for (const link of links) graph.setEdge(link.from, link.to, labelOf(link, direction))
  layout(graph)
  return fromOrigin(new Map(items.map((item) => [item.id, placeIn(graph, item)])))
}

function labelOf({ label, weight }: Level['links'][number], direction: string) {
  const length = Math.min(label * letterWidth, longestLabel)
  const isAcross = runsAcross(direction)
  return {
    weight,
    minlen: 1,
    width: label === 0 ? 0 : length,
    height: label === 0 ? 0 : isAcross ? 20 : 24,
    labelpos: 'c',
  }
}

function placeIn(graph: Graph, { id, w, h }: Level['items'][number]): Place {
  const { x = 0, y = 0 } = graph.node(id)
  return { x: x - w / 2, y: y - h / 2, w, h }
}
