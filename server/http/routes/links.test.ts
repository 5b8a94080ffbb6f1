import { afterAll, beforeAll, expect, test } from 'vitest'
import { mayMakeLink, roles } from '#shared/access.ts'
import { boardSummary, linksAnswer } from '#shared/api.ts'
import {
  codeOf,
  joinAs,
  makeBoard,
  makeLink,
  personIdOf,
  type TestBoard,
} from '#server/testing/members.ts'
import { readRoom } from '#server/testing/read-room.ts'
import { startServer, type StartedServer } from '#server/testing/start-server.ts'

let server: StartedServer
let board: TestBoard
beforeAll(async () => {
  server = await startServer()
  board = await makeBoard(server)
})
afterAll(() => server.stop())

test.each(roles)('makes a link for a %s that is shown once and kept hashed', async (role) => {
  const { id, token, url } = await makeLink(board.owner, board.path, role)
  expect(token).toMatch(/^[\w-]{43}$/)
  expect(url).toBe(`${server.origin}/join/${token}`)
  const list = await board.owner.get(`${board.path}/links`)
  expect(linksAnswer.parse(list.json).links).toContainEqual(
    expect.objectContaining({ id, role, members: 0 }),
  )
  expect(list.text).not.toContain(token)
})

const seats = roles.flatMap((role) => roles.map((wanted) => [role, wanted] as const))

test.each(seats)('does not let a %s make a link for a %s', async (role, wanted) => {
  expect(mayMakeLink({ role, owner: false }, wanted)).toBe(false)
  const refused = await board.members[role].post(`${board.path}/links`, { role: wanted })
  expect([refused.status, codeOf(refused)]).toEqual([403, 'role_may_not'])
})

test.each(roles)('does not let a %s see or revoke links', async (role) => {
  const { id } = await makeLink(board.owner, board.path, 'observer')
  expect(codeOf(await board.members[role].get(`${board.path}/links`))).toBe('role_may_not')
  expect(codeOf(await board.members[role].delete(`${board.path}/links/${id}`))).toBe('role_may_not')
})

test('never lets an owner who is candidate make a link to the lane', async () => {
  const alone = server.visit()
  const made = boardSummary.parse((await alone.post('/api/boards', { as: 'candidate' })).json)
  const path = `/api/boards/${made.id}/links`
  expect(codeOf(await alone.post(path, { role: 'interviewer' }))).toBe('role_may_not')
  expect((await alone.post(path, { role: 'reviewer' })).status).toBe(201)
})

test('refuses a role that does not exist', async () => {
  const reply = await board.owner.post(`${board.path}/links`, { role: 'admin' })
  expect([reply.status, codeOf(reply)]).toEqual([400, 'bad_request'])
})

test('joins with a name, signs a new browser in and shows in the roster', async () => {
  const visitor = server.visit()
  const { token } = await makeLink(board.owner, board.path, 'reviewer')
  const reply = await visitor.post('/api/join', { token, name: 'Grace' })
  expect(reply.json).toEqual({ board: board.id, role: 'reviewer' })
  expect(visitor.cookie).toBeDefined()
  const { roster } = await readRoom(server.storage, board.id)
  expect(roster[await personIdOf(visitor)]).toMatchObject({ name: 'Grace', role: 'reviewer' })
})

test('shows everybody who joins at the same moment', async () => {
  const { owner, path, id } = await makeBoard(server)
  const visitors = await Promise.all(
    Array.from({ length: 12 }, () => joinAs(server, owner, { path, role: 'observer' })),
  )
  const { roster } = await readRoom(server.storage, id)
  expect(Object.keys(roster)).toEqual(
    expect.arrayContaining(await Promise.all(visitors.map(personIdOf))),
  )
})

test('changes nothing when the same link is opened again', async () => {
  const visitor = server.visit()
  const { token } = await makeLink(board.owner, board.path, 'observer')
  const first = await visitor.post('/api/join', { token })
  const again = await visitor.post('/api/join', { token })
  expect([again.status, again.json]).toEqual([200, first.json])
})

test('asks before switching to another role', async () => {
  const visitor = await joinAs(server, board.owner, { path: board.path, role: 'observer' })
  const { token } = await makeLink(board.owner, board.path, 'candidate')
  const asked = await visitor.post('/api/join', { token })
  expect([asked.status, codeOf(asked)]).toEqual([409, 'other_role'])
  expect((await visitor.get(board.path)).json).toMatchObject({ role: 'observer' })
  const switched = await visitor.post('/api/join', { token, switch: true })
  expect(switched.json).toEqual({ board: board.id, role: 'candidate' })
  expect((await visitor.get(board.path)).json).toMatchObject({ role: 'candidate' })
})

test('leaves the owner in the own seat whatever link is opened', async () => {
  const { token } = await makeLink(board.owner, board.path, 'observer')
  const reply = await board.owner.post('/api/join', { token, switch: true })
  expect(reply.json).toEqual({ board: board.id, role: 'interviewer' })
  expect((await board.owner.get(board.path)).json).toMatchObject({ owner: true })
})

test('removes who came by a link when it is revoked, and lets nobody in by it', async () => {
  const { id, token } = await makeLink(board.owner, board.path, 'candidate')
  const guest = server.visit()
  await guest.post('/api/join', { token })
  expect((await board.owner.delete(`${board.path}/links/${id}`)).status).toBe(204)
  expect(codeOf(await guest.get(board.path))).toBe('not_a_member')
  const { roster } = await readRoom(server.storage, board.id)
  expect(roster).not.toHaveProperty(await personIdOf(guest))
  const late = await server.visit().post('/api/join', { token, name: 'Late' })
  expect([late.status, codeOf(late)]).toEqual([410, 'revoked_link'])
  const list = linksAnswer.parse((await board.owner.get(`${board.path}/links`)).json)
  expect(list.links.map((link) => link.id)).not.toContain(id)
})

test.each(['', 'short', 'x'.repeat(43)])('opens nothing with the token "%s"', async (token) => {
  const reply = await server.visit().post('/api/join', { token })
  expect(codeOf(reply)).toBe(token === '' ? 'bad_request' : 'unknown_link')
})

test("does not revoke another board's link", async () => {
  const other = await makeBoard(server)
  const { id, token } = await makeLink(other.owner, other.path, 'observer')
  const reply = await board.owner.delete(`${board.path}/links/${id}`)
  expect([reply.status, codeOf(reply)]).toEqual([404, 'unknown_thing'])
  expect((await server.visit().post('/api/join', { token })).status).toBe(200)
})
