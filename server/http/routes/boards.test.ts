import { afterAll, beforeAll, expect, test } from 'vitest'
import { mayAct, roles } from '#shared/access.ts'
import { boardsAnswer, boardSummary } from '#shared/api.ts'
import { codeOf, makeBoard, personIdOf, type TestBoard } from '#server/testing/members.ts'
import { startServer, type StartedServer } from '#server/testing/start-server.ts'
import { readRoom } from '#server/testing/read-room.ts'
import { testScenario } from '#server/testing/test-scenario.ts'

let server: StartedServer
let board: TestBoard
beforeAll(async () => {
  server = await startServer({ scenarios: [testScenario] })
  board = await makeBoard(server)
})
afterAll(() => server.stop())

test('makes a board whose owner sits as interviewer, or as candidate when alone', async () => {
  const visitor = server.visit()
  const first = await visitor.post('/api/boards')
  expect(first.status).toBe(201)
  expect(first.json).toMatchObject({
    title: 'Untitled board',
    scenario: null,
    role: 'interviewer',
    owner: true,
  })
  const alone = await visitor.post('/api/boards', { as: 'candidate', title: ' Mine ' })
  expect(alone.json).toMatchObject({ title: 'Mine', role: 'candidate', owner: true })
})

test('names a board after its scenario, and refuses one that does not exist', async () => {
  const visitor = server.visit()
  const made = await visitor.post('/api/boards', { scenario: testScenario.id })
  expect(made.json).toMatchObject({ title: testScenario.title, scenario: testScenario.id })
  const refused = await visitor.post('/api/boards', { scenario: 'nothing' })
  expect([refused.status, codeOf(refused)]).toEqual([404, 'unknown_scenario'])
})

test('seeds the room with the title and the owner', async () => {
  const visitor = server.visit()
  const { id } = boardSummary.parse((await visitor.post('/api/boards', { title: 'A' })).json)
  const room = await readRoom(server.storage, id)
  expect(room.board).toEqual({ title: 'A', scenarioId: null })
  const { name, color } = (await server.storage.people.find(await personIdOf(visitor))) ?? {}
  expect(room.roster).toEqual({
    [await personIdOf(visitor)]: { name, color, role: 'interviewer', owner: true },
  })
})

test("lists one's own boards and nobody else's", async () => {
  const list = boardsAnswer.parse((await board.members.reviewer.get('/api/boards')).json)
  expect(list.boards).toMatchObject([{ id: board.id, role: 'reviewer', owner: false }])
  expect((await board.stranger.get('/api/boards')).json).toEqual({ boards: [] })
})

test.each(roles)('lets the %s read the board, and rename it if the table says so', async (role) => {
  const visitor = board.members[role]
  const read = await visitor.get(board.path)
  expect(read.json).toMatchObject({ id: board.id, role, owner: false })
  const renamed = await visitor.patch(board.path, { title: `By the ${role}` })
  const allowed = mayAct({ role, owner: false }, 'rename_board')
  const expected = allowed ? [200, undefined] : [403, 'role_may_not']
  expect([renamed.status, codeOf(renamed)]).toEqual(expected)
})

test('keeps the title in the room', async () => {
  await board.owner.patch(board.path, { title: 'New name' })
  expect((await readRoom(server.storage, board.id)).board).toMatchObject({ title: 'New name' })
  expect((await board.owner.get(board.path)).json).toMatchObject({ title: 'New name' })
})

test('keeps strangers out and knows no board that is not there', async () => {
  const refused = await board.stranger.get(board.path)
  expect([refused.status, codeOf(refused)]).toEqual([403, 'not_a_member'])
  const unknown = await board.owner.get('/api/boards/none')
  expect([unknown.status, codeOf(unknown)]).toEqual([404, 'unknown_board'])
})

test.each(roles)('does not let a %s delete the board', async (role) => {
  const refused = await board.members[role].delete(board.path)
  expect([refused.status, codeOf(refused)]).toEqual([403, 'role_may_not'])
})

test('deletes a board with everything on it', async () => {
  const other = await makeBoard(server)
  expect((await other.owner.delete(other.path)).status).toBe(204)
  expect(codeOf(await other.owner.get(other.path))).toBe('unknown_board')
  expect((await other.members.candidate.get('/api/boards')).json).toEqual({ boards: [] })
})
