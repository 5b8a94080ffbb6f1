/** Who may do what over REST, role by role: the whole table of shared/access.ts where it has a route. */
import { mayAct, roles, type Act, type Role } from '#shared/access.ts'
import { commentMade, linkMade, threadMade, versionMade } from '#shared/api.ts'
import { codeOf, personIdOf } from '#server/testing/members.ts'
import type { Reply, Visitor } from '#server/testing/visitor.ts'
import { Place } from './place.ts'
import { expect, test } from './test.ts'

/** These are done over the socket, see raw-client.spec.ts. */
type SocketAct = 'draw' | 'point' | 'follow' | 'lead'
type RestAct = Exclude<Act, SocketAct>

type Attempt = (place: Place, visitor: Visitor) => Promise<Reply>

const words = { text: 'Why one database?' }
const anchor = { type: 'point', x: 1, y: 2, pageId: 'page:page' }
const thread = { anchor, at: { x: 1, y: 2 }, on: 'the board', ...words }
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
  'base64',
)

const finding = {
  rule: 'rel-spof-data',
  title: 'Data has one copy',
  on: 'Orders',
  evidenceHash: 'abc',
}
let findings = 0

/** What a visitor answers to a finding that the candidate defended, unless it is new. */
async function sayTo(place: Place, visitor: Visitor, act: string): Promise<Reply> {
  findings += 1
  const id = `rel-spof-data:${findings.toString(16).padStart(16, '0')}`
  const at = `${place.path}/findings/${id}/answers`
  if (act === 'accept' || act === 'ask-back') {
    const candidate = await place.as('candidate')
    await candidate.post(at, { ...finding, act: 'defend', text: 'A kiosk.' })
  }
  return visitor.post(at, { ...finding, act, text: 'It is a demo.' })
}

/** Address of a thread that the reviewer has started. */
async function threadOf({ path, ...place }: Place, visitor: Visitor): Promise<string> {
  const made = threadMade.safeParse((await visitor.post(`${path}/threads`, thread)).json)
  if (made.success) return `${path}/threads/${made.data.thread}`
  throw new Error(`${place.id}: no thread`)
}

/** Address of a comment by `visitor`, or by the reviewer where `visitor` cannot speak. */
async function commentOf(place: Place, visitor: Visitor): Promise<string> {
  const at = await threadOf(place, await place.as('reviewer'))
  const speakers = [visitor, await place.as('reviewer')]
  for (const speaker of speakers) {
    const made = commentMade.safeParse((await speaker.post(`${at}/comments`, words)).json)
    if (made.success) return `${at}/comments/${made.data.comment}`
  }
  throw new Error('Nobody could reply')
}

async function linkOf({ owner, path }: Place): Promise<string> {
  const made = linkMade.parse((await owner.post(`${path}/links`, { role: 'observer' })).json)
  return `${path}/links/${made.id}`
}

const attempts: Record<RestAct, Attempt> = {
  upload_image: ({ path }, visitor) => {
    const headers = { 'content-type': 'image/png' }
    return visitor.send('POST', `${path}/assets`, { body: pixel, headers })
  },
  import: async ({ owner, path }, visitor) => {
    const body = (await owner.get(`${path}/export`)).text
    return visitor.send('POST', `${path}/import`, { body })
  },
  export: ({ path }, visitor) => visitor.get(`${path}/export`),
  comment: ({ path }, visitor) => visitor.post(`${path}/threads`, thread),
  reply: async (place, visitor) =>
    visitor.post(`${await threadOf(place, await place.as('reviewer'))}/comments`, words),
  edit_own_comment: async (place, visitor) =>
    visitor.patch(await commentOf(place, visitor), { text: 'Because.' }),
  delete_own_comment: async (place, visitor) => visitor.delete(await commentOf(place, visitor)),
  delete_any_comment: async (place, visitor) =>
    visitor.delete(await commentOf(place, await place.comes('reviewer'))),
  resolve: async (place, visitor) =>
    visitor.post(`${await threadOf(place, await place.as('reviewer'))}/resolve`),
  reopen: async (place, visitor) => {
    const at = await threadOf(place, await place.as('reviewer'))
    await (await place.as('reviewer')).post(`${at}/resolve`)
    return visitor.post(`${at}/reopen`)
  },
  defend: (place, visitor) => sayTo(place, visitor, 'defend'),
  set_aside: (place, visitor) => sayTo(place, visitor, 'set-aside'),
  accept: (place, visitor) => sayTo(place, visitor, 'accept'),
  ask_back: (place, visitor) => sayTo(place, visitor, 'ask-back'),
  save_version: ({ path }, visitor) => visitor.post(`${path}/versions`, { name: 'First draft' }),
  restore: async ({ owner, path }, visitor) => {
    const made = await owner.post(`${path}/versions`, { name: 'First draft' })
    return visitor.post(`${path}/versions/${versionMade.parse(made.json).version}/restore`)
  },
  rename_board: ({ path }, visitor) => visitor.patch(path, { title: 'Renamed' }),
  see_links: ({ path }, visitor) => visitor.get(`${path}/links`),
  revoke_link: async (place, visitor) => visitor.delete(await linkOf(place)),
  change_role: async (place, visitor) => {
    const other = await personIdOf(await place.comes('observer'))
    return visitor.patch(`${place.path}/members/${other}`, { role: 'reviewer' })
  },
  delete_board: ({ path }, visitor) => visitor.delete(path),
}

