import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  baseKey,
  changedKeys,
  encodeRecord,
  flattenRecord,
  readRecord,
  removed,
  type RecordMap,
} from './record-codec.ts'

/** What a `Y.Map` keeps: values by key, a removed key included. */
class PlainMap implements RecordMap {
  private readonly values = new Map<string, unknown>()

  constructor(record: object) {
    this.values.set(...encodeRecord(record))
  }
  get(key: string) {
    return this.values.get(key)
  }
  has(key: string) {
    return this.values.has(key)
  }
  set(key: string, value: unknown) {
    this.values.set(key, value)
  }
  delete(key: string) {
    this.values.delete(key)
  }
  forEach(visit: (value: unknown, key: string) => void) {
    this.values.forEach(visit)
  }
}

function write(map: RecordMap, keys: ReadonlyMap<string, unknown>): void {
  for (const [key, value] of keys) map.set(key, value)
}

function stored(map: RecordMap): object {
  const record = readRecord(map)
  if (typeof record !== 'object' || record === null) throw new Error('Nothing is stored')
  return record
}

const name = fc.constantFrom('label', 'kind', 'w', 'h', 'richText', 'zones', 'p.x', '$', 'xy')
/** Without negative zero, which JSON and so a stored record does not know. */
const value = fc.jsonValue({ maxDepth: 2 }).map((json): unknown => JSON.parse(JSON.stringify(json)))
const properties = fc.dictionary(name, value, { noNullPrototype: true })
const record = fc.record(
  {
    id: fc.constant('shape:1'),
    typeName: fc.constant('shape'),
    parentId: fc.constantFrom('page:a', 'shape:b'),
    rotation: fc.integer(),
    x: fc.integer(),
    y: fc.integer(),
    props: properties,
    meta: properties,
  },
  { noNullPrototype: true },
)

describe('a stored record', () => {
  it('reads as it was created', () => {
    fc.assert(
      fc.property(record, (first) => {
        expect(stored(new PlainMap(first))).toEqual(first)
      }),
    )
  })

  it('reads as the last edit left it, after any number of edits', () => {
    fc.assert(
      fc.property(record, fc.array(record, { maxLength: 6 }), (first, edits) => {
        const map = new PlainMap(first)
        for (const next of edits) {
          const now = stored(map)
          write(map, changedKeys(now, next, now))
          expect(stored(map)).toEqual(next)
        }
      }),
    )
  })

  it('needs no write for what it already says', () => {
    fc.assert(
      fc.property(record, record, (previous, next) => {
        expect([...changedKeys(previous, next, next)]).toEqual([])
        expect([...changedKeys(next, next, previous)]).toEqual([])
      }),
    )
  })

  it('keeps what a partner changed elsewhere', () => {
    fc.assert(
      fc.property(record, record, record, (base, mine, theirs) => {
        const map = new PlainMap(base)
        const own = changedKeys(base, mine, base)
        write(map, changedKeys(base, theirs, base))
        const after = flattenRecord(stored(map))
        write(map, changedKeys(base, mine, stored(map)))
        const expected = new Map([...after].filter(([key]) => !own.has(key)))
        for (const [key, ours] of own) if (ours !== removed) expected.set(key, ours)
        expect(flattenRecord(stored(map))).toEqual(expected)
      }),
    )
  })

  it('writes a move and a rename under different keys', () => {
    const base = { id: 'shape:1', x: 0, y: 0, props: { label: 'API' }, meta: {} }
    const moved = { ...base, x: 5 }
    const renamed = { ...base, props: { label: 'Orders' } }
    const map = new PlainMap(base)
    write(map, changedKeys(base, moved, base))
    write(map, changedKeys(base, renamed, base))
    expect(stored(map)).toEqual({ ...base, x: 5, props: { label: 'Orders' } })
  })

  it('has no base that is not the JSON of an object', () => {
    for (const base of ['', '3', '[]', 'null', '{"id":', 7, undefined]) {
      const map = new PlainMap({})
      map.set(baseKey, base)
      expect(readRecord(map)).toBeUndefined()
    }
  })

  it('never reaches a prototype', () => {
    const map = new PlainMap({ id: 'shape:1' })
    map.set('__proto__', { polluted: true })
    map.set('p.__proto__', { polluted: true })
    map.set('m.__proto__', { polluted: true })
    const read = stored(map)
    expect('polluted' in read).toBe(false)
    expect('polluted' in {}).toBe(false)
    expect(read).toEqual({ id: 'shape:1', props: {}, meta: {} })
  })
})
