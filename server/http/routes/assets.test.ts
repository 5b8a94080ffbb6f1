import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mayAct, roles } from '#shared/access.ts'
import { assetMade } from '#shared/api.ts'
import { codeOf, makeBoard, type TestBoard } from '#server/testing/members.ts'
import { startServer, type StartedServer } from '#server/testing/start-server.ts'
import type { Visitor } from '#server/testing/visitor.ts'

let server: StartedServer
let board: TestBoard
beforeAll(async () => {
  server = await startServer()
  board = await makeBoard(server)
})
afterAll(() => server.stop())

/** One white pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
  'base64',
)
const gif = Buffer.from('R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=', 'base64')
const svg = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'

async function upload(by: Visitor, body: Uint8Array, type = 'image/png') {
  const headers = { 'content-type': type }
  return by.send('POST', `${board.path}/assets`, { body, headers })
}

test('stores an image and serves it to members under a policy that lets it do nothing', async () => {
  const { id, url } = assetMade.parse((await upload(board.owner, png)).json)
  expect(url).toBe(`${board.path}/assets/${id}`)
  const got = await board.members.observer.get(url)
  expect(got.status).toBe(200)
  expect(Object.fromEntries(got.headers)).toMatchObject({
    'content-type': 'image/png',
    'content-length': String(png.byteLength),
    'content-security-policy': 'sandbox',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, max-age=31536000, immutable',
  })
})

test('serves an image to nobody else', async () => {
  const { id, url } = assetMade.parse((await upload(board.owner, png)).json)
  expect(codeOf(await board.stranger.get(url))).toBe('not_a_member')
  const other = await makeBoard(server)
  expect(codeOf(await other.owner.get(`${other.path}/assets/${id}`))).toBe('unknown_thing')
  expect(codeOf(await board.owner.get(`${board.path}/assets/..%2Fsession-secret`))).toBe(
    'unknown_thing',
  )
})

test('goes by the content and not by its label', async () => {
  const { url } = assetMade.parse((await upload(board.owner, gif, 'text/html')).json)
  expect((await board.owner.get(url)).headers.get('content-type')).toBe('image/gif')
})

test.each([
  ['an SVG that calls itself PNG', Buffer.from(svg)],
  ['a page that calls itself PNG', Buffer.from('<!doctype html><script>1</script>')],
  ['a PDF', Buffer.from('%PDF-1.7\n')],
  ['nothing', Buffer.alloc(0)],
])('refuses %s', async (_, bytes) => {
  const before = readdirSync(join(server.dataDir, 'assets')).length
  const reply = await upload(board.owner, bytes)
  expect([reply.status, codeOf(reply)]).toEqual([415, 'not_an_image'])
  expect(readdirSync(join(server.dataDir, 'assets'))).toHaveLength(before)
})

test('refuses an image of more than 10 MB', async () => {
  const reply = await upload(board.owner, Buffer.concat([png, Buffer.alloc(10 * 1024 * 1024)]))
  expect([reply.status, codeOf(reply)]).toEqual([413, 'too_large'])
})

test.each(roles)('lets a %s upload if the table says so', async (role) => {
  const reply = await upload(board.members[role], png)
  expect(reply.status).toBe(mayAct({ role, owner: false }, 'upload_image') ? 201 : 403)
})

test('stops at the size limit of a board', async () => {
  const other = await makeBoard(server)
  const row = { mime: 'image/png', personId: 'somebody', createdAt: 1, boardId: other.id }
  await server.storage.assets.put({ ...row, id: 'big', size: 200 * 1024 * 1024 })
  const headers = { 'content-type': 'image/png' }
  const reply = await other.owner.send('POST', `${other.path}/assets`, { body: png, headers })
  expect([reply.status, codeOf(reply)]).toEqual([422, 'board_full'])
})

test('removes the files with the board', async () => {
  const other = await makeBoard(server)
  const headers = { 'content-type': 'image/png' }
  const made = await other.owner.send('POST', `${other.path}/assets`, { body: png, headers })
  const { id } = assetMade.parse(made.json)
  expect(readdirSync(join(server.dataDir, 'assets'))).toContain(id)
  await other.owner.delete(other.path)
  expect(readdirSync(join(server.dataDir, 'assets'))).not.toContain(id)
})
