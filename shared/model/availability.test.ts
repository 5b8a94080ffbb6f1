import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inParallel, inSeries } from './availability.ts'
import { modelOfText } from './testing/model-of-text.ts'

const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 })

describe('availability', () => {
  it('follows the vectors of knowledge F.6 (T12 to T14)', () => {
    expect(inSeries(Array.from({ length: 5 }, () => 0.999))).toBeCloseTo(0.99501, 5)
    expect(inParallel([0.99, 0.99])).toBeCloseTo(0.9999, 6)
    expect(inSeries([0.9999, inParallel([0.999, 0.999]), 0.9995])).toBeCloseTo(0.999399, 6)
    expect(inSeries([0.9999, 0.999, 0.9995])).toBeCloseTo(0.998401, 6)
  })

  it('stays between 0 and 1, falls in series and rises in parallel', () => {
    fc.assert(
      fc.property(shares, fc.double({ min: 0, max: 1, noNaN: true }), (list, one) => {
        for (const result of [inSeries(list), inParallel(list)]) {
          expect(result).toBeGreaterThanOrEqual(0)
          expect(result).toBeLessThanOrEqual(1)
        }
        expect(inSeries([...list, one])).toBeLessThanOrEqual(inSeries(list))
        expect(inParallel([...list, one])).toBeGreaterThanOrEqual(inParallel(list) - 1e-12)
      }),
    )
  })

  it('is silent where nothing is stated', () => {
    expect(modelOfText('w[Browser] --> a[API service] --> d[(MySQL)]').availability).toEqual([])
  })

  it('multiplies what is stated on a way and counts replicas as one tier', () => {
    const text = `w[Browser] --> l[Load balancer] --> a[API service x2] --> d[(MySQL)]
      %% set l availability 99.99
      %% set a availability 99.9
      %% set d availability 99.95`
    const [chain] = modelOfText(text).availability
    expect(chain?.atBest).toBeCloseTo(0.999399, 6)
    expect(chain?.weakest[0]?.id).toBe('d')
  })

  it('takes one way from a router: each feature has its own chain', () => {
    const text = `w[Browser] --> l[Load balancer]
      l --> a[Order service]
      l --> b[(MySQL)]
      %% set a availability 99
      %% set b availability 98`
    expect(modelOfText(text).availability[0]?.atBest).toBeCloseTo(0.98)
  })

  it('leaves out a cache and what has a fallback', () => {
    const text = `w[Browser] --> a[Order service] --> c[Redis cache]
      a --> r[Recommendation service]
      %% set a availability 99.9
      %% set c availability 90
      %% set r availability 90
      %% set r fallback popular items`
    expect(modelOfText(text).availability[0]?.atBest).toBeCloseTo(0.999)
  })
})
