import { expect, it } from 'vitest'
import { misfitOf, rangesIn } from './shard-ranges.ts'

const texts: readonly (readonly [string, readonly (readonly [number, number])[]])[] = [
  ['users 1-1M', [[1, 1_000_000]]],
  ['1,000,001 to 2,000,000', [[1_000_001, 2_000_000]]],
  [
    '[1, 1000) and [1000, 2000)',
    [
      [1, 1000],
      [1000, 2000],
    ],
  ],
  ['A-M', [[65, 77]]],
  ['orders of 2021-2022', []],
  ['MySQL x3', []],
]

it.each(texts)('reads the ranges of %j', (text, expected) => {
  expect(rangesIn(text).map(({ from, to }) => [from, to])).toEqual(expected)
})

const families: readonly (readonly [string, string | undefined])[] = [
  ['1-1000, 1001-2000', undefined],
  ['[1, 1000), [1000, 2000)', undefined],
  ['A-M, N-Z', undefined],
  ['1-1M, 1M-2M', '1-1M and 1M-2M overlap'],
  ['0-99, 200-299', 'between 0-99 and 200-299 there is a gap'],
  ['0-99', undefined],
]

it.each(families)('judges %j', (text, expected) => {
  expect(misfitOf(rangesIn(text))).toBe(expected)
})
