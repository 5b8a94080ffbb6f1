import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { reachableFrom, indexGraph } from '#shared/design/graph.ts'
import { cutNodes, dominatorsOf } from './dominators.ts'
import { largeDesign } from './testing/large-design.ts'
import { longestChain } from './longest-chain.ts'

const everyEdge = () => true

it('names exactly the nodes whose loss cuts a target off', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 2, max: 25 }), (seed, size) => {
      const index = indexGraph(largeDesign(size, seed).graph)
      const starts = ['n0', `n${Math.floor(size / 2)}`]
      const reached = reachableFrom(index, starts)
      const dominators = dominatorsOf(index, starts, everyEdge)
      expect([...dominators.keys()].toSorted()).toEqual([...reached].toSorted())
      for (const target of reached) {
        const cut = [...reached].filter(
          (id) => id !== target && !reachableFrom(index, starts, { without: id }).has(target),
        )
        expect([...cutNodes(dominators, [target])].toSorted()).toEqual(cut.toSorted())
      }
    }),
    { numRuns: 200 },
  )
})

it('finds a way that exists and is no shorter than any single step', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 2, max: 60 }), (seed, size) => {
      const index = indexGraph(largeDesign(size, seed).graph)
      const chain = longestChain(index, { starts: ['n0'], follow: everyEdge, counts: () => true })
      expect(new Set(chain).size).toBe(chain.length)
      for (const [i, id] of chain.slice(1).entries()) {
        expect(index.outgoing.get(chain[i] ?? '')?.some((edge) => edge.to === id)).toBe(true)
      }
    }),
    { numRuns: 200 },
  )
})

it('counts only what it is asked to count', () => {
  const node = (id: string) => ({ id, kind: 'x', label: id, technology: '', properties: {} })
  const edge = (from: string, to: string) => ({
    id: from + to,
    from,
    to,
    label: '',
    protocol: '',
    properties: {},
    type: 'sync' as const,
  })
  const index = indexGraph({
    nodes: ['a', 'x', 'y', 'z', 'b'].map(node),
    edges: [edge('a', 'x'), edge('x', 'y'), edge('y', 'z'), edge('a', 'b')],
    groups: [],
  })
  const counts = (id: string) => id === 'b'
  const chain = longestChain(index, { starts: ['a'], follow: everyEdge, counts })
  expect(chain).toEqual(['a', 'b'])
})
