import { expect, test } from 'vitest'
import { printNumber, readNumber } from './read-number.ts'

test.each([
  ['12', 12],
  ['4,600', 4600],
  ['1.2k', 1200],
  ['5M', 5_000_000],
  ['99.95 %', 99.95],
  ['.5', 0.5],
  ['-3', -3],
  ['1 000', 1000],
  ['', undefined],
  ['many', undefined],
  ['1.2.3', undefined],
  ['12 apples', undefined],
])('reads %j as %s', (text, expected) => {
  expect(readNumber(text)).toBe(expected)
})

test('reads back what it prints', () => {
  for (const value of [0, 1, 4600, 1_000_000, 99.95]) {
    expect(readNumber(printNumber(value))).toBe(value)
  }
})
