/** Requests that no page of ours sends: what they get, and that nothing comes of them. */
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createBoardSchema } from '#shared/design/board-schema.ts'
import { codeOf, makeBoard, type TestBoard } from '#server/testing/members.ts'
import { makeDataDir, startServer, type StartedServer } from '#server/testing/start-server.ts'

const folder = makeDataDir()
let server: StartedServer
let board: TestBoard
beforeAll(async () => {
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Loadbearing</title>')
  server = await startServer({ clientFolder: folder })
  board = await makeBoard(server)
})
afterAll(() => server.stop())

/** Sends bytes as they are, and answers everything that comes back until the server hangs up. */
async function sendRaw(bytes: string, origin = server.origin): Promise<string> {
  const { hostname, port } = new URL(origin)
  const socket = connect(Number(port), hostname)
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  socket.write(bytes)
  return text(socket)
}

const line = (request: string, ...headers: string[]) =>
  [request, 'Host: here', 'Connection: close', ...headers, '', ''].join('\r\n')

test.each([
  '/api',
  '/api/',
  '/api/me/',
  '/api//me',
  '/api/boards/',
  '/api/constructor',
  '/api/__proto__',
  '/api/me/../../etc/passwd',
  '/api/%2e%2e/%2e%2e/etc/passwd',
])('knows no address %s', async (path) => {
  const reply = await server.visit().get(path, { headers: { accept: 'application/json' } })
  expect([reply.status, codeOf(reply)]).toEqual([404, 'unknown_thing'])
  expect(reply.headers.get('cache-control') ?? '').not.toContain('max-age')
})

test.each(['..', '..%2F..%2Fsession-secret', '..%252F..%252Fsession-secret', 'a%00b', '%2e%2e'])(
  'leads nowhere from the images: %s',
  async (id) => {
    const request = line(`GET ${board.path}/assets/${id} HTTP/1.1`, `Cookie: ${board.owner.cookie}`)
    const answer = await sendRaw(request)
    expect(answer).toMatch(/^HTTP\/1.1 404 /)
    expect(answer).toContain('unknown_')
  },
)

test.each([
  '/../session-secret',
  '/%2e%2e/session-secret',
  '/..%2f..%2fetc%2fpasswd',
  '/assets/..%5c..',
])('leads nowhere from the page: %s', async (path) => {
  const answer = await sendRaw(line(`GET ${path} HTTP/1.1`, 'Accept: */*'))
  expect(answer).not.toContain('root:')
  expect(answer).toMatch(/^HTTP\/1.1 (404|200 OK[^]*<title>Loadbearing)/)
})

test.each(['/api/boards/%E0%A4%A', '/api/boards/%zz'])(
  'refuses what is no address: %s',
  async (path) => {
    const answer = await sendRaw(line(`GET ${path} HTTP/1.1`, `Cookie: ${board.owner.cookie}`))
    expect(answer).toMatch(/^HTTP\/1.1 400 /)
    expect(answer).toContain('bad_request')
  },
)

test('answers HEAD as GET without a body, and says what may be done', async () => {
  const head = await board.owner.send('HEAD', board.path)
  expect([head.status, head.text]).toEqual([200, ''])
  const options = await board.owner.send('OPTIONS', board.path)
  expect(options.headers.get('allow')).toContain('PATCH')
  expect(options.headers.get('access-control-allow-origin')).toBeNull()
})

test('lets no other site ask a browser for more than a form', async () => {
  const headers = { origin: 'https://evil.example', 'access-control-request-method': 'PATCH' }
  const reply = await board.owner.send('OPTIONS', board.path, { headers })
  const allowed = [...reply.headers.keys()].filter((name) => name.startsWith('access-control'))
  expect(allowed).toEqual([])
})

test('lets nobody keep an answer, a refusal included', async () => {
  for (const path of ['/api/me', board.path, '/api/boards/none', '/api/nothing']) {
    const { headers } = await board.owner.get(path)
    expect([path, headers.get('cache-control')]).toEqual([path, 'no-store'])
    expect(headers.get('etag')).toBeNull()
  }
})

test('lets nobody put its pages into a frame', async () => {
  const { headers } = await server.visit().get('/', { headers: { accept: 'text/html' } })
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
  expect(headers.get('x-frame-options')).toBe('SAMEORIGIN')
})

test.each([
  ['a very long cookie', `lb_session=${'x'.repeat(12_000)}`, 401],
  ['a thousand cookies', Array.from({ length: 1000 }, (_, at) => `c${at}=1`).join('; '), 200],
  ['a cookie that is no text', 'lb_session=%E0%A4%A; a', 401],
  ['a cookie named like an object', '__proto__=1; lb_session', 200],
])('survives %s', async (_, cookie, status) => {
  const visitor = server.visit()
  visitor.cookie = cookie
  expect((await visitor.get('/api/boards')).status).toBe(status)
})

test('refuses more headers than anybody needs', async () => {
  const answer = await sendRaw(line('GET /api/me HTTP/1.1', `Cookie: a=${'x'.repeat(20_000)}`))
  expect(answer).toMatch(/^HTTP\/1.1 431 /)
})

