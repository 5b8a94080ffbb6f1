import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { storageCost } from './cost.ts'
import { modelOfText } from './testing/model-of-text.ts'

describe('cost', () => {
  it('follows the prices of storage (knowledge F.6, T33)', () => {
    const year = [0.023, 0.0125, 0.004].map((price) => storageCost(1000, price, 12))
    expect(year.map(Math.round)).toEqual([276, 150, 48])
  })

  it('adds what is stated and leaves the rest unknown', () => {
    const text = `w[Browser] --> a[API service] --> d[("PostgreSQL, $800 a month")]
      a --> s[S3 bucket]
      %% set a costPerMonth 300
      %% set s storageGb 10000`
    const { cost } = modelOfText(text)
    expect(cost.atLeast).toBeCloseTo(1330)
    expect(cost.known[0]?.id).toBe('d')
    expect(modelOfText('w[Browser] --> a[API service]').cost).toEqual({
      atLeast: 0,
      known: [],
      unknown: ['a'],
    })
  })

  it('is linear', () => {
    const amount = fc.integer({ min: 0, max: 100_000 })
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        const of = (x: number, y: number) =>
          modelOfText(
            `a[API service] --> d[(MySQL)]\n%% set a costPerMonth ${x}\n%% set d costPerMonth ${y}`,
          ).cost.atLeast
        expect(of(a, b)).toBe(a + b)
        expect(of(2 * a, 2 * b)).toBe(2 * of(a, b))
      }),
      { numRuns: 30 },
    )
  })
})
