import { describe, expect, it } from 'vitest'
import type { DesignEdge, DesignNode, Graph } from '#shared/design/design.ts'
import { mergeGraph } from './merge-graph.ts'
import { writeMermaid } from './write-mermaid.ts'

const node = (id: string, kind: string, label: string, more: Partial<DesignNode> = {}) => ({
  id,
  kind,
  label,
  technology: '',
  properties: {},
  ...more,
})
const edge = (
  id: string,
  from: string,
  to: string,
  more: Partial<DesignEdge> = {},
): DesignEdge => ({
  id,
  from,
  to,
  type: 'sync',
  label: '',
  protocol: '',
  properties: {},
  ...more,
})

const board: Graph = {
  groups: [{ id: 'shape:eu', type: 'region', label: 'EU' }],
  nodes: [
    node('shape:web', 'web-client', 'Browser'),
    node('shape:api', 'service', 'API', { replicas: 3, groupId: 'shape:eu' }),
    node('shape:db', 'sql-db', 'Orders', { technology: 'MySQL', groupId: 'shape:eu' }),
  ],
  edges: [
    edge('shape:e1', 'shape:web', 'shape:api', { label: 'HTTPS' }),
    edge('shape:e2', 'shape:api', 'shape:db', { properties: { retries: true } }),
  ],
}
const places = { 'shape:web': { x: 0, y: 0, w: 180, h: 72 } }
const written = writeMermaid(board, { geometry: places })
const merge = (text: string) => mergeGraph(board, text, places)
const withoutComments = written.replace(/^ *%%.*\n/gm, '')

describe('a text that was edited by hand', () => {
  it('changes nothing as long as it is what was written', () => {
    expect(merge(written).changes).toEqual([])
    expect(merge(written).graph.nodes).toHaveLength(3)
  })

  it('names each thing that was added, removed, renamed or changed', () => {
    const edited = written
      .replace('api["API"]:::service', 'api["Order API"]:::worker')
      .replace('replicas=3', 'replicas=5')
      .replace('at=0,0', 'at=40,0')
      .replace(/^.*browser -->.*\n/m, '  api -.->|publish| q[[Order events]]:::queue\n')
      .replace(/^.*set browser->.*\n/m, '')
    expect(merge(edited).changes).toMatchObject([
      { change: 'removed', what: 'edge', thing: { id: 'shape:e1' } },
      { change: 'changed', id: 'shape:api', field: 'kind', from: 'service', to: 'worker' },
      { change: 'renamed', what: 'node', id: 'shape:api', from: 'API', to: 'Order API' },
      { change: 'changed', id: 'shape:api', field: 'replicas', from: 3, to: 5 },
      { change: 'moved', what: 'node', id: 'shape:web', to: { x: 40 } },
      { change: 'added', what: 'node', thing: { kind: 'queue', label: 'Order events' } },
      { change: 'added', what: 'edge', thing: { from: 'shape:api', type: 'async' } },
    ])
  })

  it('keeps what the board knows where the comments were deleted', () => {
    expect(merge(withoutComments).changes).toEqual([])
    const renamed = withoutComments
      .replace('"Orders"', '"Order store"')
      .replace(':::service', ':::worker')
    expect(merge(renamed).changes).toEqual([
      {
        change: 'changed',
        what: 'node',
        id: 'shape:api',
        field: 'kind',
        from: 'service',
        to: 'worker',
      },
      { change: 'renamed', what: 'node', id: 'shape:db', from: 'Orders', to: 'Order store' },
    ])
  })

  it('finds things by their names in the text, and twins by their order', () => {
    const twins: Graph = {
      groups: [],
      nodes: [
        node('shape:1', 'service', 'API', { replicas: 2 }),
        node('shape:2', 'service', 'API'),
      ],
      edges: [],
    }
    const text = writeMermaid(twins).replace(/^ *%%.*\n/gm, '')
    expect(mergeGraph(twins, text).changes).toEqual([])
    expect(
      mergeGraph(twins, 'flowchart LR\n  a[API]:::service\n  b[API]:::service').changes,
    ).toEqual([])
    const third = mergeGraph(twins, `${text}  third["API"]:::service\n`).changes
    expect(third.map(({ change }) => change)).toEqual(['added'])
  })

  it('moves components between boundaries and turns arrows', () => {
    const edited = written
      .replace(/^ *db.*\n|^ *orders\[.*\n/m, '')
      .replace('\n  end\n', '\n  end\n  orders[("Orders")]:::sql-db\n')
      .replace('api --> orders', 'orders --> api')
      .replace('api->orders', 'orders->api')
    expect(merge(edited).changes).toEqual([
      { change: 'changed', what: 'node', id: 'shape:db', field: 'groupId', from: 'shape:eu' },
      {
        change: 'changed',
        what: 'edge',
        id: 'shape:e2',
        field: 'from',
        from: 'shape:api',
        to: 'shape:db',
      },
      {
        change: 'changed',
        what: 'edge',
        id: 'shape:e2',
        field: 'to',
        from: 'shape:db',
        to: 'shape:api',
      },
    ])
  })

  it('changes nothing while it cannot be read', () => {
    const { changes, graph, problems } = merge(written.replace('api["API"]', 'api["API"'))
    expect(changes).toEqual([])
    expect(graph).toBe(board)
    expect(problems).toMatchObject([{ severity: 'error' }])
  })

  it('fills an empty board', () => {
    const empty: Graph = { nodes: [], edges: [], groups: [] }
    expect(mergeGraph(empty, writeMermaid(empty)).changes).toEqual([])
    expect(mergeGraph(empty, 'flowchart LR\n  a[API] --> b[(DB)]').changes).toHaveLength(3)
  })

  it('leaves two graphs equal when its changes are all there is', () => {
    expect(merge(written).graph.edges).toEqual(board.edges)
  })
})
