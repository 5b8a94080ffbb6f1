/** How a socket is refused, and what a frame that nobody could read costs: that socket and nothing else. */
import { randomBytes } from 'node:crypto'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { component } from '#server/testing/live-house.ts'
import type { Place } from './place.ts'
import type { RawMember } from './raw-member.ts'
import { expect, test } from './test.ts'

type Knock = (place: Place) => Promise<RawMember>
const withCookie =
  (change: (cookie: string) => string | undefined): Knock =>
  async (place) =>
    place.knock(place.owner, 'design', { cookie: change(place.owner.cookie ?? '') })
const at =
  (folder: (board: string) => string, document: string): Knock =>
  async (place) =>
    place.knockAt(folder(place.id), document, { cookie: place.owner.cookie })

const doors: readonly (readonly [string, Knock, number, string])[] = [
  ['without a cookie', withCookie(() => undefined), 4401, 'not_signed_in'],
  ['with an empty cookie', withCookie(() => 'lb_session='), 4401, 'not_signed_in'],
  ['with a signature of somebody else', withCookie(forgedFrom), 4401, 'not_signed_in'],
  ['with a cookie that was cut', withCookie((c) => c.slice(0, -5)), 4401, 'not_signed_in'],
  [
    'from a page of another site',
    async (place) => place.knock(place.owner, 'design', { from: 'http://evil.example' }),
    4403,
    'foreign_origin',
  ],
  [
    'from a page of another port',
    async (place) => place.knock(place.owner, 'design', { from: 'http://localhost:1' }),
    4403,
    'foreign_origin',
  ],
  [
    'from a page without an address',
    async (place) => place.knock(place.owner, 'design', { from: 'null' }),
    4403,
    'foreign_origin',
  ],
  [
    'by somebody who is not on the board',
    async (place) => {
      const stranger = place.visit()
      await stranger.get('/api/me')
      return place.knock(stranger)
    },
    4403,
    'not_a_member',
  ],
  ['to a board that is unknown', at(() => 'live/nowhere', 'design'), 4404, 'unknown_board'],
  [
    'to a document that is unknown',
    at((board) => `live/${board}`, 'secrets'),
    4404,
    'unknown_board',
  ],
  [
    'to a document that every object has',
    at((board) => `live/${board}`, 'constructor'),
    4404,
    'unknown_board',
  ],
  ['to half an address', at(() => 'live', 'design'), 4404, 'unknown_board'],
  ['to more than an address', at((board) => `live/${board}/design`, 'more'), 4404, 'unknown_board'],
  ['to another path', at((board) => `api/${board}`, 'design'), 4404, 'unknown_board'],
  ['by a way around', at((board) => `live/x/..%2f${board}`, 'design'), 4404, 'unknown_board'],
]

/** The same person with a signature that is well formed and not ours. */
function forgedFrom(cookie: string): string {
  return cookie.replace(/\.[^.]*$/, `.${'A'.repeat(43)}`)
}

for (const [how, knock, code, reason] of doors) {
  test(`closes a socket ${how} and says why`, async ({ place }) => {
    const member = await knock(place)
    expect(await member.closed()).toEqual({ code, reason })
    expect(member.heard).toEqual([])
  })
}

test('lets in who comes from a page of its own', async ({ place, product }) => {
  const member = place.knock(place.owner, 'design', { from: product.origin })
  await member.synced()
  expect(member.records.has('page:page')).toBe(true)
})

test('ends the socket of somebody who is taken off the board', async ({ place }) => {
  const made = await place.owner.post(`${place.path}/links`, { role: 'candidate' })
  const { id, token } = made.json as { id: string; token: string }
  const guest = place.visit()
  await guest.post('/api/join', { token, name: 'Guest' })
  const member = await place.knock(guest).synced()
  expect((await place.owner.delete(`${place.path}/links/${id}`)).status).toBe(204)
  expect(await member.closed()).toEqual({ code: 4409, reason: 'rights_changed' })
  const again = place.knock(guest)
  expect(await again.closed()).toEqual({ code: 4403, reason: 'not_a_member' })
  await place.expectPeace()
})

test('ends the sockets of a board that is deleted', async ({ place }) => {
  const member = await place.open('candidate')
  await place.owner.delete(place.path)
  expect(await member.closed()).toEqual({ code: 4404, reason: 'unknown_board' })
})

