import { describe, expect, it } from 'vitest'
import { nextOption } from './next-option.ts'

/** Two columns: 0 1 / 2 3 / 4, with a heading's gap before the last row. */
const grid = [
  { left: 0, top: 0, width: 100, height: 30 },
  { left: 100, top: 0, width: 100, height: 30 },
  { left: 0, top: 30, width: 100, height: 30 },
  { left: 100, top: 30, width: 100, height: 30 },
  { left: 0, top: 90, width: 100, height: 30 },
]

describe('nextOption', () => {
  it.each([
    [0, 'ArrowDown', 2],
    [0, 'ArrowRight', 1],
    [1, 'ArrowDown', 3],
    [3, 'ArrowDown', 4],
    [3, 'ArrowLeft', 2],
    [4, 'ArrowUp', 2],
    [2, 'ArrowUp', 0],
  ] as const)('goes from %i by %s to %i', (from, key, to) => {
    expect(nextOption(grid, from, key)).toBe(to)
  })

  it('stays at the edges', () => {
    expect(nextOption(grid, 0, 'ArrowUp')).toBe(0)
    expect(nextOption(grid, 1, 'ArrowRight')).toBe(1)
    expect(nextOption(grid, 4, 'ArrowDown')).toBe(4)
  })

  it('begins with the first when none is active', () => {
    expect(nextOption(grid, -1, 'ArrowDown')).toBe(0)
  })
})
