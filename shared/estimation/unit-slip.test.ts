import { describe, expect, it } from 'vitest'
import { printFigure } from './print-figure.ts'
import { unitSlipBetween } from './unit-slip.ts'

describe('a slip of units', () => {
  it.each([
    [8e9, 1e9, 8],
    [1e9, 8e9, 8],
    [500e6, 500e9, 1_000],
    [2_315e6, 2_315, 1e6],
    [2e12, 23.15e6, 86_400],
  ])('explains %d where %d was meant', (stated, recomputed, factor) => {
    expect(unitSlipBetween(stated, recomputed)?.factor).toBe(factor)
  })

  it.each([
    [100, 100],
    [1.074e9, 1e9],
    [300, 100],
    [0, 100],
    [100, 0],
  ])('does not explain %d for %d', (stated, recomputed) => {
    expect(unitSlipBetween(stated, recomputed)).toBeUndefined()
  })
})

describe('a figure in a message', () => {
  it.each([
    [182.5e12, 'data', '183 TB'],
    [500, 'data', '500 B'],
    [83.33e6, 'dataRate', '83.33 MB/s'],
    [2_315, 'rate', '2,315/s'],
    [4.6e9, 'count', '4.6 billion'],
    [0.25, 'count', '0.25'],
    [0, 'count', '0'],
  ] as const)('writes %d of %s as %j', (value, dimension, text) => {
    expect(printFigure(value, dimension)).toBe(text)
  })
})