const bytes = (...values: readonly number[]): Uint8Array<ArrayBuffer> => Uint8Array.from(values)

const malformed: readonly (readonly [string, () => Uint8Array<ArrayBuffer> | string])[] = [
  ['text', () => 'hello'],
  ['nothing', () => bytes()],
  ['a message of no known kind', () => bytes(9, 1)],
  ['a step of no known kind', () => bytes(0, 9, 1, 0)],
  ['half a message', () => bytes(0, 2, 100, 1)],
  ['a number without an end', () => bytes(...Array<number>(40).fill(0xff))],
  ['noise for an update', () => Uint8Array.from([0, 2, 40, ...randomBytes(40)])],
  ['an update with something behind it', () => bytes(0, 2, 3, 0, 0, 0)],
  ['an update that promises a billion structs', () => bytes(0, 2, 7, 1, 255, 255, 255, 255, 3, 1)],
  ['a broken state vector', () => bytes(0, 0, 2, 5, 1)],
  ['broken presence', () => bytes(1, 3, 5, 1, 1)],
  ['values within values without an end', nestedDeeply],
]

/** A record whose value is a list in a list in a list …: small, and deeper than any stack. */
function nestedDeeply(): Uint8Array<ArrayBuffer> {
  const depth = 1_000_000
  const update = encoding.createEncoder()
  for (const number of [1, 1, 12345, 0]) encoding.writeVarUint(update, number)
  encoding.writeUint8(update, 8 | 0x20)
  encoding.writeVarUint(update, 1)
  encoding.writeVarString(update, 'records')
  encoding.writeVarString(update, 'shape:deep')
  encoding.writeVarUint(update, 1)
  for (let level = 0; level < depth; level += 1) encoding.writeUint8Array(update, bytes(117, 1))
  encoding.writeUint8(update, 126)
  encoding.writeVarUint(update, 0)
  const frame = encoding.createEncoder()
  for (const number of [0, 2]) encoding.writeVarUint(frame, number)
  encoding.writeVarUint8Array(frame, encoding.toUint8Array(update))
  return Uint8Array.from(encoding.toUint8Array(frame))
}

for (const [what, frame] of malformed) {
  test(`closes the socket that sends ${what}, and no other`, async ({ place }) => {
    const onlooker = await place.open('observer')
    const attacker = await place.open('candidate')
    attacker.send(frame())
    expect(await attacker.closed()).toEqual({ code: 4400, reason: 'malformed_frame' })
    await place.expectPeace(onlooker)
  })
}

const megabyte = 1024 * 1024

test('refuses a frame of more than eight megabytes', async ({ place }) => {
  const onlooker = await place.open('observer')
  const attacker = await place.open('candidate')
  attacker.send(new Uint8Array(8 * megabyte + 1))
  expect(await attacker.closed()).toEqual({ code: 4413, reason: 'too_large' })
  await place.expectPeace(onlooker)
})

test('does not even take in a frame of twenty megabytes', async ({ place }) => {
  const onlooker = await place.open('observer')
  const attacker = await place.open('candidate')
  attacker.send(new Uint8Array(20 * megabyte))
  // It is cut off in the middle of its frame: whether it still hears why depends on the network.
  expect([1006, 1009]).toContain((await attacker.closed())?.code)
  attacker.leave()
  await place.expectPeace(onlooker)
})

test('refuses a flood of frames', async ({ place }) => {
  const onlooker = await place.open('observer')
  const attacker = await place.open('candidate')
  const presence = bytes(1, 1, 0)
  for (let sent = 0; sent < 300_000; sent += 1) attacker.send(presence)
  expect(await attacker.closed()).toEqual({ code: 4429, reason: 'too_many_requests' })
  await place.expectPeace(onlooker)
})

test('a reader who floods the server with edits changes nothing', async ({ place }) => {
  const onlooker = await place.open('observer')
  const reader = await place.open('reviewer')
  const flood = new Y.Doc()
  for (let drawn = 0; drawn < 200; drawn += 1) {
    const value = JSON.stringify(component(`flood-${drawn}`))
    flood.getMap('records').set(`shape:flood-${drawn}`, new Y.Map([['$', value]]))
    reader.update(Y.encodeStateAsUpdate(flood))
  }
  await reader.settled()
  await place.expectPeace(onlooker, reader)
  expect([...onlooker.records.keys()].filter((id) => id.includes('flood'))).toEqual([])
})
