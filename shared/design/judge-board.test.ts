import { createShapeId, PageRecordType, type TLRecord } from '@tldraw/tlschema'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createBoardSchema } from './board-schema.ts'
import { judgeBoard, settleBoard } from './judge-board.ts'

const schema = createBoardSchema()

function page(name = 'page', index = 'a1'): TLRecord {
  return schema.types.page.validate({
    typeName: 'page',
    id: PageRecordType.createId(name),
    name,
    index,
    meta: {},
  })
}

function boundary(name: string, parentId: string = 'page:page'): TLRecord {
  return schema.types.shape.validate({
    typeName: 'shape',
    type: 'boundary',
    id: createShapeId(name),
    parentId,
    index: 'a1',
    x: 0,
    y: 0,
    rotation: 0,
    isLocked: false,
    opacity: 1,
    meta: {},
    props: { w: 100, h: 100, boundaryType: 'region', label: name },
  })
}

function binding(name: string, from: string, to: string): TLRecord {
  return schema.types.binding.validate({
    typeName: 'binding',
    type: 'arrow',
    id: `binding:${name}`,
    meta: {},
    fromId: createShapeId(from),
    toId: createShapeId(to),
    props: {
      terminal: 'start',
      normalizedAnchor: { x: 0, y: 0 },
      isExact: false,
      isPrecise: false,
      snap: 'none',
    },
  })
}

function board(...records: TLRecord[]): Map<string, TLRecord> {
  return new Map(records.map((record) => [record.id, record]))
}

function settledBoard(records: ReadonlyMap<string, TLRecord>): Map<string, TLRecord> {
  const settled = new Map(records)
  for (const [id, record] of settleBoard(records)) {
    if (record === undefined) settled.delete(id)
    else settled.set(id, record)
  }
  return settled
}

test('finds nothing on an empty board and on a good one', () => {
  expect(judgeBoard(board())).toEqual([])
  expect(judgeBoard(board(page(), boundary('a'), boundary('b', 'shape:a')))).toEqual([])
})

test('puts a shape whose parent is gone on the first page', () => {
  const records = board(page('late', 'a2'), page(), boundary('a', 'shape:gone'))
  expect(judgeBoard(records)).toEqual([{ type: 'missing_parent', id: 'shape:a' }])
  expect(settleBoard(records).get('shape:a')).toMatchObject({ parentId: 'page:page' })
})

test('leaves a shape on a deleted page alone, as tldraw does', () => {
  expect(judgeBoard(board(page(), boundary('a', 'page:gone')))).toEqual([])
})

test('opens a cycle at its smallest id, wherever the walk begins', () => {
  const parts = [boundary('c', 'shape:b'), boundary('b', 'shape:a'), boundary('a', 'shape:c')]
  const hanging = boundary('z', 'shape:b')
  expect(judgeBoard(board(page(), hanging, ...parts))).toEqual([
    { type: 'parent_cycle', id: 'shape:a' },
  ])
})

test('names bindings without an end and bindings that hold an end twice', () => {
  const records = board(
    page(),
    boundary('a'),
    boundary('b'),
    binding('2', 'a', 'b'),
    binding('1', 'a', 'b'),
    binding('3', 'a', 'gone'),
  )
  expect(judgeBoard(records)).toEqual([
    { type: 'doubled_binding', id: 'binding:2' },
    { type: 'dangling_binding', id: 'binding:3' },
  ])
  expect(settleBoard(records).get('binding:3')).toBeUndefined()
  expect(settledBoard(records).has('binding:3')).toBe(false)
})

test('whatever the parents are, the settled board has no fault and order does not matter', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f']
  const parent = fc.constantFrom(
    'page:page',
    'page:gone',
    'shape:gone',
    ...names.map(createShapeId),
  )
  fc.assert(
    fc.property(
      fc.tuple(...names.map(() => parent)),
      fc.infiniteStream(fc.nat()),
      (parents, at) => {
        const shapes = names.map((name, i) => boundary(name, parents[i]))
        const ends = names.map((name, i) => binding(name, name, names[(i * 2) % 7] ?? 'gone'))
        const records = [page(), ...shapes, ...ends]
        const shuffled = records
          .map((record) => ({ record, key: at.next().value ?? 0 }))
          .sort((x, y) => x.key - y.key)
          .map(({ record }) => record)
        expect(judgeBoard(settledBoard(board(...records)))).toEqual([])
        expect(settleBoard(board(...shuffled))).toEqual(settleBoard(board(...records)))
      },
    ),
  )
})
