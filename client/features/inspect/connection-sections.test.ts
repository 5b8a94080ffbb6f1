import { expect, test } from 'vitest'
import { edgeTypes, isEdgeType } from '#shared/design/vocabulary.ts'
import { protocolsOf, sectionsFor } from './connection-sections.ts'

const types = Object.keys(edgeTypes).filter(isEdgeType)
const idsOf = (...of: typeof types) =>
  sectionsFor(of).flatMap(({ properties }) => properties.map(({ id }) => id))

test.each(types)('an arrow of type %s is asked for each of its properties once', (type) => {
  const ids = idsOf(type)
  expect(ids).toContain('encrypted')
  expect(new Set(ids).size).toBe(ids.length)
  expect(protocolsOf([type])).not.toEqual([])
})

test('arrows of several types are asked for what all of them have', () => {
  expect(idsOf('sync', 'async')).toContain('retries')
  expect(idsOf('sync', 'async')).not.toContain('timeoutMs')
  expect(idsOf('async', 'sync')).not.toContain('delivery')
  expect(idsOf('sync', 'sync')).toEqual(idsOf('sync'))
})
