import { describe, expect, it } from 'vitest'
import { checkDesign } from '#shared/checker/check-design.ts'
import type { Design, Graph } from '#shared/design/design.ts'
import { parseDesignDocument } from '#shared/exchange/design-document.ts'
import { drawingsOfProducts } from '#shared/exchange/testing/drawings-of-products.ts'
import { drawingsOfTeams } from '#shared/exchange/testing/drawings-of-teams.ts'
import { writeDesignDocument } from '#shared/exchange/write-design-document.ts'
import { describeDiff } from '../describe-diff.ts'
import { diffDesigns } from '../diff-designs.ts'
import { diffFindings } from '../finding-changes.ts'
import { reimported } from '../testing/arbitrary-graphs.ts'

const drawings = [...drawingsOfProducts, ...drawingsOfTeams].map(
  ({ name, text }) => [name, parseDesignDocument(text).design] as const,
)

/** As a board would hold it: other ids, another order. */
function onBoard(design: Design): Design {
  const { graph, ...said } = reimported(design, 'shape:')
  const { nodes, edges, groups } = graph
  return { ...said, graph: { nodes: nodes.toReversed(), edges: edges.toReversed(), groups } }
}

/** A graph for each component, with something done to that one. */
function eachChanged(graph: Graph, change: (graph: Graph, id: string) => Graph): readonly Graph[] {
  return graph.nodes.map(({ id }) => change(graph, id))
}

describe.each(drawings)('the drawing of %s', (_, design) => {
  it('is found again whole on a board, and in the text of that board', () => {
    const board = onBoard(design)
    const text = parseDesignDocument(writeDesignDocument(board, { title: 'Again' })).design
    for (const later of [board, text]) {
      const diff = diffDesigns(design, later)
      expect(describeDiff(diff, design, later)).toEqual([])
      const judged = [checkDesign(design).findings, checkDesign(later).findings] as const
      const nothing = { appeared: [], vanished: [], changed: [] }
      expect(diffFindings(...judged, diff)).toEqual(nothing)
    }
  })

  it('keeps each component that is renamed while all get other ids', () => {
    const renamed = eachChanged(onBoard(design).graph, (graph, id) => ({
      ...graph,
      nodes: graph.nodes.map((one) =>
        one.id === id ? { ...one, label: `New ${one.label} v2` } : one,
      ),
    }))
    for (const graph of renamed) {
      const changes = diffDesigns(design, { ...design, graph }).graph
      expect(changes.map(({ change }) => change)).toEqual(['renamed'])
    }
  })

  it('takes no other component for one that was removed', () => {
    const smaller = eachChanged(onBoard(design).graph, (graph, id) => ({
      ...graph,
      nodes: graph.nodes.filter((one) => one.id !== id),
      edges: graph.edges.filter(({ from, to }) => from !== id && to !== id),
    }))
    for (const graph of smaller) {
      const changes = diffDesigns(design, { ...design, graph }).graph
      expect(new Set(changes.map(({ change }) => change))).toEqual(new Set(['removed']))
      expect(changes.filter(({ what }) => what === 'node')).toHaveLength(1)
    }
  })
})
