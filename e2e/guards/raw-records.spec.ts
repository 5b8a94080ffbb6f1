/**
 * What a plain y-websocket client that may draw cannot do to a board: leave what belongs to nobody,
 * touch what only the server writes, or make it one that does not open.
 */
import * as Y from 'yjs'
import { until } from '#client/testing/until.ts'
import { component } from '#server/testing/live-house.ts'
import { change, forge, withoutItsGround } from './forge.ts'
import { draw, recordAt } from './place.ts'
import type { RawMember } from './raw-member.ts'
import { expect, test } from './test.ts'

const write = (root: string, key: string, value: unknown) => (doc: Y.Doc) =>
  void doc.getMap(root).set(key, value)

type Forgery = (attacker: RawMember) => Uint8Array
const forged =
  (how: (doc: Y.Doc) => void): Forgery =>
  ({ doc }) =>
    forge(doc, how, doc.clientID)

/** Nothing of these is merged, and who sends them is sent away. */
const refused: readonly (readonly [string, Forgery])[] = [
  ['structs that stand on nothing', ({ doc }) => withoutItsGround(doc.clientID, doc)],
  ['deletes of what is not there', () => Uint8Array.of(0, 1, 5, 1, 0, 9)],
  ['an unknown root', forged(write('mine', 'a', 1))],
  ['the root of another document', forged(write('threads', 't', 'x'))],
  ['a new key of meta', forged(write('meta', 'mine', 1))],
  ['the schema of the board', forged(write('meta', 'schema', '{}'))],
  ['the generation of the fold', forged(write('meta', 'fold', 9))],
  ['the schema taken away', forged((doc) => doc.getMap('meta').delete('schema'))],
  ['a subdocument', forged(write('records', 'shape:sub', new Y.Doc()))],
  [
    'a subdocument within a record',
    forged((doc) => doc.getMap('records').set('shape:sub', new Y.Map([['$', new Y.Doc()]]))),
  ],
  ['a list in place of the records', forged((doc) => doc.getArray('records').push([1]))],
  ['a text in place of the records', forged((doc) => doc.getText('records').insert(0, 'x'))],
  [
    'a list within a record',
    forged((doc) => doc.getMap('records').set('shape:list', Y.Array.from([1]))),
  ],
]

for (const [what, make] of refused) {
  for (const way of ['update', 'answer'] as const) {
    test(`refuses ${what}, as ${way}`, async ({ place }) => {
      const onlooker = await place.open('observer')
      const attacker = await place.open('candidate')
      attacker[way](make(attacker))
      expect(await attacker.closed()).toEqual({ code: 4400, reason: 'malformed_frame' })
      await place.expectPeace(onlooker)
      expect(onlooker.doc.getMap('meta').toJSON()).toEqual({ schema: expect.any(String) })
      expect([...onlooker.records.keys()].sort()).toEqual([
        'document:document',
        'page:page',
        'shape:honest-1',
      ])
    })
  }
}

const record = (id: string, more: object) => new Y.Map([['$', JSON.stringify({ id, ...more })]])

/** Never there for anybody else, and gone again where they were written. */
const unfit: readonly (readonly [string, string, unknown])[] = [
  ['of no kind', 'shape:bad', record('shape:bad', {})],
  ['without a base', 'shape:bad', new Y.Map([['xy', [1, 2]]])],
  ['with a base that is no JSON', 'shape:bad', new Y.Map([['$', '{"id":']])],
  ['that is a number', 'shape:bad', 7],
  ['that is text', 'shape:bad', new Y.Text()],
  ['under another id', 'shape:bad', record('shape:bad', component('good'))],
  ['under a name of the language', '__proto__', record('__proto__', component('x'))],
  ['with a word for a number', 'shape:bad', record('shape:bad', component('bad', { x: 'left' }))],
  ['with a field too many', 'shape:bad', record('shape:bad', component('bad', { extra: 1 }))],
  [
    'of one person alone',
    'instance:instance',
    record('instance:instance', { typeName: 'instance' }),
  ],
  [
    'with a script for an address',
    'asset:bad',
    record('asset:bad', {
      typeName: 'asset',
      type: 'bookmark',
      props: { src: 'javascript:alert(1)', title: '', description: '', image: '', favicon: '' },
      meta: {},
    }),
  ],
]

for (const [what, id, value] of unfit) {
  test(`takes back a record ${what}`, async ({ place }) => {
    const onlooker = await place.open('observer')
    const attacker = await place.open('candidate')
    const copy = value instanceof Y.AbstractType ? value.clone() : value
    attacker.doc.getMap('records').set(id, copy)
    await attacker.settled()
    expect(attacker.records.has(id)).toBe(false)
    await place.expectPeace(onlooker, attacker)
    expect(onlooker.records.has(id)).toBe(false)
  })
}

