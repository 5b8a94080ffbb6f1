import { randomBytes } from 'node:crypto'
import { guardWrites } from '#server/live/concerns/guard-writes.ts'
import { component, draw, openLiveHouse, type LiveHouse } from '#server/testing/live-house.ts'
import type { LiveClient } from '#server/testing/live-client.ts'
import { maxPresenceBytes } from '#shared/live.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'

let house: LiveHouse
beforeEach(async () => {
  house = await openLiveHouse({ records: 5, frameBytes: 20_000 })
  house.addBoard('board', {
    ada: 'interviewer',
    bob: 'candidate',
    eve: 'reviewer',
    oli: 'observer',
  })
  house.addBoard('other', { mallory: 'candidate' })
})
afterEach(() => house.close())

test.each([
  ['L2 nobody who has no session', { cookie: 'person=' }, 4401, 'not_signed_in'],
  ['L2 no page of another origin', { origin: 'http://evil.test' }, 4403, 'foreign_origin'],
  ['L2 nobody who is not on the board', { cookie: 'person=mallory' }, 4403, 'not_a_member'],
  ['L2 no board that is unknown', { board: 'nowhere' }, 4404, 'unknown_board'],
  ['L2 no document that is unknown', { document: 'secrets' }, 4404, 'unknown_board'],
  [
    'L2 no candidate to the notes',
    { document: 'notes', cookie: 'person=bob' },
    4403,
    'role_may_not',
  ],
])('lets in %s', async (_, more, code, reason) => {
  const client = house.knock('board', 'ada', more)
  expect(await client.untilClosed()).toBe(code)
  expect(client.closed?.reason).toBe(reason)
  expect(client.received).toBe(0)
})

test('L2 our own origin may open a socket', async () => {
  const ada = await house.open('board', 'ada', { origin: 'http://ours.test' })
  expect(ada.closed).toBeUndefined()
})

test.each(['eve', 'oli'])(
  'L3 %s reads and changes nothing, by update or by answer',
  async (who) => {
    const ada = await house.open('board', 'ada')
    const reader = await house.open('board', who)
    const before = house.storage.updatesOf('board', 'design').length
    draw(reader, component('sneaked'))
    reader.sendAnswer(Y.encodeStateAsUpdate(reader.doc))
    draw(ada, component('a'))
    await reader.until(() => reader.records.has('shape:a'))
    await ada.settled()
    expect([...ada.records.keys()]).not.toContain('shape:sneaked')
    expect(house.storage.updatesOf('board', 'design')).toHaveLength(before + 1)
  },
)

test('L3 nobody writes a room over the socket', async () => {
  const ada = await house.open('board', 'ada', { document: 'room' })
  ada.doc.getMap('board').set('title', 'mine')
  await ada.settled()
  await house.live.read('board', 'room', (doc) => {
    expect(doc.getMap('board').get('title')).toBe('board')
  })
})

test('L4 a reader who is ahead of the server is told to start anew', async () => {
  const doc = new Y.Doc()
  doc.getMap('records').set('shape:lost', 1)
  const reader = house.knock('board', 'oli', { doc })
  expect(await reader.untilClosed()).toBe(4410)
})

const broken: readonly [string, (client: LiveClient) => Uint8Array | string][] = [
  ['a frame of text', () => 'hello'],
  ['an unknown message', () => Uint8Array.of(9, 1)],
  ['an empty frame', () => new Uint8Array()],
  ['a cut frame', () => Uint8Array.of(0, 2, 100, 1)],
  ['random bytes as an update', () => Buffer.concat([Buffer.from([0, 2, 40]), randomBytes(40)])],
  ['a broken state vector', () => Uint8Array.of(0, 0, 2, 5, 1)],
  ['broken presence', () => Uint8Array.of(1, 3, 5, 1, 1)],
]
test.each(broken)('L5 %s closes that socket alone', async (_, frame) => {
  const ada = await house.open('board', 'ada')
  const bob = await house.open('board', 'bob')
  bob.send(frame(bob))
  expect(await bob.untilClosed()).toBe(4400)
  draw(ada, component('a'))
  await ada.settled()
  expect(house.storage.updatesOf('board', 'design')).toHaveLength(2)
  expect(ada.closed).toBeUndefined()
})

