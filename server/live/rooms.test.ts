import { AppError } from '#shared/errors.ts'
import { component, contents, createHouses, draw, recordAt } from '#server/testing/live-house.ts'
import type { ActRow } from '#server/storage/storage.ts'
import { afterEach, expect, test } from 'vitest'

const houses = createHouses()
afterEach(() => houses.closeAll())
const openHouse = houses.open

function act(more: Partial<ActRow> = {}): ActRow {
  return { boardId: 'board', personId: 'ada', at: 1, act: 'comment', details: {}, ...more }
}

test('L1 what one draws the others see, and the log has it with its author', async () => {
  const house = await openHouse()
  const ada = await house.open('board', 'ada')
  const bob = await house.open('board', 'bob')
  draw(ada, component('a'))
  await bob.until(() => bob.records.has('shape:a'))
  expect(recordAt(bob, 'shape:a')).toEqual(component('a'))
  expect(house.storage.updatesOf('board', 'design').at(-1)).toMatchObject({ personId: 'ada' })
  expect(house.storage.clientIdRows).toEqual([
    { boardId: 'board', document: 'design', clientId: ada.doc.clientID, personId: 'ada' },
  ])
})

test('L1 who writes alone gets it back too', async () => {
  const house = await openHouse()
  const ada = await house.open('board', 'ada')
  const before = ada.received
  draw(ada, component('a'))
  await ada.until(() => ada.received > before)
  expect(house.storage.updatesOf('board', 'design')).toHaveLength(2)
})

test('L10 nothing is sent before the log has it', async () => {
  const house = await openHouse()
  const ada = await house.open('board', 'ada')
  const bob = await house.open('board', 'bob')
  const open = house.storage.holdAppends()
  draw(ada, component('a'))
  ada.awareness.setLocalState({ person: 'ada' })
  await bob.until(() => bob.awareness.getStates().has(ada.doc.clientID))
  const late = house.knock('board', 'oli')
  await late.until(() => late.isOpen)
  bob.awareness.setLocalState({ person: 'bob' })
  await ada.until(() => ada.awareness.getStates().has(bob.doc.clientID))
  expect([bob.records.has('shape:a'), late.isSynced]).toEqual([false, false])
  open()
  await bob.until(() => bob.records.has('shape:a'))
  await late.until(() => late.isSynced)
  expect(late.records.has('shape:a')).toBe(true)
})

test('L11 a server that comes back reads what everybody saw', async () => {
  const house = await openHouse()
  const ada = await house.open('board', 'ada')
  const bob = await house.open('board', 'bob')
  for (let step = 0; step < 20; step++) {
    draw(step % 2 === 0 ? ada : bob, component(`s${step}`))
    ada.records.get('shape:s0')?.set('xy', [step, step])
  }
  await ada.until(() => ada.records.size === 22)
  await bob.until(() => bob.records.size === 22)
  await ada.settled()
  await bob.settled()
  const next = await openHouse({}, house)
  const fresh = await next.open('board', 'oli')
  expect(contents(fresh)).toEqual(contents(ada))
  expect(contents(bob)).toEqual(contents(ada))
})

test('L12 an empty room is saved as a snapshot and read from it', async () => {
  const house = await openHouse({ unloadAfter: 1, snapshotAtLeast: 1 })
  const ada = await house.open('board', 'ada')
  draw(ada, component('a'))
  await ada.settled()
  ada.close()
  await expect.poll(() => house.live.metrics().rooms, { timeout: 8000 }).toBe(0)
  expect(house.storage.snapshots.get('board/design')).toMatchObject({ sequence: 2 })
  const bob = await house.open('board', 'bob')
  expect(contents(bob)).toEqual(contents(ada))
})

test('L23 two boundaries put into each other at once converge to a board that opens', async () => {
  const house = await openHouse()
  const ada = await house.open('board', 'ada')
  const bob = await house.open('board', 'bob')
  const props = { w: 100, h: 100, boundaryType: 'zone', label: '' }
  draw(
    ada,
    component('p', { type: 'boundary', props, x: 100 }),
    component('q', { type: 'boundary', props, x: 300 }),
  )
  await bob.until(() => bob.records.has('shape:q'))
  const open = house.storage.holdAppends()
  draw(ada, component('hold'))
  ada.records.get('shape:p')?.set('parentId', 'shape:q')
  bob.records.get('shape:q')?.set('parentId', 'shape:p')
  await Promise.all([ada.until(() => ada.isOpen), bob.until(() => bob.isOpen)])
  open()
  await ada.settled()
  await bob.settled()
  await ada.settled()
  expect(recordAt(ada, 'shape:p')).toMatchObject({ parentId: 'page:page' })
  expect(recordAt(ada, 'shape:q')).toMatchObject({ parentId: 'shape:p' })
  expect(contents(bob)).toEqual(contents(ada))
})

