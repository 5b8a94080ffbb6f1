import { describe, expect, it } from 'vitest'
import { halfOf, readDesigns, readDrawings, type Half } from './cases.ts'
import { scoreSet, type Scores } from './report.ts'
import { shareOf } from './tally.ts'

/** What each half scored when this was last set, in percent. A change that scores higher raises it. */
const scored: Readonly<Record<Half, Readonly<Record<keyof Scores, number>>>> = {
  open: {
    imported: 100,
    nodes: 100,
    edges: 100,
    kinds: 97.6,
    soleKinds: 98.7,
    faults: 87.9,
    precision: 98.4,
    good: 97.6,
  },
  kept: {
    imported: 100,
    nodes: 100,
    edges: 99.6,
    kinds: 93,
    soleKinds: 95,
    faults: 55.4,
    precision: 74.4,
    good: 64.1,
  },
}
/** Points that a change may cost where it is worth more elsewhere. */
const tolerated = 3

const drawings = readDrawings('scripts/eval/drawings')
const designs = readDesigns('scripts/eval/designs')

describe.each(['open', 'kept'] as const)('the %s half of the evaluation set', (half) => {
  const isIn = ({ name }: { readonly name: string }) => halfOf(name) === half
  const scores = scoreSet(drawings.filter(isIn), designs.filter(isIn))
  const keys = Object.keys(scored[half]) as (keyof Scores)[]

  it.each(keys)('is understood and judged no worse than before: %s', (key) => {
    const tally = scores[key]
    // Of few tries a single one weighs more than the points that are tolerated.
    const slack = Math.max(tolerated, 100 / tally.tries)
    expect(tally.tries).toBeGreaterThan(0)
    expect(shareOf(tally)).toBeGreaterThanOrEqual(scored[half][key] - slack - 0.05)
  })
})
