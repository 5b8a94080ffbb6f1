import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { mergeUpdates } from './merge-updates.ts'
import { scanUpdate, type Outline } from './scan-update.ts'

type Step = readonly ['set' | 'delete' | 'nest' | 'text', number, unknown]

const step: fc.Arbitrary<Step> = fc.tuple(
  fc.constantFrom('set', 'delete', 'nest', 'text'),
  fc.nat(5),
  fc.oneof(fc.jsonValue(), fc.string({ unit: 'grapheme' }), fc.double(), fc.constant(undefined)),
)

function run(doc: Y.Doc, [what, key, value]: Step): void {
  const map = doc.getMap('records')
  const name = `ключ${key}`
  if (what === 'set') map.set(name, value)
  else if (what === 'delete') map.delete(name)
  else if (what === 'nest') map.set(name, new Y.Map([['$', value]]))
  else doc.getText('texts').insert(0, `😀${key}`)
}

/** Updates of one writer's steps, one each. */
function updatesOf(clientID: number, steps: readonly Step[]): Uint8Array[] {
  const doc = new Y.Doc()
  doc.clientID = clientID
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (const one of steps) run(doc, one)
  return updates
}

function outlineOf(update: Uint8Array): Outline {
  const outline = scanUpdate(update)
  if (outline === undefined) throw new Error('Not read')
  return outline
}

function read(updates: readonly Uint8Array[]): unknown {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return [doc.getMap('records').toJSON(), doc.getText('texts').toJSON(), Y.encodeStateVector(doc)]
}

test('an outline names what Yjs reads from the same bytes', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
      const merged = Y.mergeUpdates(updatesOf(7, steps))
      const { from, to } = Y.parseUpdateMeta(merged)
      const { sections } = outlineOf(merged)
      expect(new Map(sections.map(({ client, clock }) => [client, clock]))).toEqual(from)
      expect(new Map(sections.map(({ client, end }) => [client, end]))).toEqual(to)
    }),
  )
})

test('a joined update has the effect of its parts, whoever wrote them', () => {
  const steps = fc.array(step, { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(steps, steps, fc.boolean(), (mine, yours, repeats) => {
      const updates = [...updatesOf(3, mine), ...updatesOf(900_000_000, yours)]
      if (repeats) updates.push(...updates.slice(0, 2))
      const joined = mergeUpdates(updates.map(outlineOf))
      expect(read([joined])).toEqual(read(updates))
      expect(scanUpdate(joined)).toBeDefined()
    }),
  )
})

test('what is read as an update is one to Yjs too, whatever a byte was turned into', () => {
  const change = fc.record({ at: fc.nat(), byte: fc.nat(255) })
  const steps = fc.array(step, { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(steps, fc.array(change, { maxLength: 3 }), (steps, changes) => {
      const bytes = Uint8Array.from(Y.mergeUpdates(updatesOf(5, steps)))
      for (const { at, byte } of changes) bytes[at % bytes.length] = byte
      expect(scanUpdate(bytes) === undefined || isUpdate(bytes)).toBe(true)
    }),
    {
      numRuns: 3000,
      // A value that was turned into one of the old form.
      examples: [
        [
          [
            ['set', 1, null],
            ['nest', 0, undefined],
          ],
          [{ at: 47, byte: 162 }],
        ],
      ],
    },
  )
})

function isUpdate(bytes: Uint8Array): boolean {
  try {
    Y.decodeUpdate(bytes)
    return true
  } catch {
    return false
  }
}

test('an update with any byte cut off is not read', () => {
  const [update = new Uint8Array()] = updatesOf(5, [['set', 1, { a: [1, 'b', 2.5, null] }]])
  for (let end = 0; end < update.length; end++) {
    expect(scanUpdate(update.subarray(0, end))).toBeUndefined()
  }
})
