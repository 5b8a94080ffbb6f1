import { component, contents, createHouses, draw, recordAt } from '#server/testing/live-house.ts'
import type { ActRow } from '#server/storage/storage.ts'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'

const houses = createHouses()
afterEach(() => houses.closeAll())
const openHouse = houses.open

function act(more: Partial<ActRow> = {}): ActRow {
  return { boardId: 'board', personId: 'ada', at: 1, act: 'comment', details: {}, ...more }
}

test('L16 a changed right closes the sockets of those it concerns', async () => {
  const house = await openHouse()
  const ada = await house.open('board', 'ada')
  const bob = await house.open('board', 'bob')
  house.storage.putMember({ boardId: 'board', personId: 'bob', role: 'observer' })
  house.live.rightsChanged('board', ['bob'])
  expect(await bob.untilClosed()).toBe(4409)
  const again = await house.open('board', 'bob')
  draw(again, component('a'))
  await again.settled()
  await ada.settled()
  expect([ada.closed, ada.records.has('shape:a')]).toEqual([undefined, false])
})

test('L16 a deleted board is closed to everybody', async () => {
  const house = await openHouse()
  const ada = await house.open('board', 'ada')
  house.live.boardDeleted('board')
  expect(await ada.untilClosed()).toBe(4404)
  expect(house.live.metrics().rooms).toBe(0)
})

test('L17 stopping keeps what came in and tells everybody to come back', async () => {
  const house = await openHouse({ snapshotAtLeast: 1 })
  const ada = await house.open('board', 'ada')
  draw(ada, component('a'))
  await ada.settled()
  const stopped = house.live.stop()
  expect(await house.knock('board', 'bob').untilClosed()).toBe(1012)
  await stopped
  expect(await ada.untilClosed()).toBe(1012)
  expect(house.storage.snapshots.get('board/design')).toMatchObject({ sequence: 2 })
})

test('L18 who does not read is passed over and later gets everything it lacks', async () => {
  const house = await openHouse({ updateBacklog: 64 * 1024, presenceBacklog: 16 * 1024 })
  const ada = await house.open('board', 'ada')
  const slow = await house.open('board', 'bob')
  slow.ws.pause()
  const text = 'x'.repeat(8000)
  draw(ada, component('a'))
  for (let step = 0; step < 2000; step++) {
    ada.records.get('shape:a')?.set('m.text', text + String(step))
    if (step % 50 === 0) await ada.settled()
  }
  await ada.settled()
  const before = slow.received
  slow.ws.resume()
  await slow.until(() => recordAt(slow, 'shape:a') !== undefined)
  await slow.until(() => slow.records.get('shape:a')?.get('m.text') === `${text}1999`)
  expect(slow.received - before).toBeLessThan(1900)
  expect(contents(slow)).toEqual(contents(ada))
})

test('L18 who never reads is dropped after a while', async () => {
  const house = await openHouse({ updateBacklog: 1024, silence: 2000, keepAlive: 20 })
  const ada = await house.open('board', 'ada')
  const dead = await house.open('board', 'bob')
  dead.ws.pause()
  draw(ada, component('a'))
  for (let step = 0; step < 1000; step++) {
    ada.records.get('shape:a')?.set('m.text', 'x'.repeat(8000) + String(step))
    if (step % 50 === 0) await ada.settled()
  }
  await expect.poll(() => house.live.metrics().sockets, { timeout: 8000 }).toBe(1)
  expect(ada.closed).toBeUndefined()
})

test('L19 something is sent on a silent socket', async () => {
  const house = await openHouse({ keepAlive: 20 })
  const ada = await house.open('board', 'ada')
  const before = ada.received
  await ada.until(() => ada.received >= before + 3)
  expect(ada.awareness.getStates().size).toBe(0)
})

test('L9 too many frames close the socket, too many sockets are not opened', async () => {
  const house = await openHouse({ framesPerSecond: 5, socketsPerPerson: 2 })
  const ada = await house.open('board', 'ada')
  await house.open('board', 'ada')
  expect(await house.knock('board', 'ada').untilClosed()).toBe(4429)
  for (let step = 0; step < 40; step++) ada.sendStep1()
  expect(await ada.untilClosed()).toBe(4429)
})

test('L9 presence beyond its rate is thinned out and its last state arrives', async () => {
  const house = await openHouse({ presencePerSecond: 10 })
  const ada = await house.open('board', 'ada')
  const oli = await house.open('board', 'oli')
  const before = oli.received
  for (let step = 0; step < 200; step++) ada.awareness.setLocalState({ person: 'ada', step })
  const stateOf = (): unknown => oli.awareness.getStates().get(ada.doc.clientID)?.['step']
  await oli.until(() => stateOf() === 199)
  expect(oli.received - before).toBeLessThan(30)
})

test('L26 a design that a newer version saved is not opened', async () => {
  const house = await openHouse()
  await house.live.act('board', 'design', act(), (doc) => {
    const newer = { schemaVersion: 2, sequences: { 'com.tldraw.store': 99 } }
    doc.getMap('meta').set('schema', JSON.stringify(newer))
  })
  const next = await openHouse({}, house)
  expect(await next.knock('board', 'ada').untilClosed()).toBe(4411)
})

test('L26 a design that an older version saved is migrated when it is opened', async () => {
  const house = await openHouse()
  const draft = component('a', { type: 'geo' })
  await house.live.act('board', 'design', act(), (doc) => {
    const meta = doc.getMap('meta')
    const schema: unknown = JSON.parse(String(meta.get('schema')))
    const older = Object.assign({}, schema)
    const sequences = Object.entries(Object.assign({ sequences: {} }, older).sequences)
    const changed = sequences.map(([id, version]) => [id, id === 'com.tldraw.page' ? 0 : version])
    meta.set('schema', JSON.stringify({ ...older, sequences: Object.fromEntries(changed) }))
    doc.getMap('records').delete(draft.id)
  })
  const next = await openHouse({}, house)
  const ada = await next.open('board', 'ada')
  const sequences: unknown = JSON.parse(String(ada.doc.getMap('meta').get('schema')))
  expect(sequences).toMatchObject({ sequences: { 'com.tldraw.page': 1 } })
  expect(next.storage.updatesOf('board', 'design').at(-1)).toMatchObject({ personId: null })
})

test('L26 a record that an older version saved reads as one of this version', async () => {
  const house = await openHouse()
  const doc = new Y.Doc()
  for (const { bytes } of house.storage.updatesOf('board', 'design')) Y.applyUpdate(doc, bytes)
  const before = Y.encodeStateVector(doc)
  const meta = doc.getMap('meta')
  const schema = String(meta.get('schema')).replace('"com.tldraw.page":1', '"com.tldraw.page":0')
  const page = { typeName: 'page', id: 'page:old', name: 'Old', index: 'a2' }
  doc.transact(() => {
    meta.set('schema', schema)
    doc.getMap('records').set(page.id, new Y.Map([['$', JSON.stringify(page)]]))
  })
  const bytes = Y.encodeStateAsUpdate(doc, before)
  const row = { boardId: 'board', document: 'design', personId: null, at: 1, bytes } as const
  await house.storage.log.append({ updates: [row], clientIds: [], acts: [] })
  const ada = await house.open('board', 'ada')
  expect(recordAt(ada, 'page:old')).toEqual({ ...page, meta: {} })
  expect(house.storage.updatesOf('board', 'design').at(-1)).toMatchObject({ personId: null })
})