test('L5 a frame that is too large has its own code', async () => {
  const ada = await house.open('board', 'ada')
  ada.send(new Uint8Array(20_001))
  expect(await ada.untilClosed()).toBe(4413)
})

/** An update of a foreign document, made from what a member sees. */
function forge(from: LiveClient, change: (doc: Y.Doc) => void, clientID?: number): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(from.doc))
  if (clientID !== undefined) doc.clientID = clientID
  const before = Y.encodeStateVector(doc)
  doc.transact(() => change(doc))
  return Y.encodeStateAsUpdate(doc, before)
}

const forbidden: readonly [string, (client: LiveClient) => Uint8Array][] = [
  ['an unknown root', (bob) => forge(bob, (doc) => doc.getMap('mine').set('a', 1))],
  ['the meta root by name', (bob) => forge(bob, (doc) => doc.getMap('meta').set('new', 1))],
  ['the meta root by origin', (bob) => forge(bob, (doc) => doc.getMap('meta').set('schema', '{}'))],
  ['the meta root by deleting', (bob) => forge(bob, (doc) => doc.getMap('meta').delete('schema'))],
  ['a subdocument', (bob) => forge(bob, (doc) => doc.getMap('records').set('a', new Y.Doc()))],
  ['a list', (bob) => forge(bob, (doc) => doc.getArray('records').push([1]))],
  [
    'structs that stand on nothing',
    () => {
      const doc = new Y.Doc()
      doc.getMap('records').set('a', 1)
      const before = Y.encodeStateVector(doc)
      doc.getMap('records').set('b', 1)
      return Y.encodeStateAsUpdate(doc, before)
    },
  ],
  ['deletes of what is not there', () => Uint8Array.of(0, 1, 5, 1, 0, 9)],
]
test.each(forbidden)('L6 an update with %s is refused whole', async (_, make) => {
  const ada = await house.open('board', 'ada')
  const bob = await house.open('board', 'bob')
  const schema = ada.doc.getMap('meta').get('schema')
  bob.sendUpdate(make(bob))
  expect(await bob.untilClosed()).toBe(4400)
  draw(ada, component('a'))
  await ada.settled()
  const fresh = await house.open('board', 'eve')
  expect([...fresh.records.keys()].sort()).toEqual(['document:document', 'page:page', 'shape:a'])
  expect(fresh.doc.getMap('meta').toJSON()).toEqual({ schema })
  expect(ada.closed).toBeUndefined()
})

test('L7 nobody continues what another person wrote with their client id', async () => {
  const ada = await house.open('board', 'ada')
  const bob = await house.open('board', 'bob')
  draw(ada, component('a'))
  await bob.until(() => bob.records.has('shape:a'))
  const move = (doc: Y.Doc): void => {
    const map = doc.getMap('records').get('shape:a')
    if (map instanceof Y.Map) map.set('xy', [9, 9])
  }
  bob.sendUpdate(forge(bob, move, ada.doc.clientID))
  expect(await bob.untilClosed()).toBe(4403)
  const again = await house.open('board', 'bob')
  again.sendAnswer(forge(again, move, ada.doc.clientID))
  expect(await again.untilClosed()).toBe(4403)
  expect(house.storage.updatesOf('board', 'design')).toHaveLength(2)
})

test('L7 nobody writes with a client id that another connection points with', async () => {
  const ada = await house.open('board', 'ada')
  const bob = await house.open('board', 'bob')
  ada.awareness.setLocalState({ person: 'ada' })
  await bob.until(() => bob.awareness.getStates().has(ada.doc.clientID))
  bob.sendUpdate(forge(bob, (doc) => doc.getMap('records').set('a', new Y.Map()), ada.doc.clientID))
  expect(await bob.untilClosed()).toBe(4403)
})

test("L7 nobody writes with the server's own client id", async () => {
  const bob = await house.open('board', 'bob')
  const [[server] = [0]] = [...Y.decodeStateVector(Y.encodeStateVector(bob.doc))]
  bob.sendAnswer(forge(bob, (doc) => doc.getMap('records').set('a', new Y.Map()), server))
  expect(await bob.untilClosed()).toBe(4403)
})