test('takes nothing from a body that it does not name', async () => {
  const body =
    '{"name":"Ada","__proto__":{"isNamed":7},"constructor":{"prototype":{"evil":1}},"id":"x"}'
  const reply = await server.visit().send('PATCH', '/api/me', { body })
  expect(reply.status).toBe(200)
  expect(reply.text).not.toContain('evil')
  expect('evil' in {}).toBe(false)
})

test('keeps a board file from reaching into objects', async () => {
  const evil = '"__proto__":{"evil":1}'
  const schema = JSON.stringify(createBoardSchema().serialize()).slice(0, -2)
  const page = `{"typeName":"page","id":"page:one","name":"One","index":"a1","meta":{${evil}},${evil}}`
  const document =
    '{"typeName":"document","id":"document:document","gridSize":10,"name":"","meta":{}}'
  const body = `{"format":"loadbearing-board","version":1,"title":"t",${evil},"schema":${schema}},${evil}},"records":[${page},${document},{${evil}}]}`
  const visitor = server.visit()
  const reply = await visitor.send('POST', '/api/boards/import', { body })
  expect([201, 422]).toContain(reply.status)
  expect('evil' in {}).toBe(false)
})

test('survives a file that is nested without end', async () => {
  const deep = (inner: string) => '['.repeat(100_000) + inner + ']'.repeat(100_000)
  const schema = JSON.stringify(createBoardSchema().serialize())
  const page = `{"typeName":"page","id":"page:one","name":"One","index":"a1","meta":{"a":${deep('')}}}`
  const file = `{"format":"loadbearing-board","version":1,"title":"t","schema":${schema},"records":[${page}]}`
  for (const body of [deep('1'), file]) {
    const reply = await server.visit().send('POST', '/api/boards/import', { body })
    expect([201, 422]).toContain(reply.status)
  }
})

test.each([
  ['\u202Eadmin', 'admin'],
  ['Ada\u0000\u200B', 'Ada'],
  ['half \uD83D', 'half'],
])('shows the name %j as %s', async (name, shown) => {
  const visitor = server.visit()
  expect((await visitor.patch('/api/me', { name })).json).toMatchObject({ person: { name: shown } })
})

test.each(['', ' ', '\u200B', '\u202E\u00A0', '\u3164', 'x'.repeat(61)])(
  'takes %j for no name',
  async (name) => {
    expect(codeOf(await server.visit().patch('/api/me', { name }))).toBe('bad_request')
  },
)

test('counts characters and not their halves', async () => {
  const title = '👩'.repeat(120)
  expect((await board.owner.patch(board.path, { title })).json).toMatchObject({ title })
  expect(codeOf(await board.owner.patch(board.path, { title: `${title}x` }))).toBe('bad_request')
})

test('puts no title into a header', async () => {
  await board.owner.patch(board.path, { title: 'a"; filename="evil.exe\r\nX-Evil: 1' })
  const { headers } = await board.owner.get(`${board.path}/export`)
  expect(headers.get('content-disposition')).toBe('attachment; filename="board.json"')
  expect(headers.get('x-evil')).toBeNull()
})

test('hangs up on who says nothing, never ends their headers, or never ends their body', async () => {
  const patience = {
    headersTimeout: 100,
    requestTimeout: 200,
    keepAliveTimeout: 200,
    connectionsCheckingInterval: 50,
  }
  const hasty = await startServer({ patience })
  const body = 'Host: here\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{'
  const starts = [
    '',
    'GET /api/me HTTP/1.1\r\nHost: here\r\n',
    `POST /api/boards HTTP/1.1\r\n${body}`,
  ]
  for (const start of starts) {
    expect(await sendRaw(start, hasty.origin)).toMatch(/^HTTP\/1.1 408 /)
  }
  await hasty.stop()
})

test.each([
  ['a wrong path', 'GET /elsewhere HTTP/1.1', ['Upgrade: websocket']],
  ['another protocol', 'GET /live/x/design HTTP/1.1', ['Upgrade: h2c']],
  ['no key', 'GET /live/x/design HTTP/1.1', ['Upgrade: websocket', 'Sec-WebSocket-Version: 13']],
])('refuses to become a socket: %s', async (_, request, headers) => {
  const bytes = [request, 'Host: here', 'Connection: Upgrade', ...headers, '', ''].join('\r\n')
  expect(await sendRaw(bytes)).toMatch(/^HTTP\/1.1 4\d\d /)
  expect((await server.visit().get('/healthz')).status).toBe(200)
})

test.each([
  ['that keeps the name', { host: 'board.example.org' }, true],
  ['that calls by another name', { host: 'app:3000', 'x-forwarded-proto': 'https' }, true],
  ['nobody', { host: '192.168.0.9:3000' }, false],
])('pins the cookie to https behind a proxy %s', async (_, headers, isSecure) => {
  const config = { publicOrigin: 'https://board.example.org' }
  const behind = await startServer({ config })
  const { port } = new URL(behind.origin)
  const socket = connect(Number(port), '127.0.0.1')
  const sent = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  socket.write(['GET /api/me HTTP/1.1', ...sent, 'Connection: close', '', ''].join('\r\n'))
  const cookie = /^set-cookie: (.*)$/im.exec(await text(socket))?.[1]
  expect(cookie).toMatch(/HttpOnly; .*SameSite=Lax/)
  expect(cookie?.includes('; Secure')).toBe(isSecure)
  await behind.stop()
})
