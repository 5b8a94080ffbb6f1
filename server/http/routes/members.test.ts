import { afterAll, beforeEach, beforeAll, expect, test } from 'vitest'
import { roles } from '#shared/access.ts'
import { boardSummary, membersAnswer } from '#shared/api.ts'
import { codeOf, makeBoard, personIdOf, type TestBoard } from '#server/testing/members.ts'
import { readRoom } from '#server/testing/read-room.ts'
import { startServer, type StartedServer } from '#server/testing/start-server.ts'

let server: StartedServer
let board: TestBoard
beforeAll(async () => {
  server = await startServer()
})
beforeEach(async () => {
  board = await makeBoard(server)
})
afterAll(() => server.stop())

const pathOf = async (role: (typeof roles)[number]) =>
  `${board.path}/members/${await personIdOf(board.members[role])}`

test('lists who is on the board to members alone', async () => {
  const list = membersAnswer.parse((await board.members.observer.get(`${board.path}/members`)).json)
  expect(list.members.map(({ role, owner }) => `${role}${owner ? ' (owner)' : ''}`).sort()).toEqual(
    ['candidate', 'interviewer', 'interviewer (owner)', 'observer', 'reviewer'],
  )
  expect(codeOf(await board.stranger.get(`${board.path}/members`))).toBe('not_a_member')
})

test('lets the owner give another role, and shows it in the roster', async () => {
  const reply = await board.owner.patch(await pathOf('observer'), { role: 'reviewer' })
  expect(reply.status).toBe(200)
  const id = await personIdOf(board.members.observer)
  expect((await readRoom(server.storage, board.id)).roster[id]).toMatchObject({ role: 'reviewer' })
  expect((await board.members.observer.get(board.path)).json).toMatchObject({ role: 'reviewer' })
})

test.each(roles)('does not let a %s change roles or remove others', async (role) => {
  const other = await pathOf(role === 'observer' ? 'reviewer' : 'observer')
  expect(codeOf(await board.members[role].patch(other, { role: 'candidate' }))).toBe('role_may_not')
  expect(codeOf(await board.members[role].delete(other))).toBe('role_may_not')
})

test('does not let an owner who is candidate take a seat with the lane', async () => {
  const alone = server.visit()
  const { id } = boardSummary.parse((await alone.post('/api/boards', { as: 'candidate' })).json)
  const self = `/api/boards/${id}/members/${await personIdOf(alone)}`
  expect(codeOf(await alone.patch(self, { role: 'interviewer' }))).toBe('role_may_not')
})

test.each(roles)('lets a %s leave', async (role) => {
  expect((await board.members[role].delete(await pathOf(role))).status).toBe(204)
  expect(codeOf(await board.members[role].get(board.path))).toBe('not_a_member')
  const { roster } = await readRoom(server.storage, board.id)
  expect(roster).not.toHaveProperty(await personIdOf(board.members[role]))
})

test('lets the owner remove anybody but the owner', async () => {
  expect((await board.owner.delete(await pathOf('candidate'))).status).toBe(204)
  expect(codeOf(await board.members.candidate.get(board.path))).toBe('not_a_member')
  const self = `${board.path}/members/${await personIdOf(board.owner)}`
  expect(codeOf(await board.owner.delete(self))).toBe('role_may_not')
})

test('knows no member who is not there', async () => {
  const reply = await board.owner.delete(`${board.path}/members/nobody`)
  expect([reply.status, codeOf(reply)]).toEqual([404, 'unknown_thing'])
})

test('tells the boards when somebody takes another name', async () => {
  const { candidate } = board.members
  await candidate.patch('/api/me', { name: 'Edsger' })
  const { roster } = await readRoom(server.storage, board.id)
  expect(roster[await personIdOf(candidate)]).toMatchObject({ name: 'Edsger', role: 'candidate' })
})
