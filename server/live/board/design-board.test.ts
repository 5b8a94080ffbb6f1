import { createBoardSchema } from '#shared/design/board-schema.ts'
import { judgeBoard } from '#shared/design/judge-board.ts'
import { encodeRecord, readRecord } from '#shared/design/record-codec.ts'
import { component } from '#server/testing/live-house.ts'
import type { TLRecord } from '@tldraw/tlschema'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { seedDesign } from '../seed-board.ts'
import { DesignBoard } from './design-board.ts'
import { createValidator } from './validate-record.ts'

const schema = createBoardSchema()
const validate = createValidator(schema)

interface Judged {
  readonly doc: Y.Doc
  readonly records: Y.Map<Y.Map<unknown>>
  readonly board: DesignBoard
  /** Changes the document and has it judged, as a tick does. */
  change(change: (records: Y.Map<Y.Map<unknown>>) => void): void
}

function openBoard(maxRecords = 100): Judged {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, seedDesign(schema))
  const records: Y.Map<Y.Map<unknown>> = doc.getMap('records')
  const board = new DesignBoard(doc, validate, maxRecords)
  Array.from(board.learn())
  const change: Judged['change'] = (write) => {
    const transaction = doc.transact((transaction) => {
      write(records)
      return transaction
    })
    board.note(transaction)
    board.judge()
  }
  return { doc, records, board, change }
}

function put(records: Y.Map<Y.Map<unknown>>, record: { readonly id: string }): void {
  records.set(record.id, new Y.Map([encodeRecord(record)]))
}

function recordAt({ records }: Judged, id: string): unknown {
  const map = records.get(id)
  return map && readRecord(map)
}

/** What the document reads as, record by record. */
function stored(judged: Judged): Map<string, TLRecord> {
  const found = new Map<string, TLRecord>()
  for (const id of judged.records.keys()) {
    const record = validate(id, recordAt(judged, id), undefined)
    if (record === undefined) throw new Error(`${id} is not valid`)
    found.set(id, record)
  }
  return found
}

const region = (id: string, parentId: string): { readonly id: string } =>
  component(id, {
    type: 'boundary',
    parentId,
    props: { w: 300, h: 200, boundaryType: 'region', label: id },
  })

function binding(id: string, fromId: string, toId: string): { readonly id: string } {
  const props = { terminal: 'start', normalizedAnchor: { x: 0, y: 0 }, isExact: false }
  return Object.assign(
    { id: `binding:${id}`, typeName: 'binding', type: 'arrow', fromId, toId, meta: {} },
    { props: { ...props, isPrecise: false, snap: 'none' } },
  )
}

test('L20 a bad key goes back to its last good value, the good keys beside it stay', () => {
  const judged = openBoard()
  judged.change((records) => put(records, component('a')))
  judged.change((records) => {
    records.get('shape:a')?.set('xy', [1, 2])
    records.get('shape:a')?.set('p.replicas', 'many')
    records.get('shape:a')?.set('p.unheard', 1)
  })
  expect(recordAt(judged, 'shape:a')).toEqual(component('a', { x: 1, y: 2 }))
})

test.each([
  ['a broken base', (map: Y.Map<unknown>) => map.set('$', '{')],
  ['no base', (map: Y.Map<unknown>) => map.delete('$')],
  ['a position that is none', (map: Y.Map<unknown>) => map.set('xy', 'here')],
  ['all properties at once', (map: Y.Map<unknown>) => map.set('props', { w: 1 })],
  ['another id', (map: Y.Map<unknown>) => map.set('id', 'shape:b')],
  ['a shared type as a value', (map: Y.Map<unknown>) => map.set('m.list', new Y.Array())],
])('L20 a record with %s reads as it was', (_, spoil) => {
  const judged = openBoard()
  judged.change((records) => put(records, component('a')))
  judged.change((records) => {
    const map = records.get('shape:a')
    if (map) spoil(map)
  })
  expect(recordAt(judged, 'shape:a')).toEqual(component('a'))
})

test('L21 a record that was never good is refused', () => {
  const judged = openBoard()
  judged.change((records) => {
    put(records, component('a', { type: 'unheard' }))
    put(records, { id: 'instance:a' })
    put(records, component('b'))
  })
  expect([...judged.records.keys()].sort()).toEqual(['document:document', 'page:page', 'shape:b'])
})

test('L22 the document record and the last page cannot be deleted', () => {
  const judged = openBoard()
  judged.change((records) => {
    records.delete('document:document')
    records.delete('page:page')
  })
  expect([...judged.records.keys()].sort()).toEqual(['document:document', 'page:page'])
})

test('L23 what lay on a deleted boundary stays on the page where it was seen', () => {
  const judged = openBoard()
  judged.change((records) => {
    put(records, Object.assign(region('r', 'page:page'), { x: 100, y: 50, rotation: Math.PI / 2 }))
    put(records, component('a', { parentId: 'shape:r', x: 10, y: 0 }))
  })
  judged.change((records) => records.delete('shape:r'))
  const moved = { parentId: 'page:page', x: 100, y: 60, rotation: Math.PI / 2 }
  expect(recordAt(judged, 'shape:a')).toEqual(component('a', moved))
})

test('L25 no more records than the limit, and what is there can still be changed', () => {
  const judged = openBoard(3)
  judged.change((records) => put(records, component('a')))
  judged.change((records) => {
    put(records, component('b'))
    records.get('shape:a')?.set('xy', [5, 5])
  })
  expect(judged.records.has('shape:b')).toBe(false)
  expect(recordAt(judged, 'shape:a')).toMatchObject({ x: 5, y: 5 })
})

test('L24 whatever is changed, nothing that shared/design/judge-board finds is left', () => {
  const names = ['a', 'b', 'c', 'd', 'e'] as const
  const name = fc.constantFrom(...names)
  const parent = fc.oneof(
    name.map((id) => `shape:${id}`),
    fc.constant('page:page'),
  )
  const action = fc.oneof(
    fc.record({ what: fc.constant('add'), id: name, parent }),
    fc.record({ what: fc.constant('move'), id: name, parent }),
    fc.record({ what: fc.constant('delete'), id: name, parent }),
    fc.record({ what: fc.constant('bind'), id: name, parent }),
  )
  fc.assert(
    fc.property(fc.array(fc.array(action, { maxLength: 6 }), { maxLength: 6 }), (ticks) => {
      const judged = openBoard()
      for (const tick of ticks) {
        judged.change((records) => {
          for (const { what, id, parent } of tick) {
            if (what === 'add') put(records, region(id, parent))
            if (what === 'move') records.get(`shape:${id}`)?.set('parentId', parent)
            if (what === 'delete') records.delete(`shape:${id}`)
            if (what === 'bind') put(records, binding(id + tick.length, `shape:${id}`, parent))
          }
        })
        const records = stored(judged)
        expect(judgeBoard(records)).toEqual([])
        expect(judged.board.known.records).toEqual(records)
      }
    }),
    { numRuns: 300 },
  )
})
