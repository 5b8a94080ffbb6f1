import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addRanges, subtractRanges, type Range } from './ranges.ts'

const list = fc.array(
  fc.tuple(fc.nat(30), fc.nat(8)).map(([from, length]): Range => ({ from, to: from + length })),
)

function members(ranges: readonly Range[]): Set<number> {
  const all = new Set<number>()
  for (const { from, to } of ranges) for (let at = from; at < to; at += 1) all.add(at)
  return all
}

test('the union holds what either holds, sorted and apart', () => {
  fc.assert(
    fc.property(list, list, (a, b) => {
      const joined = addRanges(a, b)
      expect([...members(joined)].sort((x, y) => x - y)).toEqual(
        [...new Set([...members(a), ...members(b)])].sort((x, y) => x - y),
      )
      for (const [at, { from }] of joined.entries()) {
        expect(from).toBeGreaterThan(joined[at - 1]?.to ?? -1)
      }
    }),
  )
})

test('the difference holds what the first holds and the second does not', () => {
  fc.assert(
    fc.property(list, list, (a, b) => {
      const taken = members(b)
      const rest = members(subtractRanges(addRanges(a, []), b))
      expect(rest).toEqual(new Set([...members(addRanges(a, []))].filter((at) => !taken.has(at))))
    }),
  )
})
