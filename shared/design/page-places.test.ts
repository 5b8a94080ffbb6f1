import { describe, expect, it } from 'vitest'
import { placeOnPage } from './page-places.ts'
import { sampleRecords } from './testing/sample-board.ts'

function sampleShapes() {
  return new Map(
    sampleRecords().flatMap((record) =>
      record.typeName === 'shape' ? [[record.id as string, record] as const] : [],
    ),
  )
}

function placeOf(id: string, shapes = sampleShapes()) {
  const shape = shapes.get(id)
  return shape && placeOnPage(shape, shapes)
}

describe('the place of a shape on its page', () => {
  it('adds the places of everything around it', () => {
    expect(placeOf('shape:db')).toMatchObject({ x: 10, y: 20 })
    expect(placeOf('shape:api')).toMatchObject({ x: 20, y: 40 })
  })

  it('turns with what is around it', () => {
    const shapes = sampleShapes()
    const zone = shapes.get('shape:zone')
    if (zone) shapes.set('shape:zone', { ...zone, rotation: Math.PI / 2 })
    const { x, y, rotation } = placeOf('shape:api', shapes) ?? {}
    expect(x).toBeCloseTo(10 - 20)
    expect(y).toBeCloseTo(20 + 10)
    expect(rotation).toBeCloseTo(Math.PI / 2)
  })

  it('ends where two shapes hold each other', () => {
    const shapes = sampleShapes()
    const [zone, api] = [shapes.get('shape:zone'), shapes.get('shape:api')]
    if (zone && api) shapes.set('shape:zone', { ...zone, parentId: api.id })
    expect(Number.isFinite(placeOf('shape:api', shapes)?.x)).toBe(true)
  })
})
