/** Graphs of any shape for property tests, and the same graph as somebody else would hold it. */
import * as fc from 'fast-check'
import type { Design, DesignEdge, DesignGroup, DesignNode, Graph } from '#shared/design/design.ts'
import { boundaryTypes, edgeTypes, isBoundaryType, isEdgeType } from '#shared/design/vocabulary.ts'
import { arbitraryDesign } from '#shared/exchange/answers/testing/arbitrary-design.ts'

const ids = ['A', 'B', 'api', 'db', 'web', 'shape:1', 'shape:2', 'removed A', '']
const labels = ['API', 'Orders', 'Order service', 'Browser', 'Cache', '', 'orders  ']
const value = fc.oneof(fc.integer(), fc.boolean(), fc.constantFrom('yes', ''))
const properties = fc.dictionary(
  fc.constantFrom('shards', 'label', '.label', 'kind', 'from', 'replicas', 'constructor', 'id'),
  value,
  { maxKeys: 3 },
)
const edgeType = fc.constantFrom(...Object.keys(edgeTypes).filter(isEdgeType))
const boundaryType = fc.constantFrom(...Object.keys(boundaryTypes).filter(isBoundaryType))
const groupIds = ['eu', 'us', 'A', 'gone']

const node: fc.Arbitrary<DesignNode> = fc
  .tuple(
    fc.record({
      id: fc.constantFrom(...ids),
      kind: fc.constantFrom('service', 'sql-db', 'cache'),
      label: fc.constantFrom(...labels),
      technology: fc.constantFrom('', 'Redis', 'PostgreSQL'),
      properties,
    }),
    fc.record(
      { replicas: fc.integer({ min: 1, max: 9 }), groupId: fc.constantFrom(...groupIds) },
      { requiredKeys: [] },
    ),
  )
  .map(([said, more]) => ({ ...said, ...more }))

const edge = (nodeIds: readonly string[]): fc.Arbitrary<DesignEdge> =>
  fc.record({
    id: fc.constantFrom('e1', 'e2', 'e3', 'A->B', 'shape:e'),
    from: fc.constantFrom(...nodeIds),
    to: fc.constantFrom(...nodeIds),
    type: edgeType,
    label: fc.constantFrom('', 'HTTPS', 'reads'),
    protocol: fc.constantFrom('', 'gRPC'),
    properties,
  })

const group: fc.Arbitrary<DesignGroup> = fc
  .tuple(
    fc.record({
      id: fc.constantFrom(...groupIds.slice(0, 3)),
      type: boundaryType,
      label: fc.constantFrom('EU', 'US', ''),
    }),
    fc.record({ parentId: fc.constantFrom(...groupIds) }, { requiredKeys: [] }),
  )
  .map(([said, more]) => ({ ...said, ...more }))

const selector = ({ id }: { readonly id: string }) => id

export const arbitraryGraph: fc.Arbitrary<Graph> = fc
  .record({
    nodes: fc.uniqueArray(node, { selector, maxLength: 7 }),
    groups: fc.uniqueArray(group, { selector, maxLength: 3 }),
  })
  .chain(({ nodes, groups }) => {
    const edges =
      nodes.length === 0
        ? fc.constant([])
        : fc.uniqueArray(edge(nodes.map(selector)), { selector, maxLength: 5 })
    return edges.map((drawn) => ({ nodes, groups, edges: drawn }))
  })

/** Any graph, and answers and a scale that may speak of what is not in it. */
export const arbitraryWhole: fc.Arbitrary<Design> = fc
  .tuple(arbitraryDesign, arbitraryGraph)
  .map(([design, graph]) => ({ ...design, graph }))

/** The same design under other ids, as an import would bring it. */
export function reimported({ graph, answers, scale }: Design, prefix: string): Design {
  const idOf = (id: string) => `${prefix}${id}`
  const nodes = graph.nodes.map((one) => ({
    ...one,
    id: idOf(one.id),
    ...(one.groupId === undefined ? {} : { groupId: idOf(one.groupId) }),
  }))
  const edges = graph.edges.map((one) => ({
    ...one,
    id: idOf(one.id),
    from: idOf(one.from),
    to: idOf(one.to),
  }))
  const groups = graph.groups.map((one) => ({
    ...one,
    id: idOf(one.id),
    ...(one.parentId === undefined ? {} : { parentId: idOf(one.parentId) }),
  }))
  return { graph: { nodes, edges, groups }, answers, scale }
}
