import { expect, it } from 'vitest'
import { spreadPins } from './spread-pins.ts'

it('puts pins of one place beside each other', () => {
  const at = { x: 100, y: 50 }
  const pins = spreadPins(['a', 'b', 'c'].map((key) => ({ key, at })))
  expect([...pins.values()].map(({ x }) => x)).toEqual([100, 120, 140])
})

it('leaves pins that do not touch where they are', () => {
  const pins = spreadPins([
    { key: 'a', at: { x: 0, y: 0 } },
    { key: 'b', at: { x: 0, y: 40 } },
  ])
  expect(pins.get('b')).toEqual({ x: 0, y: 40 })
})
