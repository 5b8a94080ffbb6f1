import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noAnswers } from '#shared/design/answers.ts'
import { applyDiff, applyMoves, invertDiff } from './apply-diff.ts'
import { diffDesigns } from './diff-designs.ts'
import { isEmptyDiff } from './design-diff.ts'
import { arbitraryWhole, reimported } from './testing/arbitrary-graphs.ts'

const runs = { seed: 20, numRuns: 500 }
const pairs = fc.oneof(
  fc.tuple(arbitraryWhole, arbitraryWhole),
  // One made of the other: most things stay.
  fc.tuple(arbitraryWhole, arbitraryWhole, fc.boolean()).map(([a, b, isNew]) => {
    const nodes = [...a.graph.nodes.slice(1), ...b.graph.nodes]
    const unique = [...new Map(nodes.map((node) => [node.id, node])).values()]
    const mixed = { ...a, graph: { ...a.graph, nodes: unique }, scale: b.scale }
    return [a, isNew ? reimported(mixed, 'shape:') : mixed] as const
  }),
)

describe('a difference', () => {
  it('gives the later design when it is applied to the earlier one, and the way back', () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const diff = diffDesigns(a, b)
        expect(applyDiff(a, diff)).toEqual(b)
        expect(applyDiff(b, invertDiff(diff))).toEqual(a)
        expect(invertDiff(invertDiff(diff))).toEqual(diff)
      }),
      runs,
    )
  })

  it('of a design with itself is empty', () => {
    fc.assert(
      fc.property(arbitraryWhole, (design) => {
        expect(isEmptyDiff(diffDesigns(design, reimported(design, '')))).toBe(true)
      }),
      runs,
    )
  })

  it('survives being written down', () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const diff = JSON.parse(JSON.stringify(diffDesigns(a, b)))
        expect(applyDiff(a, diff)).toEqual(b)
      }),
      { ...runs, numRuns: 100 },
    )
  })

  it('holds moves apart, and carries them out under the later ids', () => {
    const node = { kind: 'service', label: 'API', technology: '', properties: {} }
    const designOf = (id: string) => ({
      graph: { nodes: [{ ...node, id }], edges: [], groups: [] },
      answers: noAnswers,
      scale: {},
    })
    const place = { x: 0, y: 0, w: 180, h: 72 }
    const places = { before: { a: place }, after: { b: { ...place, x: 40 } } }
    const diff = diffDesigns(designOf('a'), designOf('b'), places)
    expect(diff.graph).toEqual([])
    expect(applyMoves(places.before, diff)).toEqual(places.after)
    expect(applyMoves(places.after, invertDiff(diff))).toEqual(places.before)
  })
})
