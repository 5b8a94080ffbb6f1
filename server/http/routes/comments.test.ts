import { afterAll, beforeAll, expect, test } from 'vitest'
import { mayAct, roles } from '#shared/access.ts'
import { commentMade, threadMade } from '#shared/api.ts'
import { codeOf, makeBoard, personIdOf, type TestBoard } from '#server/testing/members.ts'
import { readRoom } from '#server/testing/read-room.ts'
import { startServer, type StartedServer } from '#server/testing/start-server.ts'
import type { Visitor } from '#server/testing/visitor.ts'

const at = 1_700_000_000_000
let server: StartedServer
let board: TestBoard
beforeAll(async () => {
  server = await startServer({ now: () => at })
  board = await makeBoard(server)
})
afterAll(() => server.stop())

const wanted = {
  anchor: { type: 'component', shapeId: 'shape:a', pageId: 'page:page' },
  at: { x: 10, y: 20 },
  on: 'Orders',
  text: 'Why one instance?',
}

async function start(by: Visitor = board.members.reviewer) {
  const made = threadMade.parse((await by.post(`${board.path}/threads`, wanted)).json)
  const path = `${board.path}/threads/${made.thread}`
  return { ...made, path, commentPath: `${path}/comments/${made.comment}` }
}

async function threadOf(id: string) {
  return (await readRoom(server.storage, board.id)).threads[id]
}

test('writes a thread with its first comment into the room', async () => {
  const { thread, comment } = await start()
  const { anchor, on } = wanted
  expect(await threadOf(thread)).toEqual({
    $: { anchor, at: wanted.at, on, createdAt: at, resolvedAt: null, resolvedBy: null },
    [comment]: {
      authorId: await personIdOf(board.members.reviewer),
      authorName: 'The reviewer',
      text: wanted.text,
      createdAt: at,
      editedAt: null,
    },
  })
})

test('logs who commented', async () => {
  const { thread, comment } = await start()
  const personId = await personIdOf(board.members.reviewer)
  const acts = await server.storage.log.acts(board.id)
  expect(acts.at(-1)).toMatchObject({ personId, act: 'comment', details: { thread, comment } })
})

test.each([
  { type: 'arrow', shapeId: 'shape:b', pageId: 'page:page' },
  { type: 'point', x: 1, y: -2, pageId: 'page:page' },
])('hangs a thread on %j', async (anchor) => {
  const reply = await board.members.candidate.post(`${board.path}/threads`, { ...wanted, anchor })
  const { thread } = threadMade.parse(reply.json)
  expect(await threadOf(thread)).toMatchObject({ $: { anchor } })
})

test.each(roles)(
  'lets a %s comment, reply, resolve and reopen if the table says so',
  async (role) => {
    const visitor = board.members[role]
    const { path } = await start()
    const allowed = (act: 'comment' | 'reply' | 'resolve' | 'reopen') =>
      mayAct({ role, owner: false }, act)
    const replies = [
      [await visitor.post(`${board.path}/threads`, wanted), allowed('comment'), 201],
      [await visitor.post(`${path}/comments`, { text: 'So?' }), allowed('reply'), 201],
      [await visitor.post(`${path}/resolve`), allowed('resolve'), 204],
      [await visitor.post(`${path}/reopen`), allowed('reopen'), 204],
    ] as const
    for (const [reply, isAllowed, status] of replies) {
      expect(reply.status).toBe(isAllowed ? status : 403)
    }
  },
)

test('keeps strangers out', async () => {
  const { path, commentPath } = await start()
  const { stranger } = board
  const replies = [
    await stranger.post(`${board.path}/threads`, wanted),
    await stranger.post(`${path}/comments`, { text: 'x' }),
    await stranger.patch(commentPath, { text: 'x' }),
    await stranger.delete(commentPath),
    await stranger.post(`${path}/resolve`),
  ]
  expect(replies.map(codeOf)).toEqual(replies.map(() => 'not_a_member'))
})

test("edits one's own comment and nobody else's", async () => {
  const { thread, comment, commentPath } = await start()
  const edited = await board.members.reviewer.patch(commentPath, { text: 'Better' })
  expect(edited.json).toEqual({ comment })
  expect(await threadOf(thread)).toMatchObject({ [comment]: { text: 'Better', editedAt: at } })
  for (const other of [board.members.candidate, board.owner]) {
    expect(codeOf(await other.patch(commentPath, { text: 'Forged' }))).toBe('role_may_not')
  }
  expect(await threadOf(thread)).toMatchObject({ [comment]: { text: 'Better' } })
})

test("deletes one's own comment; only the owner deletes another's", async () => {
  const { thread, comment, path, commentPath } = await start()
  const { candidate } = board.members
  const reply = commentMade.parse((await candidate.post(`${path}/comments`, { text: 'Mine' })).json)
  expect(codeOf(await candidate.delete(commentPath))).toBe('role_may_not')
  expect((await candidate.delete(`${path}/comments/${reply.comment}`)).status).toBe(204)
  expect(await threadOf(thread)).toHaveProperty(comment)
  expect((await board.owner.delete(commentPath)).status).toBe(204)
  expect(await threadOf(thread)).toBeUndefined()
})

test('resolves with who and when, and reopens', async () => {
  const { thread, path } = await start()
  await board.members.candidate.post(`${path}/resolve`)
  const resolvedBy = await personIdOf(board.members.candidate)
  expect(await threadOf(thread)).toMatchObject({ $: { resolvedAt: at, resolvedBy } })
  await board.members.reviewer.post(`${path}/resolve`)
  expect(await threadOf(thread)).toMatchObject({ $: { resolvedBy } })
  await board.owner.post(`${path}/reopen`)
  expect(await threadOf(thread)).toMatchObject({ $: { resolvedAt: null, resolvedBy: null } })
})

test('knows nothing that is not there, the head of a thread included', async () => {
  const { thread, path } = await start()
  const { owner } = board
  const replies = [
    await owner.post(`${board.path}/threads/none/comments`, { text: 'x' }),
    await owner.post(`${board.path}/threads/none/resolve`),
    await owner.patch(`${path}/comments/none`, { text: 'x' }),
    await owner.delete(`${path}/comments/none`),
    await owner.delete(`${path}/comments/$`),
  ]
  expect(replies.map(codeOf)).toEqual(replies.map(() => 'unknown_thing'))
  expect(await threadOf(thread)).toHaveProperty('$')
})

test.each([
  { ...wanted, text: '   ' },
  { ...wanted, text: 'x'.repeat(10_001) },
  { ...wanted, anchor: { type: 'moon' } },
  { ...wanted, at: { x: '1', y: 2 } },
])('refuses what does not fit', async (body) => {
  const reply = await board.owner.post(`${board.path}/threads`, body)
  expect([reply.status, codeOf(reply)]).toEqual([400, 'bad_request'])
})
