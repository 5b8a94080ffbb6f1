/** What stands in front of every route, and what is left over when no route answers. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeOf, joinAs, makeBoard } from '#server/testing/members.ts'
import { membersAnswer } from '#shared/api.ts'
import { makeDataDir, startServer, type StartedServer } from '#server/testing/start-server.ts'
import { canary, testScenario } from '#server/testing/test-scenario.ts'

const folder = makeDataDir()
let server: StartedServer
beforeAll(async () => {
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Loadbearing</title>')
  writeFileSync(join(folder, 'board.html'), '<!doctype html><title>A board</title>')
  writeFileSync(join(folder, 'assets/index-abc.js'), 'plain')
  writeFileSync(join(folder, 'assets/index-abc.js.br'), brotliCompressSync('compressed'))
  server = await startServer({
    clientFolder: folder,
    scenarios: [testScenario],
    config: { tldrawLicenseKey: 'a-key' },
  })
})
afterAll(() => server.stop())

test.each([
  ['another site', 'https://evil.example'],
  ['another port', 'http://127.0.0.1:1'],
  ['a page without an origin of its own', 'null'],
  ['nonsense', 'not an origin'],
])('refuses what a page of %s sends', async (_, origin) => {
  const visitor = server.visit()
  const reply = await visitor.post('/api/boards', {}, { origin })
  expect([reply.status, codeOf(reply)]).toEqual([403, 'foreign_origin'])
  expect(visitor.cookie).toBeUndefined()
})

test('answers those who send no origin, which no browser is', async () => {
  const reply = await fetch(`${server.origin}/api/boards`, { method: 'POST' })
  expect(reply.status).toBe(201)
})

test('accepts the public origin', async () => {
  const publicOrigin = 'https://board.example.org'
  const behindProxy = await startServer({ config: { publicOrigin } })
  const visitor = behindProxy.visit()
  const reply = await visitor.post('/api/me/device', undefined, { origin: publicOrigin })
  expect(reply.text).toContain(`${publicOrigin}/device/`)
  expect(reply.headers.get('strict-transport-security')).toBe('max-age=31536000')
  await behindProxy.stop()
})

test.each([
  ['{"title":', 400, 'malformed_json'],
  ['[]', 400, 'bad_request'],
  ['"text"', 400, 'malformed_json'],
  [`{"title":"${'x'.repeat(200_000)}"}`, 413, 'too_large'],
])('refuses the body %.20s', async (body, status, code) => {
  const reply = await server.visit().send('POST', '/api/boards', { body })
  expect([reply.status, codeOf(reply)]).toEqual([status, code])
})

test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/csp-report'])(
  'takes no %s for JSON',
  async (type) => {
    const reply = await server.visit().post('/api/boards', {}, { 'content-type': type })
    expect([reply.status, codeOf(reply)]).toEqual([400, 'bad_request'])
    expect(reply.text).toContain('application/json')
  },
)

test('answers an unknown address with a code', async () => {
  for (const path of ['/api/nothing', '/nothing.js', '/API/me']) {
    const reply = await server.visit().get(path)
    expect([path, reply.status, codeOf(reply)]).toEqual([path, 404, 'unknown_thing'])
  }
})

test('sends headers that work on a LAN without https', async () => {
  const { headers } = await server.visit().get('/api/me')
  const policy = headers.get('content-security-policy')?.split(';').sort()
  expect(policy).toEqual(
    [
      "default-src 'self'",
      "connect-src 'self'",
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data: blob:",
      "worker-src 'self' blob:",
      "font-src 'self' data:",
      "base-uri 'self'",
      "form-action 'self'",
      "frame-ancestors 'self'",
      "object-src 'none'",
      "script-src 'self'",
      "script-src-attr 'none'",
    ].sort(),
  )
  expect(headers.get('strict-transport-security')).toBeNull()
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('x-powered-by')).toBeNull()
})

test('never lets an answer of the interface be kept', async () => {
  expect((await server.visit().get('/api/me')).headers.get('cache-control')).toBe('no-store')
})

test('serves the page at every address that a person may open, with a session', async () => {
  for (const path of ['/', '/b/abc', '/board/abc', '/join/some-token', '/index.html']) {
    const visitor = server.visit()
    const reply = await visitor.get(path, { headers: { accept: 'text/html' } })
    expect([path, reply.status]).toEqual([path, 200])
    expect(reply.text).toContain(path.startsWith('/b/') ? 'A board' : 'Loadbearing')
    expect(reply.headers.get('cache-control')).toBe('no-cache')
    expect(visitor.cookie).toMatch(/^lb_session=/)
  }
})

test('serves the page to whoever asks for nothing in particular, and refusals below /api', async () => {
  const look = (path: string, method: string) => server.visit().send(method, path)
  expect((await look('/', 'GET')).text).toContain('<title>Loadbearing</title>')
  expect((await look('/', 'HEAD')).status).toBe(200)
  expect((await look('/api/nothing', 'GET')).json).toMatchObject({
    error: { code: 'unknown_thing' },
  })
})

test('serves hashed files compressed and for ever', async () => {
  const headers = { 'accept-encoding': 'br' }
  const response = await server.visit().get('/assets/index-abc.js', { headers })
  expect([response.text, response.headers.get('content-encoding')]).toEqual(['compressed', 'br'])
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
})

test('tells those who watch that it lives and can write', async () => {
  expect((await server.visit().get('/healthz')).json).toEqual({ status: 'ok' })
  expect((await server.visit().get('/readyz')).json).toEqual({ status: 'ready' })
  const metrics = await server.visit().get('/metrics')
  expect(metrics.text).toContain('process_cpu_user_seconds_total')
  expect(metrics.text).toContain('loadbearing_http_request_seconds_count')
  expect(metrics.text).toMatch(/^loadbearing_live_rooms \d+$/m)
})

test('holds who asks too often back, and only them', async () => {
  const strict = await startServer({ limits: { perPerson: 3, perAddress: 1000 } })
  const [eager, calm] = [strict.visit(), strict.visit()]
  await eager.get('/api/me')
  await calm.get('/api/me')
  for (let asked = 0; asked < 3; asked++) await eager.get('/api/me')
  const reply = await eager.get('/api/me')
  expect([reply.status, codeOf(reply)]).toEqual([429, 'too_many_requests'])
  expect((await calm.get('/api/me')).status).toBe(200)
  await strict.stop()
})

test('holds back an address that tries tokens', async () => {
  const strict = await startServer({ limits: { tokensPerAddress: 2 } })
  const token = 'x'.repeat(43)
  const codes = []
  for (let tried = 0; tried < 3; tried++) {
    codes.push(codeOf(await strict.visit().post('/api/join', { token })))
  }
  expect(codes).toEqual(['unknown_link', 'unknown_link', 'too_many_requests'])
  await strict.stop()
})

test('lets a whole class in from one address', async () => {
  const strict = await startServer({ limits: { tokensPerAddress: 2, writesPerPerson: 20 } })
  const { owner, path } = await makeBoard(strict)
  for (let come = 0; come < 10; come++) await joinAs(strict, owner, { path, role: 'candidate' })
  const { members } = membersAnswer.parse((await owner.get(`${path}/members`)).json)
  expect(members.length).toBeGreaterThan(10)
  await strict.stop()
})

test('counts newcomers each for themself', async () => {
  const strict = await startServer({ limits: { perPerson: 1, writesPerPerson: 1 } })
  const statuses = []
  for (let come = 0; come < 3; come++) {
    statuses.push((await strict.visit().post('/api/boards', {})).status)
  }
  expect(statuses).toEqual([201, 201, 201])
  await strict.stop()
})

test('hands out nothing hidden of a scenario', async () => {
  const board = await makeBoard(server)
  const { id } = testScenario
  const made = await board.owner.post('/api/boards', { scenario: id })
  const replies = [
    made,
    await board.owner.get('/api/scenarios'),
    await board.owner.get(`/api/scenarios/${id}`),
    await board.owner.get('/api/boards'),
    await board.owner.get('/api/rules'),
    await board.owner.get('/api/openapi.json'),
  ]
  expect(JSON.stringify(testScenario).split(canary).length).toBe(12)
  for (const reply of replies) {
    expect(reply.status).toBeLessThan(300)
    expect(reply.text).not.toContain(canary)
  }
  expect(replies[2]?.json).toMatchObject({ id, prompt: testScenario.prompt })
  expect(codeOf(await board.owner.get('/api/scenarios/none'))).toBe('unknown_scenario')
})

test('tells the page its licence key', async () => {
  expect((await server.visit().get('/api/settings')).json).toEqual({ tldrawLicenseKey: 'a-key' })
})
