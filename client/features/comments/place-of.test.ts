import { expect, it } from 'vitest'
import { placeOf } from './place-of.ts'

const at = { x: 7, y: 8 }
const bounds = { x: 10, y: 20, w: 100, h: 50 }

it('stands at the corner of a component and in the middle of an arrow', () => {
  const handle = { boundsOf: () => bounds }
  const on = { shapeId: 'shape:a', pageId: 'page:a' }
  expect(placeOf({ at, anchor: { type: 'component', ...on } }, handle)).toEqual({ x: 110, y: 20 })
  expect(placeOf({ at, anchor: { type: 'arrow', ...on } }, handle)).toEqual({ x: 60, y: 45 })
})

it('stays where its component was last seen', () => {
  const anchor = { type: 'component', shapeId: 'shape:a', pageId: 'page:a' } as const
  expect(placeOf({ at, anchor }, { boundsOf: () => undefined })).toEqual(at)
})
