/** The process as people run it: how it starts, refuses to start, and stops. */
import { chmodSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { boardSummary } from '#shared/api.ts'
import { livePath } from '#shared/live.ts'
import { makeDataDir } from '#server/testing/start-server.ts'
import { spawnFailing, spawnServer } from '#server/testing/spawn-server.ts'
import { Visitor } from '#server/testing/visitor.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) {
    chmodSync(folder, 0o700)
    rmSync(folder, { recursive: true, force: true })
  }
})

function dataDir(): string {
  const folder = makeDataDir()
  folders.push(folder)
  return folder
}

/** The superuser may write everywhere, so that there is no folder to refuse. */
const isSuperuser = process.getuid?.() === 0

test('says where it runs and where data lives, and stops cleanly when told to', async () => {
  const folder = dataDir()
  const server = await spawnServer({ DATA_DIR: folder })
  expect(server.output()).toContain(`Data lives in ${folder}`)
  expect((await new Visitor(server.origin).get('/healthz')).status).toBe(200)
  expect(await server.kill('SIGTERM')).toBe(0)
})

test('stops cleanly while somebody is on a board, and tells them to come back', async () => {
  const server = await spawnServer({ DATA_DIR: dataDir() })
  const visitor = new Visitor(server.origin)
  const { id } = boardSummary.parse((await visitor.post('/api/boards')).json)
  const address = server.origin.replace('http', 'ws') + livePath(id, 'design')
  const socket = new WebSocket(address, { headers: { cookie: visitor.cookie ?? '' } })
  const closed = once(socket, 'close')
  await once(socket, 'open')
  expect(await server.kill('SIGTERM')).toBe(0)
  expect((await closed)[0]).toBe(1012)
})

test('keeps people, boards and their cookie over a restart and a kill', async () => {
  const folder = dataDir()
  const first = await spawnServer({ DATA_DIR: folder })
  const before = new Visitor(first.origin)
  const made = await before.post('/api/boards', { title: 'Kept' })
  expect(made.status).toBe(201)
  await first.kill('SIGKILL')
  const second = await spawnServer({ DATA_DIR: folder })
  const after = new Visitor(second.origin)
  after.cookie = before.cookie
  expect((await after.get('/api/boards')).json).toMatchObject({ boards: [{ title: 'Kept' }] })
  await second.kill('SIGINT')
})

/** Loaded before the server: on a signal something goes wrong that nobody catches. */
const faults = `data:text/javascript,${encodeURIComponent(`
  process.on('SIGUSR2', () => {
    setImmediate(() => { throw new Error('injected exception') })
    Promise.reject(new Error('injected rejection'))
    Promise.reject('no error at all')
  })`)}`

test('goes on after what nobody caught, and logs all of it', async () => {
  const variables = { DATA_DIR: dataDir(), NODE_OPTIONS: `--import ${faults}` }
  const server = await spawnServer(variables)
  const visitor = new Visitor(server.origin)
  const { id } = boardSummary.parse((await visitor.post('/api/boards')).json)
  const address = server.origin.replace('http', 'ws') + livePath(id, 'design')
  const socket = new WebSocket(address, { headers: { cookie: visitor.cookie ?? '' } })
  await once(socket, 'open')
  server.child.kill('SIGUSR2')
  const logged = () => server.output()
  await expect.poll(logged, { timeout: 10_000 }).toContain('injected exception')
  await expect.poll(logged, { timeout: 10_000 }).toContain('injected rejection')
  await expect.poll(logged, { timeout: 10_000 }).toContain('no error at all')
  expect((await visitor.patch(`/api/boards/${id}`, { title: 'Still here' })).status).toBe(200)
  expect(socket.readyState).toBe(WebSocket.OPEN)
  expect(await server.kill('SIGTERM')).toBe(0)
})

test('keeps its secret to its own user', async () => {
  const folder = dataDir()
  const server = await spawnServer({ DATA_DIR: folder })
  const file = join(folder, 'session-secret')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readFileSync(file, 'utf8').trim()).toHaveLength(43)
  await server.kill('SIGTERM')
})

test('names every bad variable in a sentence and ends with 2', async () => {
  const failed = await spawnFailing({ PORT: 'x', LOG_LEVEL: 'loud' })
  expect(failed.code).toBe(2)
  expect(failed.stderr.trim().split('\n')).toEqual([
    expect.stringMatching(/^PORT must .*\.$/),
    expect.stringMatching(/^LOG_LEVEL must .*\.$/),
  ])
})

