import { PageRecordType, type TLRecord } from '@tldraw/tlschema'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extractGraph } from './extract-graph.ts'
import { sampleRecords } from './testing/sample-board.ts'

type Loose = Record<string, unknown> & { props: Record<string, unknown> }

/** The sample board with one record changed. */
function boardWith(id: string, change: (record: Loose) => void): readonly TLRecord[] {
  const records = sampleRecords()
  const found: unknown = records.find((record) => record.id === id)
  if (!isLoose(found)) throw new Error(`${id} is not on the sample board`)
  change(found)
  return records
}

function isLoose(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && 'props' in value
}

const without = (...ids: readonly string[]) =>
  sampleRecords().filter((record) => !ids.includes(record.id))

describe('the graph of a board', () => {
  it('has its components, connections and boundaries', () => {
    const graph = extractGraph(sampleRecords())
    expect(graph.nodes.map(({ id, kind, groupId }) => [id, kind, groupId])).toEqual([
      ['shape:api', 'service', 'shape:zone'],
      ['shape:db', 'sql-db', undefined],
    ])
    expect(graph.edges).toEqual([
      {
        id: 'shape:arrow',
        from: 'shape:api',
        to: 'shape:db',
        type: 'sync',
        label: 'SQL',
        protocol: 'SQL',
        properties: {},
      },
    ])
    expect(graph.groups).toEqual([{ id: 'shape:zone', type: 'zone', label: 'Zone A' }])
  })

  it('is the same whatever the order of the records', () => {
    const expected = extractGraph(sampleRecords())
    const byId = <T extends { readonly id: string }>(list: readonly T[]) =>
      list.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    fc.assert(
      fc.property(fc.shuffledSubarray([...sampleRecords()], { minLength: 8 }), (records) => {
        const { nodes, edges, groups } = extractGraph(records)
        expect({ nodes: byId(nodes), edges, groups }).toEqual({
          ...expected,
          nodes: byId(expected.nodes),
        })
      }),
    )
  })

  it('has no edge without both ends, whatever is missing', () => {
    fc.assert(
      fc.property(fc.subarray([...sampleRecords()]), (records) => {
        const { nodes, edges, groups } = extractGraph(records)
        const ids = new Set(nodes.map((node) => node.id))
        expect(edges.every(({ from, to }) => ids.has(from) && ids.has(to))).toBe(true)
        const frames = new Set(groups.map((group) => group.id))
        expect(nodes.every(({ groupId }) => groupId === undefined || frames.has(groupId))).toBe(
          true,
        )
      }),
    )
  })

  it('follows the head of an arrow, wherever its line began', () => {
    const graph = extractGraph(
      boardWith('shape:arrow', ({ props }) => {
        props['arrowheadStart'] = 'arrow'
        props['arrowheadEnd'] = 'none'
      }),
    )
    expect(graph.edges[0]).toMatchObject({ from: 'shape:db', to: 'shape:api', properties: {} })
  })

  it('says when an arrow has a head at both ends, and keeps its direction', () => {
    const graph = extractGraph(
      boardWith('shape:arrow', ({ props }) => {
        props['arrowheadStart'] = 'triangle'
      }),
    )
    expect(graph.edges[0]).toMatchObject({ from: 'shape:api', properties: { bothWays: true } })
  })

  it('takes an arrow type that is not known for a synchronous call', () => {
    const graph = extractGraph(
      boardWith('shape:arrow', (arrow) => {
        arrow['meta'] = { edgeType: 'telepathy', protocol: 7, timeoutMs: 50, nested: { a: 1 } }
      }),
    )
    expect(graph.edges[0]).toMatchObject({
      type: 'sync',
      protocol: '',
      properties: { timeoutMs: 50 },
    })
  })

  it('holds one page when one is named', () => {
    expect(extractGraph(sampleRecords(), PageRecordType.createId('page')).nodes).toHaveLength(2)
    expect(extractGraph(sampleRecords(), PageRecordType.createId('other')).nodes).toEqual([])
  })

  it('leaves out what a deleted page left behind', () => {
    const graph = extractGraph(without('page:page'))
    expect(graph).toEqual({ nodes: [], edges: [], groups: [] })
  })

  it('leaves out a component whose boundary is gone, since no page holds it', () => {
    const graph = extractGraph(without('shape:zone'))
    expect(graph.nodes.map((node) => node.id)).toEqual(['shape:db'])
    expect(graph.edges).toEqual([])
  })

  it('ends on a circle of parents', () => {
    const records = boardWith('shape:zone', (zone) => {
      zone['parentId'] = 'shape:api'
    })
    expect(extractGraph(records).nodes.map((node) => node.id)).toEqual(['shape:db'])
  })

  it('is empty for no records', () => {
    expect(extractGraph([])).toEqual({ nodes: [], edges: [], groups: [] })
  })
})
