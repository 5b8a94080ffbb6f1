import { component, draw, openLiveHouse, type LiveHouse } from '#server/testing/live-house.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type * as Y from 'yjs'

let house: LiveHouse
beforeEach(async () => {
  house = await openLiveHouse({ records: 5 })
  house.addBoard('board', { ada: 'interviewer', bob: 'candidate', eve: 'reviewer' })
})
afterEach(() => house.close())

test('L25 a document over its size takes small edits and refuses large ones', async () => {
  const small = await openLiveHouse({ documentBytes: 4000, editBytesWhenFull: 200 })
  small.addBoard('board', { ada: 'interviewer', bob: 'candidate' })
  try {
    const ada = await small.open('board', 'ada')
    const bob = await small.open('board', 'bob')
    draw(ada, component('a', { meta: { note: 'x'.repeat(4000) } }))
    await bob.until(() => bob.records.has('shape:a'))
    draw(bob, component('b'))
    expect(await bob.untilClosed()).toBe(4422)
    ada.records.get('shape:a')?.set('xy', [7, 7])
    await ada.settled()
    await small.live.read('board', 'design', (doc) => {
      const records = doc.getMap<Y.Map<unknown>>('records')
      expect([records.has('shape:b'), records.get('shape:a')?.get('xy')]).toEqual([false, [7, 7]])
    })
  } finally {
    await small.close()
  }
})

test('L25 a full board refuses new records, says so, and lets others be changed', async () => {
  const ada = await house.open('board', 'ada')
  const bob = await house.open('board', 'bob')
  draw(ada, component('a'), component('b'), component('c'))
  await bob.until(() => bob.records.has('shape:c'))
  draw(bob, component('d'))
  expect(await bob.untilClosed()).toBe(4422)
  ada.records.get('shape:a')?.set('xy', [7, 7])
  await ada.settled()
  const eve = await house.open('board', 'eve')
  expect(eve.records.has('shape:d')).toBe(false)
  expect(eve.records.get('shape:a')?.get('xy')).toEqual([7, 7])
})
