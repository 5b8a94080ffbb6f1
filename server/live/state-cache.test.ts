import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { StateCache } from './state-cache.ts'

/** Two people who write keys of one document, by turns; `null` deletes one. */
const edit = fc.record({
  who: fc.constantFrom(1, 2),
  key: fc.constantFrom('a', 'b', 'c'),
  value: fc.option(fc.string({ maxLength: 20_000 }), { freq: 3 }),
  isRead: fc.boolean(),
})

function createHouse() {
  const doc = new Y.Doc()
  const cache = new StateCache(doc)
  doc.on('update', (update: Uint8Array) => cache.add(update))
  return { doc, cache }
}

function contentOf(update: Uint8Array): unknown {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  expect(doc.store.pendingStructs).toBeNull()
  return [doc.getMap('records').toJSON(), Y.encodeStateVector(doc)]
}

test('is always the whole document, whatever was written since it was encoded', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 30 }), (edits) => {
      const { doc, cache } = createHouse()
      cache.read()
      for (const { who, key, value, isRead } of edits) {
        doc.clientID = who
        if (value === null) doc.getMap('records').delete(key)
        else doc.getMap('records').set(key, value)
        const read = isRead ? cache.read() : Y.encodeStateAsUpdate(doc)
        expect(contentOf(read)).toEqual(contentOf(Y.encodeStateAsUpdate(doc)))
      }
      expect(contentOf(cache.read())).toEqual(contentOf(Y.encodeStateAsUpdate(doc)))
    }),
    { numRuns: 200 },
  )
})

test('keeps what it made of a large document until something is written', () => {
  const { doc, cache } = createHouse()
  doc.getMap('records').set('large', 'x'.repeat(100_000))
  const first = cache.read()
  expect(cache.read()).toBe(first)
  doc.getMap('records').set('a', 1)
  expect(cache.read()).not.toBe(first)
})

test('keeps nothing of a small document', () => {
  const { doc, cache } = createHouse()
  doc.getMap('records').set('small', 'x'.repeat(100))
  const first = cache.read()
  expect(cache.read()).not.toBe(first)
  expect(cache.read()).toEqual(first)
})
