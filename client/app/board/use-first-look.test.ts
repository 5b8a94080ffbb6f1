import { expect, it } from 'vitest'
import { around } from './use-first-look.ts'

it('holds all boxes, centred', () => {
  const box = around([
    { x: 0, y: 0, w: 100, h: 50 },
    { x: 1900, y: 950, w: 100, h: 50 },
  ])
  expect(box).toEqual({ x: -80, y: -80, w: 2160, h: 1160 })
})

it('does not blow a single component up', () => {
  expect(around([{ x: 0, y: 0, w: 100, h: 50 }])).toEqual({ x: -400, y: -275, w: 900, h: 600 })
})
