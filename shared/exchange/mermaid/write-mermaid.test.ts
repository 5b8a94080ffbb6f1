import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type {
  DesignEdge,
  DesignGroup,
  DesignNode,
  Graph,
  Properties,
} from '#shared/design/design.ts'
import { boundaryTypes, edgeTypes, isBoundaryType, isEdgeType } from '#shared/design/vocabulary.ts'
import { kinds } from '#shared/kinds/index.ts'
import type { Geometry } from './geometry.ts'
import { readMermaid } from './read-mermaid.ts'
import { exportHeader } from './statement.ts'
import { writeMermaid } from './write-mermaid.ts'

// prettier-ignore
const words = fc.constantFrom(
  'Orders', 'end', 'API x4', 'Redis (3 replicas)', '"quoted"', 'a | b', '[x] {y} (z)', '1. first',
  '%% set a b', '%%{init}%%', '`code`', '**bold**', 'x<br/>y', 'a & b &amp; #35;', '数据库', '',
  'two\nlines', ' spaced ', '- item', 'direction LR', 'fa:fa-user', 'a --> b', 'C:\\new', '<id>',
  'true', '42', '-1.5', '1e9', '```', '---', 'graph', 'é', '👩‍💻', '#quot;', '~~~', 'a;b', "it's",
)
const text = fc.oneof(
  words,
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ maxLength: 8 }),
)
const value = fc.oneof(
  text,
  fc.boolean(),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
)
// prettier-ignore
const name = fc.oneof(
  fc.constantFrom('zones', 'note', 'id', 'at', 'kind', 'label', 'type', 'bothWays', '.x', 'a=b'),
  fc.string({ maxLength: 6 }),
)
const properties: fc.Arbitrary<Properties> = fc
  .array(fc.tuple(name, value), { maxLength: 4 })
  .map((pairs) => Object.fromEntries(pairs.filter(([key]) => key !== '__proto__')))
// prettier-ignore
const id = fc.oneof(
  fc.constantFrom('api', 'db', 'shape:a-B_9', 'end', 'x', 'o1', 'a b', 'L_a_b_0', '数', 'a->b'),
  fc.string({ minLength: 1, maxLength: 6 }),
)
const edgeType = fc.constantFrom(...Object.keys(edgeTypes).filter(isEdgeType))
const boundaryType = fc.constantFrom(...Object.keys(boundaryTypes).filter(isBoundaryType))
const kind = fc.oneof(
  fc.constantFrom(...kinds.map((known) => known.id)),
  fc.constant('from-the-future'),
)

const groups = fc
  .uniqueArray(fc.record({ id, type: boundaryType, label: text, above: fc.nat(9) }), {
    maxLength: 5,
    selector: (group) => group.id,
  })
  .map((drawn) =>
    drawn.map(({ above, ...group }, i): DesignGroup => {
      const parentId = above < i ? drawn[above]?.id : undefined
      return parentId === undefined ? group : { ...group, parentId }
    }),
  )
const nodes = fc.uniqueArray(
  fc.record({
    id,
    kind,
    label: text,
    technology: text,
    replicas: fc.option(fc.integer({ min: 1, max: 100_000 }), { nil: undefined }),
    properties,
    inside: fc.nat(9),
  }),
  { minLength: 1, maxLength: 6, selector: (node) => node.id },
)
const edges = fc.uniqueArray(
  fc.record({
    id,
    from: fc.nat(5),
    to: fc.nat(5),
    type: edgeType,
    label: text,
    protocol: text,
    properties,
  }),
  { maxLength: 6, selector: (edge) => edge.id },
)

const graphs: fc.Arbitrary<Graph> = fc
  .tuple(nodes, edges, groups)
  .map(([drawn, arrows, frames]) => ({
    groups: frames,
    nodes: drawn.map(({ inside, replicas, ...node }): DesignNode => {
      const groupId = frames[inside]?.id
      return {
        ...node,
        ...(replicas === undefined ? {} : { replicas }),
        ...(groupId === undefined ? {} : { groupId }),
      }
    }),
    edges: arrows.flatMap(({ from, to, ...edge }): DesignEdge[] => {
      const [source, target] = [drawn[from % drawn.length], drawn[to % drawn.length]]
      if (source === undefined || target === undefined) return []
      return [{ ...edge, from: source.id, to: target.id }]
    }),
  }))
// There is no minus zero on a page.
const coordinate = fc
  .double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 })
  .map((at) => (at === 0 ? 0 : at))
