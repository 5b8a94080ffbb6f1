import { expect, it } from 'vitest'
import { around } from './use-first-look.ts'

it('holds all boxes, centred', () => {
  const box = around([
    { x: 0, y: 0, w: 100, h: 50 },
    { x: 1900, y: 950, w: 100, h: 50 },
  ])
  expect(box).toEqual({ x: -16, y: -16, w: 2032, h: 1032 })
})