interface Seat {
  readonly name: string
  readonly role: Role
  readonly owner: boolean
  readonly sit: (place: Place) => Promise<Visitor>
}

const guests: readonly Seat[] = roles.map((role) => ({
  name: `a ${role}`,
  role,
  owner: false,
  sit: (place) => place.comes(role),
}))
const owners: readonly Seat[] = (['interviewer', 'candidate'] as const).map((role) => ({
  name: `the owner as ${role}`,
  role,
  owner: true,
  sit: (place) => Promise.resolve(place.owner),
}))

for (const { name, role, owner, sit } of [...guests, ...owners]) {
  test(`${name} does over REST what the table says and nothing else`, async ({ product }) => {
    const place = await Place.make(product, { as: owner ? role : 'interviewer' })
    const visitor = await sit(place)
    for (const [act, attempt] of Object.entries(attempts)) {
      const reply = await attempt(place, visitor)
      const allowed = mayAct({ role, owner }, act as RestAct)
      const outcome = [act, reply.status < 300, codeOf(reply)]
      expect(outcome).toEqual([act, allowed, allowed ? undefined : 'role_may_not'])
    }
  })
}

for (const role of ['candidate', 'reviewer', 'observer'] as const) {
  test(`what a ${role} is refused has not happened all the same`, async ({ place }) => {
    const visitor = await place.comes(role)
    const refused = Object.entries(attempts).filter(([act]) => {
      return !mayAct({ role, owner: false }, act as RestAct)
    })
    // Someone else's threads and links are made before, and nothing of the visitor's after.
    for (const [, attempt] of refused) await attempt(place, visitor)
    const before = await everythingOf(place)
    for (const act of ['rename_board', 'delete_board', 'change_role', 'upload_image'] as const) {
      if (refused.some(([name]) => name === act)) await attempts[act](place, visitor)
    }
    expect(before.title).toBe('Untitled board')
    expect((await everythingOf(place)).file).toEqual(before.file)
    const member = (await place.owner.get(`${place.path}/members`)).json
    expect(JSON.stringify(member)).not.toContain('"reviewer","owner":true')
  })
}

async function everythingOf({ owner, path }: Place) {
  const { title } = (await owner.get(path)).json as { title: string }
  return { title, file: (await owner.get(`${path}/export`)).text }
}

test("nobody changes another's words, not even the owner", async ({ place }) => {
  const comment = await commentOf(place, await place.as('candidate'))
  for (const role of roles) {
    const reply = await (await place.comes(role)).patch(comment, { text: 'Forged' })
    expect([role, codeOf(reply)]).toEqual([role, 'role_may_not'])
  }
  expect(codeOf(await place.owner.patch(comment, { text: 'Forged' }))).toBe('role_may_not')
  const room = await place.open('observer', 'room')
  expect(JSON.stringify(room.doc.getMap('threads').toJSON())).not.toContain('Forged')
})

/** Literally, so that a slip in the table does not move the guard along with it. */
const linksOf: Record<string, readonly Role[]> = {
  'a interviewer': [],
  'a candidate': [],
  'a reviewer': [],
  'a observer': [],
  'the owner as interviewer': ['interviewer', 'candidate', 'reviewer', 'observer'],
  'the owner as candidate': ['candidate', 'reviewer', 'observer'],
}

for (const { name, role, owner, sit } of [...guests, ...owners]) {
  test(`${name} makes no link that is not theirs to make`, async ({ product }) => {
    const place = await Place.make(product, { as: owner ? role : 'interviewer' })
    const visitor = await sit(place)
    const made: Role[] = []
    for (const wanted of roles) {
      const reply = await visitor.post(`${place.path}/links`, { role: wanted })
      if (reply.status === 201) made.push(wanted)
      else expect([reply.status, codeOf(reply)]).toEqual([403, 'role_may_not'])
    }
    expect(made).toEqual(linksOf[name])
  })
}

test('an owner who is candidate cannot reach the lane through a member either', async ({
  product,
}) => {
  const place = await Place.make(product, { as: 'candidate' })
  const friend = await personIdOf(await place.comes('observer'))
  for (const person of [friend, await personIdOf(place.owner)]) {
    const body = { role: 'interviewer' }
    const reply = await place.owner.patch(`${place.path}/members/${person}`, body)
    expect(codeOf(reply)).toBe('role_may_not')
  }
})

test('a stranger does nothing on a board', async ({ place }) => {
  const stranger = place.visit()
  await stranger.get('/api/me')
  for (const [act, attempt] of Object.entries(attempts)) {
    expect([act, codeOf(await attempt(place, stranger))]).toEqual([act, 'not_a_member'])
  }
})

test('an act from a page of another site is refused, whoever is signed in', async ({ place }) => {
  const headers = { origin: 'http://evil.example' }
  const reply = await place.owner.post(`${place.path}/links`, { role: 'candidate' }, headers)
  expect([reply.status, codeOf(reply)]).toEqual([403, 'foreign_origin'])
})

test('a forged cookie does nothing, and says what to do', async ({ place }) => {
  const forger = place.visit()
  forger.cookie = (place.owner.cookie ?? '').replace(/\.[^.]*$/, `.${'A'.repeat(43)}`)
  const reply = await forger.get(place.path)
  expect([reply.status, codeOf(reply)]).toEqual([401, 'not_signed_in'])
  expect(reply.text).toMatch(/Open the home page/)
})