const place = fc.record({
  x: coordinate,
  y: coordinate,
  w: fc.integer({ min: 1, max: 5000 }),
  h: fc.double({ min: 0.5, max: 900, noNaN: true }),
})

/** Order says nothing in a graph: the text puts what is in a group together. */
function sorted({ nodes: all, edges: arrows, groups: frames }: Graph) {
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
  return { nodes: all.toSorted(byId), edges: arrows.toSorted(byId), groups: frames.toSorted(byId) }
}

const drawings = graphs.chain((graph) =>
  fc
    .array(fc.option(place, { nil: undefined }), { minLength: 11, maxLength: 11 })
    .map((places) => ({ graph, geometry: geometryOf(graph, places) })),
)

/** A component and a boundary may share an id, but places go by id: the last one given counts. */
function geometryOf(
  { nodes: all, groups: frames }: Graph,
  places: readonly (Geometry[string] | undefined)[],
): Geometry {
  const ids = [...new Set([...all, ...frames].map((thing) => thing.id))]
  return Object.fromEntries(
    ids.flatMap((thing, i) => {
      const at = places[i]
      return at === undefined ? [] : [[thing, at]]
    }),
  )
}

describe('a graph as Mermaid', () => {
  it('comes back without loss, and is written the same again', () => {
    fc.assert(
      fc.property(drawings, fc.constantFrom('LR', 'TB'), ({ graph, geometry }, direction) => {
        const written = writeMermaid(graph, { direction, geometry })
        const read = readMermaid(written)
        expect(read.problems).toEqual([])
        expect(sorted(read.graph)).toEqual(sorted(graph))
        expect(read.geometry).toEqual(geometry)
        const again = writeMermaid(read.graph, {
          direction: read.direction,
          geometry: read.geometry,
        })
        expect(again).toBe(written)
      }),
      { numRuns: 300 },
    )
  })

  it('may be boundaries alone', () => {
    const graph: Graph = {
      nodes: [],
      edges: [],
      groups: [{ id: 'shape:g', type: 'zone', label: 'Zone a' }],
    }
    expect(readMermaid(writeMermaid(graph)).graph).toEqual(graph)
    expect(readMermaid('flowchart LR\nsubgraph g\nend').problems).toMatchObject([
      { severity: 'error' },
    ])
  })

  it('shows kinds as classes and shapes, and the rest in comments', () => {
    const graph: Graph = {
      groups: [{ id: 'eu', type: 'region', label: 'EU' }],
      nodes: [
        {
          id: 'shape:1',
          kind: 'sql-db',
          label: 'Orders',
          technology: 'MySQL',
          properties: {},
          groupId: 'eu',
        },
        {
          id: 'shape:2',
          kind: 'graph-db',
          label: '"Who"',
          technology: '',
          properties: { zones: 3 },
        },
      ],
      edges: [
        {
          id: 'shape:3',
          from: 'shape:1',
          to: 'shape:2',
          type: 'cdc',
          label: 'changes',
          protocol: '',
          properties: { bothWays: true, note: 'hourly dump' },
        },
      ],
    }
    const geometry = { eu: { x: 0, y: -10.5, w: 400, h: 300 } }
    expect(writeMermaid(graph, { direction: 'TB', geometry })).toBe(
      [
        'flowchart TB',
        `  ${exportHeader}`,
        '  subgraph eu["EU"]',
        '    orders[("Orders")]:::sql-db',
        '  end',
        '  who[("#quot;Who#quot;")]:::graph_db',
        '  orders <-.->|"changes"| who',
        '  %% set eu at=0,-10.5,400,300 type=region',
        '  %% set orders id=shape:1 technology=MySQL',
        '  %% set who id=shape:2 zones=3',
        '  %% set orders->who id=shape:3 type=cdc note="hourly dump"',
        '',
      ].join('\n'),
    )
  })

  it('is written even where groups hold each other or are missing', () => {
    const graph: Graph = {
      groups: [
        { id: 'a', type: 'zone', label: 'A', parentId: 'b' },
        { id: 'b', type: 'zone', label: 'B', parentId: 'a' },
      ],
      nodes: [
        { id: 'n', kind: 'service', label: 'N', technology: '', properties: {}, groupId: 'c' },
      ],
      edges: [],
    }
    expect(readMermaid(writeMermaid(graph)).graph.groups).toHaveLength(2)
  })
})
