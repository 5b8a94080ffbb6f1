import { afterAll, beforeAll, expect, test } from 'vitest'
import { mayAct, roles } from '#shared/access.ts'
import { boardSummary, imported, threadMade } from '#shared/api.ts'
import { createBoardSchema } from '#shared/design/board-schema.ts'
import { isBoardRefusal, parseBoardJson } from '#shared/exchange/board-json.ts'
import { codeOf, expectStatus, makeBoard, type TestBoard } from '#server/testing/members.ts'
import { startServer, type StartedServer } from '#server/testing/start-server.ts'
import type { Visitor } from '#server/testing/visitor.ts'

let server: StartedServer
let board: TestBoard
beforeAll(async () => {
  server = await startServer()
  board = await makeBoard(server)
})
afterAll(() => server.stop())

const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg=='

const meta = {}
const component = {
  typeName: 'shape',
  type: 'component',
  id: 'shape:api',
  parentId: 'page:one',
  index: 'a1',
  x: 10,
  y: 20,
  rotation: 0,
  isLocked: false,
  opacity: 1,
  meta: { zones: 2 },
  props: { w: 160, h: 80, kind: 'service', label: 'API', technology: 'Go', replicas: 3 },
}
const picture = {
  typeName: 'asset',
  type: 'image',
  id: 'asset:one',
  meta,
  props: { name: 'pixel.png', src: null, w: 1, h: 1, mimeType: 'image/png', isAnimated: false },
}
const thread = {
  anchor: { type: 'component', shapeId: 'shape:api', pageId: 'page:one' },
  id: 't1',
  at: { x: 1, y: 2 },
  on: 'API',
  createdAt: 5,
  resolvedAt: null,
  resolvedBy: null,
  comments: [
    { id: 'c1', authorId: 'p1', authorName: 'Ada', text: 'Why?', createdAt: 5, editedAt: null },
  ],
}

function fileOf(change: object = {}) {
  return {
    format: 'loadbearing-board',
    version: 1,
    title: 'From a file',
    schema: createBoardSchema().serialize(),
    records: [
      { typeName: 'document', id: 'document:document', gridSize: 10, name: '', meta },
      { typeName: 'page', id: 'page:one', name: 'One', index: 'a1', meta },
      component,
      picture,
    ],
    assets: [{ id: 'asset:one', name: 'pixel.png', mime: 'image/png', base64: pixel }],
    threads: [thread],
    ...change,
  }
}

async function importNew(by: Visitor, file: object = fileOf()): Promise<string> {
  return imported.parse(expectStatus(await by.post('/api/boards/import', file), 201).json).id
}

async function exported(by: Visitor, id: string) {
  const reply = expectStatus(await by.get(`/api/boards/${id}/export`), 200)
  const file = parseBoardJson(reply.text)
  if (isBoardRefusal(file)) throw new Error(file.detail)
  return file
}

test('makes a board of a file: drawing, picture and comments', async () => {
  const visitor = server.visit()
  const id = await importNew(visitor)
  const summary = boardSummary.parse((await visitor.get(`/api/boards/${id}`)).json)
  expect(summary).toMatchObject({ title: 'From a file', owner: true })
  const file = await exported(visitor, id)
  expect(file.rejected).toEqual([])
  expect(file.records).toContainEqual(component)
  expect(file.assets).toMatchObject([{ id: 'asset:one', mime: 'image/png', base64: pixel }])
  expect(file.threads).toMatchObject([
    { anchor: thread.anchor, on: 'API', comments: [{ authorName: 'Ada', text: 'Why?' }] },
  ])
})

test('takes no word of a file for that of a person who is here', async () => {
  const visitor = server.visit()
  const id = await importNew(visitor)
  const file = await exported(visitor, id)
  expect(file.threads[0]?.comments[0]?.authorId).toBe('file:p1')
})

test('exports what it imported, over and over', async () => {
  const visitor = server.visit()
  const first = await exported(visitor, await importNew(visitor))
  const text = (await visitor.get(`/api/boards/${await importNew(visitor)}/export`)).json
  const again = await exported(visitor, await importNew(visitor, Object(text)))
  const drawn = (file: typeof first) => file.records.filter(({ typeName }) => typeName !== 'asset')
  expect(drawn(again)).toEqual(drawn(first))
  expect(again.assets.map(({ base64 }) => base64)).toEqual([pixel])
})