test('L7 who reconnects with the same document goes on writing', async () => {
  const bob = await house.open('board', 'bob')
  draw(bob, component('a'))
  await bob.settled()
  const again = await house.open('board', 'bob', { doc: bob.doc })
  bob.doc.emit('destroy', [bob.doc])
  draw(again, component('b'))
  await again.settled()
  expect(again.closed).toBeUndefined()
  const eve = await house.open('board', 'eve')
  expect(eve.records.has('shape:b')).toBe(true)
})

test('L8 a connection points for itself and as nobody else', async () => {
  const ada = await house.open('board', 'ada')
  const bob = await house.open('board', 'bob')
  const oli = await house.open('board', 'oli')
  ada.awareness.setLocalState({ person: 'ada', at: 1 })
  bob.awareness.setLocalState({ person: 'bob', at: 1 })
  await oli.until(() => oli.awareness.getStates().size === 2)
  ada.awareness.meta.set(bob.doc.clientID, { clock: 50, lastUpdated: 0 })
  ada.awareness.states.set(bob.doc.clientID, { person: 'ada', at: 'forged' })
  ada.sendAwareness(encodeAwarenessUpdate(ada.awareness, [bob.doc.clientID]))
  oli.awareness.setLocalState({ person: 'oli' })
  await ada.until(() => ada.awareness.getStates().has(oli.doc.clientID))
  expect(oli.awareness.getStates().get(bob.doc.clientID)).toEqual({ person: 'bob', at: 1 })
})

test.each([
  ['the name of another person', { person: 'ada' }],
  ['more than a presence may hold', { person: 'bob', text: 'x'.repeat(maxPresenceBytes) }],
])('L8 presence with %s is not passed on', async (_, state) => {
  const bob = await house.open('board', 'bob')
  const oli = await house.open('board', 'oli')
  bob.awareness.setLocalState(state)
  bob.awareness.setLocalState({ person: 'bob', isFit: true })
  await oli.until(() => oli.awareness.getStates().has(bob.doc.clientID))
  expect(oli.awareness.getStates().get(bob.doc.clientID)).toEqual({ person: 'bob', isFit: true })
})

test('L8 who leaves stops pointing, also when the cable is cut', async () => {
  const ada = await house.open('board', 'ada')
  const bob = await house.open('board', 'bob')
  bob.awareness.setLocalState({ person: 'bob' })
  await ada.until(() => ada.awareness.getStates().has(bob.doc.clientID))
  bob.terminate()
  await ada.until(() => !ada.awareness.getStates().has(bob.doc.clientID))
  expect(ada.closed).toBeUndefined()
})

test.each(['update', 'answer'] as const)(
  'L6 what is noticed only after merging, in an %s, costs its writer the socket and nobody an edit',
  async (way) => {
    const ada = await house.open('board', 'ada')
    const bob = await house.open('board', 'bob')
    const spoiler = forge(bob, (doc) => doc.getMap('meta').set('schema', '{}'))
    const act = { boardId: 'board', personId: 'ada', at: 1, act: 'repair', details: {} }
    const schema = await house.live.act('board', 'design', act, (doc) => {
      const meta = doc.getMap('meta')
      return meta.set('schema', String(meta.get('schema')))
    })
    await house.live.read('board', 'design', (doc) => {
      const writing = { doc, document: 'design', bytes: spoiler, isAnswer: false } as const
      expect(guardWrites({ ...writing, claim: () => true })).toHaveProperty('bytes', spoiler)
    })
    const open = house.storage.holdAppends()
    const tell = (step: number): void => ada.awareness.setLocalState({ person: 'ada', step })
    const heard = (): unknown => bob.awareness.getStates().get(ada.doc.clientID)?.['step']
    draw(ada, component('first'))
    tell(1)
    await bob.until(() => heard() === 1)
    draw(ada, component('a'))
    tell(2)
    await bob.until(() => heard() === 2)
    if (way === 'update') bob.sendUpdate(spoiler)
    else bob.sendAnswer(spoiler)
    bob.awareness.setLocalState({ person: 'bob' })
    await ada.until(() => ada.awareness.getStates().has(bob.doc.clientID))
    open()
    expect(await bob.untilClosed()).toBe(4400)
    await ada.settled()
    expect(ada.closed).toBeUndefined()
    await house.live.read('board', 'design', (doc) => {
      expect(doc.getMap('meta').get('schema')).toBe(schema)
      expect([...doc.getMap('records').keys()]).toContain('shape:a')
    })
  },
)
