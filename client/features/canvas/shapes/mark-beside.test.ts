import { Box, createShapeId, type TLShapeId } from 'tldraw'
import { expect, it } from 'vitest'
import { markBeside } from './mark-beside.ts'

const [a, b, c, plain] = [
  createShapeId('a'),
  createShapeId('b'),
  createShapeId('c'),
  createShapeId('plain'),
]
const places: ReadonlyMap<TLShapeId, Box> = new Map([
  [c, new Box(0, 400, 100, 50)],
  [plain, new Box(50, 0, 100, 50)],
  [b, new Box(200, 0, 100, 50)],
  [a, new Box(0, 0, 100, 50)],
])
const editor = {
  getCurrentPageShapes: () => [...places.keys()].map((id) => ({ id })),
  getShapePageBounds: (id: TLShapeId) => places.get(id),
}
const marked = [c, a, b]

it('goes as a page is read, and only to what is marked', () => {
  expect(markBeside(editor, marked, a, 1)).toBe(b)
  expect(markBeside(editor, marked, b, 1)).toBe(c)
  expect(markBeside(editor, marked, b, -1)).toBe(a)
})

it('goes round the ends', () => {
  expect(markBeside(editor, marked, c, 1)).toBe(a)
  expect(markBeside(editor, marked, a, -1)).toBe(c)
})