/** Each of these goes back to what it was, while the edit beside it stays. */
const spoils: readonly (readonly [string, (map: Y.Map<unknown>) => void])[] = [
  ['a word for a place', (map) => map.set('xy', 'left')],
  ['a place without an end', (map) => map.set('xy', [Number.POSITIVE_INFINITY, 0])],
  ['no number for a size', (map) => map.set('p.w', Number.NaN)],
  ['a list for a label', (map) => map.set('p.label', ['a'])],
  ['a map for a label', (map) => map.set('p.label', new Y.Map())],
  ['a map for a note', (map) => map.set('m.note', new Y.Map())],
  ['bytes for a note', (map) => map.set('m.note', new Uint8Array(8))],
  ['a property that nobody knows', (map) => map.set('p.secret', 1)],
  ['another kind of record', (map) => map.set('typeName', 'page')],
  ['another id', (map) => map.set('id', 'shape:other')],
  ['the same said twice', (map) => map.set('props', {})],
  ['a base that says something else', (map) => map.set('$', '{}')],
  ['no base', (map) => map.delete('$')],
  ['no parent', (map) => map.set('parentId', 'shape:nowhere')],
]

for (const [what, spoil] of spoils) {
  test(`puts back a record that gets ${what}`, async ({ place }) => {
    const ada = await place.open('interviewer')
    draw(ada, component('a'), component('b'))
    const attacker = await place.open('candidate')
    await until('the attacker sees both', () => attacker.records.has('shape:b'))
    const before = recordAt(attacker, 'shape:a')
    attacker.doc.transact(() => {
      const map = attacker.records.get('shape:a')
      if (map !== undefined) spoil(map)
      change('shape:b', 'p.label', 'renamed')(attacker.doc)
    })
    await attacker.settled()
    expect(recordAt(attacker, 'shape:a')).toEqual(before)
    expect(recordAt(attacker, 'shape:b')).toMatchObject({ props: { label: 'renamed' } })
    await place.expectPeace(ada, attacker)
  })
}

test('keeps the document and the last page, whoever deletes them', async ({ place }) => {
  const ada = await place.open('interviewer')
  const attacker = await place.open('candidate')
  const before = attacker.records.toJSON()
  attacker.doc.transact(() => {
    for (const id of attacker.records.keys()) attacker.records.delete(id)
  })
  await attacker.settled()
  expect(attacker.records.toJSON()).toEqual(before)
  await place.expectPeace(ada, attacker)
})

test('keeps a board open on which somebody makes a circle of parents', async ({ place }) => {
  const ada = await place.open('interviewer')
  draw(ada, component('a'), component('b', { parentId: 'shape:a' }))
  const attacker = await place.open('candidate')
  await until('the attacker sees both', () => attacker.records.has('shape:b'))
  change('shape:a', 'parentId', 'shape:b')(attacker.doc)
  await attacker.settled()
  await place.expectPeace(ada, attacker)
  expect(ada.records.has('shape:a') && ada.records.has('shape:b')).toBe(true)
})

test('leaves no arrow tied to what is not there', async ({ place }) => {
  const ada = await place.open('interviewer')
  const attacker = await place.open('candidate')
  const id = 'binding:loose'
  attacker.records.set(
    id,
    record(id, {
      typeName: 'binding',
      type: 'arrow',
      fromId: 'shape:nowhere',
      toId: 'shape:nobody',
      meta: {},
      props: {
        terminal: 'start',
        normalizedAnchor: { x: 0.5, y: 0.5 },
        isExact: false,
        isPrecise: false,
        snap: 'none',
      },
    }),
  )
  await attacker.settled()
  expect(attacker.records.has(id)).toBe(false)
  await place.expectPeace(ada, attacker)
})

test('holds all of it over a crash and a restart', async ({ place, product }) => {
  const ada = await place.open('interviewer')
  draw(ada, component('a'))
  const attacker = await place.open('candidate')
  await until('the attacker sees a', () => attacker.records.has('shape:a'))
  attacker.records.set('shape:bad', record('shape:bad', {}))
  change('shape:a', 'p.w', 'wide')(attacker.doc)
  await attacker.settled()
  attacker.update(forge(attacker.doc, write('meta', 'schema', '{}'), attacker.doc.clientID))
  await attacker.closed()
  const before = ada.records.toJSON()
  place.leave()
  await product.kill()
  await product.start()
  const after = await place.open('observer')
  expect(after.records.toJSON()).toEqual(before)
  await place.expectPeace(after)
})
