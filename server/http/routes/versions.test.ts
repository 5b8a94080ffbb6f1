import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { versionMade } from '#shared/api.ts'
import { isBoardRefusal, parseBoardJson } from '#shared/exchange/board-json.ts'
import { LiveClient } from '#server/testing/live-client.ts'
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

async function save(name: string, by: Visitor = board.members.candidate): Promise<string> {
  return versionMade.parse((await by.post(`${board.path}/versions`, { name })).json).version
}

function drawn(cookie = board.members.candidate.cookie): Promise<LiveClient> {
  const address = board.owner.origin.replace('http', 'ws')
  return LiveClient.open({ server: address, board: board.id, cookie })
}

/** Names the page and waits until the server has it. */
async function namePage(client: LiveClient, watcher: LiveClient, name: string): Promise<void> {
  client.records.get('page:page')?.set('name', name)
  await watcher.until(() => watcher.records.get('page:page')?.get('name') === name)
}

async function pageNameIn(version: string): Promise<unknown> {
  const reply = await board.members.observer.get(`${board.path}/versions/${version}`)
  const read = parseBoardJson(reply.text)
  if (isBoardRefusal(read)) throw new Error(read.detail)
  return read.records.find(({ typeName }) => typeName === 'page')
}

test('names a moment, and still knows what was drawn then', async () => {
  const [ada, rio] = [await drawn(), await drawn(board.members.reviewer.cookie)]
  await namePage(ada, rio, 'One')
  const first = await save('First draft')
  await namePage(ada, rio, 'Two')
  const second = await save('Second draft', board.members.reviewer)
  await namePage(ada, rio, 'Three')
  expect(await pageNameIn(first)).toMatchObject({ name: 'One' })
  expect(await pageNameIn(second)).toMatchObject({ name: 'Two' })
  expect((await readRoom(server.storage, board.id)).versions[first]).toMatchObject({
    name: 'First draft',
    kind: 'named',
    authorId: await personIdOf(board.members.candidate),
    authorName: 'The candidate',
    at,
  })
  ada.close()
  rio.close()
})

test('goes back while another draws, and keeps the moment before', async () => {
  const [ada, rio] = [await drawn(), await drawn(board.members.reviewer.cookie)]
  await namePage(ada, rio, 'Good')
  const good = await save('Good')
  await namePage(ada, rio, 'Worse')
  const reply = await board.members.candidate.post(`${board.path}/versions/${good}/restore`)
  expect(reply.status).toBe(204)
  await rio.until(() => rio.records.get('page:page')?.get('name') === 'Good')
  await namePage(ada, rio, 'Better')
  const { versions } = await readRoom(server.storage, board.id)
  const [kept] = Object.entries(versions).flatMap(([id, version]) =>
    JSON.stringify(version).includes('before-restore') ? [id] : [],
  )
  expect(versions[kept ?? '']).toMatchObject({ name: 'Before going back to Good' })
  expect(await pageNameIn(kept ?? '')).toMatchObject({ name: 'Worse' })
  const acts = await server.storage.log.acts(board.id)
  expect(acts.at(-1)).toMatchObject({ act: 'restore', details: { version: good } })
  ada.close()
  rio.close()
})

test('brings back what was deleted and takes away what came later', async () => {
  const [ada, rio] = [await drawn(), await drawn(board.members.reviewer.cookie)]
  const page = (id: string, index: string) =>
    JSON.stringify({ id, typeName: 'page', name: id, index, meta: {} })
  const put = async (id: string, index: string) => {
    ada.records.set(id, new Y.Map([['$', page(id, index)]]))
    await rio.until(() => rio.records.has(id))
  }
  await put('page:two', 'a5')
  const version = await save('Two pages')
  ada.records.delete('page:two')
  await put('page:three', 'a6')
  await rio.until(() => !rio.records.has('page:two'))
  await board.members.candidate.post(`${board.path}/versions/${version}/restore`)
  await rio.until(() => rio.records.has('page:two'))
  expect(rio.records.has('page:three')).toBe(false)
  ada.close()
  rio.close()
})

test.each([
  ['save', 'observer', 'role_may_not'],
  ['restore', 'reviewer', 'role_may_not'],
  ['restore', 'observer', 'role_may_not'],
] as const)('refuses to %s as %s', async (act, role, code) => {
  const path = `${board.path}/versions`
  const reply =
    act === 'save'
      ? await board.members[role].post(path, { name: 'Mine' })
      : await board.members[role].post(`${path}/${await save('Theirs')}/restore`)
  expect(codeOf(reply)).toBe(code)
})

test('refuses a version that is not there, and one without a name', async () => {
  const { candidate } = board.members
  const path = `${board.path}/versions`
  expect(codeOf(await candidate.get(`${path}/none`))).toBe('unknown_thing')
  expect(codeOf(await candidate.post(`${path}/none/restore`))).toBe('unknown_thing')
  expect(codeOf(await candidate.post(path, { name: '   ' }))).toBe('bad_request')
})