test('L23 connecting to what is deleted at the same moment leaves no binding', async () => {
  const house = await openHouse()
  const ada = await house.open('board', 'ada')
  const bob = await house.open('board', 'bob')
  draw(ada, component('a'), component('b'))
  await bob.until(() => bob.records.has('shape:b'))
  const props = { terminal: 'end', normalizedAnchor: { x: 0, y: 0 }, isExact: false }
  ada.records.delete('shape:b')
  draw(bob, {
    id: 'binding:1',
    typeName: 'binding',
    type: 'arrow',
    meta: {},
    fromId: 'shape:a',
    toId: 'shape:b',
    props: { ...props, isPrecise: false, snap: 'none' },
  })
  await ada.settled()
  await bob.settled()
  await ada.settled()
  expect(bob.records.has('binding:1')).toBe(false)
  expect(contents(bob)).toEqual(contents(ada))
})

test('L20 a bad value is taken back on the screen of who wrote it too', async () => {
  const house = await openHouse()
  const ada = await house.open('board', 'ada')
  draw(ada, component('a'))
  await ada.settled()
  ada.records.get('shape:a')?.set('p.replicas', -5)
  await ada.until(() => ada.records.get('shape:a')?.get('p.replicas') === 1)
  const rows = house.storage.updatesOf('board', 'design').slice(-2)
  expect(rows.map(({ personId }) => personId)).toEqual(['ada', null])
})

test('L13 when the log fails nobody sees the edit, the sockets close, and all goes on', async () => {
  const house = await openHouse()
  const ada = await house.open('board', 'ada')
  const bob = await house.open('board', 'bob')
  const other = await house.open('other', 'bob')
  house.storage.failWith(new AppError('storage_unavailable'))
  draw(ada, component('a'))
  expect(await Promise.all([ada.untilClosed(), bob.untilClosed()])).toEqual([1013, 1013])
  expect(bob.records.has('shape:a')).toBe(false)
  await expect(house.live.act('board', 'room', act(), () => 1)).rejects.toThrow(AppError)
  house.storage.failWith(undefined)
  const again = await house.open('board', 'ada', { doc: ada.doc })
  await again.settled()
  const fresh = await house.open('board', 'bob')
  expect(fresh.records.has('shape:a')).toBe(true)
  draw(other, component('b'))
  await other.settled()
  expect(other.closed).toBeUndefined()
})

test('L14 a room that cannot be read disturbs no other', async () => {
  const house = await openHouse()
  const other = await house.open('other', 'ada')
  house.storage.breakBoard('board')
  expect(await house.knock('board', 'ada').untilClosed()).toBe(1011)
  draw(other, component('a'))
  await other.settled()
  expect(other.closed).toBeUndefined()
  expect(house.logged).toContain('socket could not be opened')
})

test('L14 an act that fails half-way leaves the document as it was, and nobody is cut off', async () => {
  const house = await openHouse()
  const ada = await house.open('board', 'ada')
  const failing = house.live.act('board', 'design', act(), (doc) => {
    doc.getMap('records').clear()
    throw new Error('half-way')
  })
  draw(ada, component('a'))
  await expect(failing).rejects.toThrow('half-way')
  await ada.settled()
  const bob = await house.open('board', 'bob')
  expect([...bob.records.keys()].sort()).toEqual(['document:document', 'page:page', 'shape:a'])
  expect([ada.closed, house.storage.acts]).toEqual([undefined, []])
})

test('L14 a document that is spoiled and cannot be read again ends its room alone', async () => {
  const house = await openHouse()
  const ada = await house.open('board', 'ada')
  const other = await house.open('other', 'ada')
  house.storage.breakBoard('board')
  const failing = house.live.act('board', 'design', act(), (doc) => {
    doc.getMap('records').clear()
    throw new Error('half-way')
  })
  await expect(failing).rejects.toThrow('half-way')
  expect(await ada.untilClosed()).toBe(1011)
  draw(other, component('a'))
  await other.settled()
  expect(other.closed).toBeUndefined()
})

test('L15 an act is kept with its row, sent, and then answered', async () => {
  const house = await openHouse()
  const ada = await house.open('board', 'ada', { document: 'room' })
  const title = await house.live.act('board', 'room', act(), (doc) => {
    doc.getMap('board').set('title', 'New')
    return 'done'
  })
  expect(title).toBe('done')
  expect(house.storage.acts).toEqual([act()])
  expect(house.storage.updatesOf('board', 'room').at(-1)).toMatchObject({ personId: 'ada' })
  await ada.until(() => ada.doc.getMap('board').get('title') === 'New')
  expect(ada.doc.getMap('board').toJSON()).toEqual({ title: 'New', scenarioId: null })
})
