import { describe, expect, it } from 'vitest'
import type { Box } from '#client/lib/canvas-handle.ts'
import { columnGap, placeAround, placeBeside } from './place-beside.ts'

const size = { w: 168, h: 72 }
const from = { x: 0, y: 0, ...size }

describe('placeBeside', () => {
  it('goes to the right, level with the other one', () => {
    expect(placeBeside({ x: 0, y: 0, w: 168, h: 100 }, size, [])).toEqual({
      x: 168 + columnGap,
      y: 14,
    })
  })

  it('goes below when the place to the right is taken, then above', () => {
    const right = { ...placeBeside(from, size, []), ...size }
    const below = placeBeside(from, size, [right])
    const above = placeBeside(from, size, [right, { ...below, ...size }])
    expect([below.x, above.x]).toEqual([right.x, right.x])
    expect(below.y).toBeGreaterThan(right.y)
    expect(above.y).toBeLessThan(right.y)
  })

  it('covers nothing, however many are placed', () => {
    const taken: Box[] = [from]
    for (let count = 0; count < 60; count += 1) {
      const box = { ...placeBeside(from, size, taken), ...size }
      expect(taken.filter((other) => overlap(box, other))).toEqual([])
      taken.push(box)
    }
  })

  it('begins another column when one is full', () => {
    const wall = { x: 168 + columnGap, y: -5000, w: 168, h: 10_000 }
    expect(placeBeside(from, size, [wall]).x).toBeGreaterThan(wall.x + wall.w)
  })
})

describe('placeAround', () => {
  it('is centred on the point while that is free', () => {
    expect(placeAround({ x: 100, y: 50 }, size, [])).toEqual({ x: 16, y: 14 })
  })

  it('fills the places around the point and covers nothing', () => {
    const taken: Box[] = []
    for (let count = 0; count < 40; count += 1) {
      const box = { ...placeAround({ x: 0, y: 0 }, size, taken), ...size }
      expect(taken.filter((other) => overlap(box, other))).toEqual([])
      taken.push(box)
    }
    expect(Math.max(...taken.map(({ x }) => Math.abs(x)))).toBeLessThan(1200)
  })
})

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
}
