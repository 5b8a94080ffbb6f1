import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DesignEdge, Graph } from './design.ts'
import { cyclesOf, edgesFrom, edgesTo, indexGraph, reachableFrom } from './graph.ts'

function graphOf(size: number, pairs: readonly (readonly [number, number])[]): Graph {
  const nodes = Array.from({ length: size }, (_, i) => ({
    id: `n${i}`,
    kind: 'service',
    label: '',
    technology: '',
    properties: {},
  }))
  const edges = pairs.map(([from, to], i): DesignEdge => ({
    id: `e${i}`,
    from: `n${from % size}`,
    to: `n${to % size}`,
    type: i % 3 === 0 ? 'async' : 'sync',
    label: '',
    protocol: '',
    properties: {},
  }))
  return { nodes, edges, groups: [] }
}

const graph = fc
  .tuple(
    fc.integer({ min: 1, max: 12 }),
    fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 30 }),
  )
  .map(([size, pairs]) => graphOf(size, pairs))

/** The plainest way to know who reaches whom: try every middle (R. Floyd, S. Warshall, 1962). */
function closure({ nodes, edges }: Graph): ReadonlySet<string> {
  const pairs = new Set(edges.map(({ from, to }) => `${from} ${to}`))
  for (const middle of nodes) {
    for (const from of nodes) {
      for (const to of nodes) {
        const isWay = pairs.has(`${from.id} ${middle.id}`) && pairs.has(`${middle.id} ${to.id}`)
        if (isWay) pairs.add(`${from.id} ${to.id}`)
      }
    }
  }
  return pairs
}

const isSync = (edge: DesignEdge) => edge.type === 'sync'

describe('an index', () => {
  it('has every edge once at each of its ends', () => {
    fc.assert(
      fc.property(graph, (given) => {
        const index = indexGraph(given)
        const from = given.nodes.flatMap((node) => edgesFrom(index, node.id))
        const to = given.nodes.flatMap((node) => edgesTo(index, node.id))
        const ids = (edges: readonly DesignEdge[]) => edges.map((edge) => edge.id).toSorted()
        expect(ids(from)).toEqual(ids(given.edges))
        expect(ids(to)).toEqual(ids(given.edges))
      }),
    )
  })

  it('knows no neighbours of what is not there', () => {
    const index = indexGraph(graphOf(2, [[0, 1]]))
    expect(edgesFrom(index, 'nobody')).toEqual([])
    expect(edgesTo(index, 'nobody')).toEqual([])
  })
})

describe('reachableFrom', () => {
  it('finds what can be reached, over the followed edges alone', () => {
    fc.assert(
      fc.property(graph, (given) => {
        const ways = closure({ ...given, edges: given.edges.filter(isSync) })
        const reached = reachableFrom(indexGraph(given), ['n0'], { follow: isSync })
        const expected = given.nodes.filter(({ id }) => id === 'n0' || ways.has(`n0 ${id}`))
        expect([...reached].toSorted()).toEqual(expected.map(({ id }) => id).toSorted())
      }),
    )
  })

  it('never enters what it is to do without', () => {
    fc.assert(
      fc.property(graph, (given) => {
        const rest = given.edges.filter(({ from, to }) => from !== 'n1' && to !== 'n1')
        const ways = closure({ ...given, edges: rest })
        const reached = reachableFrom(indexGraph(given), ['n0', 'n1'], { without: 'n1' })
        const expected = given.nodes.filter(({ id }) => id === 'n0' || ways.has(`n0 ${id}`))
        const ids = expected.map(({ id }) => id).filter((id) => id !== 'n1')
        expect([...reached].toSorted()).toEqual(ids.toSorted())
      }),
    )
  })
})

describe('cyclesOf', () => {
  it('finds exactly the groups whose members reach each other', () => {
    fc.assert(
      fc.property(graph, (given) => {
        const ways = closure({ ...given, edges: given.edges.filter(isSync) })
        const groups = new Set(
          given.nodes
            .filter(({ id }) => ways.has(`${id} ${id}`))
            .map(({ id }) =>
              given.nodes
                .map((other) => other.id)
                .filter((other) => ways.has(`${id} ${other}`) && ways.has(`${other} ${id}`))
                .toSorted()
                .join(' '),
            ),
        )
        const found = cyclesOf(indexGraph(given), isSync).map((cycle) => cycle.toSorted().join(' '))
        expect(found.toSorted()).toEqual([...groups].toSorted())
      }),
    )
  })

  it('survives a chain as long as a large board', () => {
    const size = 50_000
    const chain = graphOf(
      size,
      Array.from({ length: size }, (_, i) => [i, i + 1] as const),
    )
    const [circle] = cyclesOf(indexGraph(chain))
    expect(circle).toHaveLength(size)
  })
})
