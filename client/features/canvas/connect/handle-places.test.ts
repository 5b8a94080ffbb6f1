import { describe, expect, it } from 'vitest'
import { centreBeyond, handlePlace, sides } from './handle-places.ts'

const box = { x: 100, y: 100, w: 168, h: 72 }

describe('handlePlace', () => {
  it('lies outside of the middle of each side', () => {
    expect(sides.map((side) => handlePlace(box, side, 10))).toEqual([
      { x: 278, y: 136 },
      { x: 184, y: 182 },
      { x: 90, y: 136 },
      { x: 184, y: 90 },
    ])
  })
})

describe('centreBeyond', () => {
  it('puts the near edge of the new component at the end of the arrow', () => {
    const start = { x: 0, y: 0 }
    const size = { w: 168, h: 72 }
    expect(centreBeyond(start, { x: 300, y: 20 }, size)).toEqual({ x: 384, y: 20 })
    expect(centreBeyond(start, { x: -300, y: 20 }, size)).toEqual({ x: -384, y: 20 })
    expect(centreBeyond(start, { x: 20, y: 300 }, size)).toEqual({ x: 20, y: 336 })
  })
})
