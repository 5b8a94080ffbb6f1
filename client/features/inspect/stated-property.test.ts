import { expect, test } from 'vitest'
import { statedBy, titleOf, unknownDefinition } from './stated-property.ts'

test('what all say is said, and what only some say differs', () => {
  expect(statedBy([{ zones: 2 }, { zones: 2 }], 'zones')).toEqual({ value: 2 })
  expect(statedBy([{ zones: 2 }, { zones: 3 }], 'zones')).toEqual({ differs: true })
  expect(statedBy([{ zones: 2 }, {}], 'zones')).toEqual({ differs: true })
  expect(statedBy([{}, {}], 'zones')).toEqual({ value: undefined })
})

test('a property of a newer version keeps the type of its value', () => {
  expect(unknownDefinition('shine', 3).type).toBe('number')
  expect(unknownDefinition('shine', true).type).toBe('flag')
  expect(unknownDefinition('shine', 'much').type).toBe('text')
  expect(titleOf(unknownDefinition('shine', 3))).toBe('shine')
})