test('says that the port is in use', async () => {
  const server = await spawnServer({ DATA_DIR: dataDir() })
  const { port } = new URL(server.origin)
  const failed = await spawnFailing({ DATA_DIR: dataDir(), PORT: port })
  expect(failed).toEqual({
    code: 1,
    stderr: expect.stringMatching(/^Port \d+ is in use\..*PORT.*\n$/),
  })
  await server.kill('SIGTERM')
})

test('says that another process holds the data folder', async () => {
  const folder = dataDir()
  const server = await spawnServer({ DATA_DIR: folder })
  const failed = await spawnFailing({ DATA_DIR: folder })
  expect(failed.code).toBe(1)
  expect(failed.stderr).toContain(folder)
  expect(failed.stderr.trim().split('\n')).toHaveLength(1)
  expect((await new Visitor(server.origin).get('/readyz')).status).toBe(200)
  await server.kill('SIGTERM')
})

test.skipIf(isSuperuser)('says that the data folder cannot be written', async () => {
  const folder = dataDir()
  chmodSync(folder, 0o500)
  const failed = await spawnFailing({ DATA_DIR: join(folder, 'inner') })
  expect(failed.code).toBe(1)
  expect(failed.stderr).toMatch(/^The data folder .* cannot be written/)
})

test('says that the data folder is not a folder', async () => {
  const file = join(dataDir(), 'file')
  writeFileSync(file, '')
  const failed = await spawnFailing({ DATA_DIR: file })
  expect(failed.code).toBe(1)
  expect(failed.stderr).toMatch(/^The data folder .* cannot be written.*DATA_DIR.*\n$/)
})

test('says which certificate file cannot be read or holds none', async () => {
  const folder = dataDir()
  mkdirSync(join(folder, 'tls'))
  const file = join(folder, 'tls/nothing.pem')
  const missing = await spawnFailing({ DATA_DIR: folder, TLS_CERT: '/none.pem', TLS_KEY: file })
  expect(missing).toEqual({
    code: 1,
    stderr: expect.stringMatching(/^The file \/none\.pem.*TLS_CERT/),
  })
  writeFileSync(file, 'nonsense')
  const nonsense = await spawnFailing({ DATA_DIR: folder, TLS_CERT: file, TLS_KEY: file })
  expect(nonsense).toEqual({
    code: 1,
    stderr: expect.stringMatching(/^TLS_CERT and TLS_KEY do not/),
  })
})

const policyIn = (folder: string, text: string) => {
  const file = join(folder, 'loadbearing.config.json')
  writeFileSync(file, text)
  return file
}

test('judges by the policy that lies in the data folder, or by the one that is named', async () => {
  const folder = dataDir()
  const other = policyIn(dataDir(), '{ "rules": { "rel-spof-data": "info" } }')
  policyIn(folder, '{ "rules": { "rel-spof-data": "off", "no-such-rule": "off" } }')
  const found = await spawnServer({ DATA_DIR: folder })
  const rulesAt = async (origin: string) => (await new Visitor(origin).get('/api/policy')).json
  expect(await rulesAt(found.origin)).toMatchObject({ rules: { 'rel-spof-data': 'off' } })
  await expect.poll(() => found.output()).toContain('no-such-rule, which does not exist')
  await found.kill('SIGTERM')
  const named = await spawnServer({ DATA_DIR: folder, POLICY: other })
  expect(await rulesAt(named.origin)).toMatchObject({ rules: { 'rel-spof-data': 'info' } })
  await named.kill('SIGTERM')
})

test.each([
  ['is not JSON', '{ "rules": ', /loadbearing\.config\.json is not JSON: .*\n$/],
  [
    'says what no policy says',
    '{ "waivers": [{ "rule": "rel-spof-data", "reason": "x", "expires": "soon" }] }',
    /loadbearing\.config\.json is no policy at waivers\.0\.expires: expects a day such as .*\.\n$/,
  ],
])('refuses to start with a policy that %s', async (_, text, sentence) => {
  const folder = dataDir()
  policyIn(folder, text)
  const failed = await spawnFailing({ DATA_DIR: folder })
  expect(failed).toEqual({ code: 1, stderr: expect.stringMatching(sentence) })
  expect(failed.stderr.trim().split('\n')).toHaveLength(1)
})

test('refuses to start without the policy that is named', async () => {
  const failed = await spawnFailing({ DATA_DIR: dataDir(), POLICY: '/none/policy.json' })
  expect(failed).toEqual({
    code: 1,
    stderr: expect.stringMatching(/^\S*none\/policy\.json could not be read: ENOENT.*\n$/),
  })
})
