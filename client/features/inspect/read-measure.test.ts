import { expect, test } from 'vitest'
import { readMeasure } from './read-measure.ts'

test.each([
  ['200', 'ms', 200],
  ['2 s', 'ms', 2000],
  ['1.1s', 'ms', 1100],
  ['200 ms', 'ms', 200],
  ['5 min', 's', 300],
  ['2 days', 'h', 48],
  ['1.2k', 'requests/s', 1200],
  ['300 requests/s', 'requests/s', 300],
  ['3 TB', 'GB', 3000],
  ['50 %', '%', 50],
  ['3 apples', 'ms', undefined],
  ['3 TB', 'ms', undefined],
  ['5 s', '', undefined],
  ['', 'ms', undefined],
])('reads %j in a field of %j as %s', (text, unit, expected) => {
  expect(readMeasure(text, unit)).toBe(expected)
})
