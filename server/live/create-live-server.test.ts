import { readRecord } from '#shared/design/record-codec.ts'
import { component, draw, openLiveHouse, type LiveHouse } from '#server/testing/live-house.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'

let house: LiveHouse
beforeEach(async () => {
  house = await openLiveHouse()
  house.addBoard('board', {
    ada: 'interviewer',
    bob: 'candidate',
    eve: 'reviewer',
    oli: 'observer',
  })
})
afterEach(() => house.close())

test('L1 what one draws the other sees, and the log has it', async () => {
  const ada = await house.open('board', 'ada')
  const bob = await house.open('board', 'bob')
  draw(ada, component('a'))
  await bob.until(() => bob.records.has('shape:a'))
  const map = bob.records.get('shape:a')
  expect(map && readRecord(map)).toEqual(component('a'))
  expect(house.storage.updatesOf('board', 'design')).toHaveLength(2)
})