test('adds to a board that holds a drawing, and takes nothing from it', async () => {
  const visitor = server.visit()
  const id = await importNew(visitor)
  expectStatus(await visitor.post(`/api/boards/${id}/import`, fileOf()), 200)
  const { records, threads, rejected } = await exported(visitor, id)
  expect(rejected).toEqual([])
  expect(records).toContainEqual(component)
  const pages = records.filter((record) => record.typeName === 'page')
  expect(new Set(pages.map(({ index }) => index)).size).toBe(2)
  const shapes = records.filter((record) => record.typeName === 'shape')
  expect(new Set(shapes.map(({ parentId }) => parentId)).size).toBe(2)
  expect(records.filter(({ typeName }) => typeName === 'document')).toHaveLength(1)
  const shapeIds = new Set(shapes.map((shape): string => shape.id))
  const anchors = threads.map(({ anchor }) => ('shapeId' in anchor ? anchor.shapeId : ''))
  expect(new Set(anchors)).toEqual(shapeIds)
})

test.each(roles)('lets a %s import and export if the table says so', async (role) => {
  const visitor = board.members[role]
  const reply = await visitor.post(`${board.path}/import`, fileOf())
  const allowed = mayAct({ role, owner: false }, 'import')
  expect([reply.status, codeOf(reply)]).toEqual(allowed ? [200, undefined] : [403, 'role_may_not'])
  expect((await visitor.get(`${board.path}/export`)).status).toBe(200)
})

test('keeps strangers out', async () => {
  expect(codeOf(await board.stranger.post(`${board.path}/import`, fileOf()))).toBe('not_a_member')
  expect(codeOf(await board.stranger.get(`${board.path}/export`))).toBe('not_a_member')
})

test.each([
  ['a newer version', fileOf({ version: 99 }), 'newer_format'],
  ['another program', { type: 'excalidraw' }, 'not_a_board_file'],
  ['something broken', fileOf({ records: 'none' }), 'not_a_board_file'],
])('refuses a file of %s and makes no board', async (_, file, code) => {
  const visitor = server.visit()
  const reply = await visitor.post('/api/boards/import', file)
  expect([reply.status, codeOf(reply)]).toEqual([422, code])
  expect((await visitor.get('/api/boards')).json).toEqual({ boards: [] })
})

test('refuses what is not JSON, and what does not call itself so', async () => {
  const visitor = server.visit()
  const broken = await visitor.send('POST', '/api/boards/import', { body: '{"format":' })
  expect([broken.status, codeOf(broken)]).toEqual([422, 'not_a_board_file'])
  const headers = { 'content-type': 'text/plain' }
  const plain = await visitor.send('POST', '/api/boards/import', { body: '{}', headers })
  expect([plain.status, codeOf(plain)]).toEqual([400, 'bad_request'])
})

test('refuses 50 MB and lives on', async () => {
  const visitor = server.visit()
  const body = JSON.stringify({ title: 'x'.repeat(50 * 1024 * 1024) })
  const reply = await visitor.send('POST', '/api/boards/import', { body })
  expect([reply.status, codeOf(reply)]).toEqual([413, 'too_large'])
  expect((await visitor.get('/healthz')).status).toBe(200)
})

test('leaves out what is no picture, and fetches nothing from elsewhere', async () => {
  const visitor = server.visit()
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString('base64')
  const outside = {
    ...picture,
    id: 'asset:two',
    props: { ...picture.props, src: 'https://elsewhere.example/a.png' },
  }
  const records = [...fileOf().records, outside]
  const assets = [{ id: 'asset:one', name: 'a.svg', mime: 'image/svg+xml', base64: svg }]
  const file = await exported(visitor, await importNew(visitor, fileOf({ records, assets })))
  const kept = file.records.filter((record) => record.typeName === 'asset')
  expect(kept.map(({ props }) => props.src)).toEqual([null, null])
})

test('carries what was said on a board into its file', async () => {
  const { owner, id, path } = await makeBoard(server)
  const asked = { anchor: { type: 'point', x: 1, y: 2, pageId: 'page:page' }, at: { x: 1, y: 2 } }
  const made = await owner.post(`${path}/threads`, { ...asked, on: 'the board', text: 'Hm' })
  const { thread: threadId } = threadMade.parse(made.json)
  const file = await exported(owner, id)
  expect(file.threads).toMatchObject([{ id: threadId, comments: [{ text: 'Hm' }] }])
})
