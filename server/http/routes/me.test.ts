import { afterAll, beforeAll, expect, test } from 'vitest'
import { deviceAnswer } from '#shared/api.ts'
import { codeOf, personIdOf } from '#server/testing/members.ts'
import { startServer, type StartedServer } from '#server/testing/start-server.ts'

let server: StartedServer
let clock = 1_700_000_000_000
beforeAll(async () => {
  server = await startServer({ now: () => clock })
})
afterAll(() => server.stop())

test('gives a new browser an identity and a signed cookie', async () => {
  const visitor = server.visit()
  const reply = await visitor.get('/api/me')
  const [cookie] = reply.headers.getSetCookie()
  expect(reply.status).toBe(200)
  expect(reply.json).toMatchObject({
    isNamed: false,
    person: { name: expect.stringMatching(/^Guest \d{4}$/), color: expect.stringMatching(/^#/) },
  })
  expect(cookie).toMatch(
    /^lb_session=[\w-]+\.[\w-]{43}; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Lax$/,
  )
})

test('knows a browser again', async () => {
  const visitor = server.visit()
  expect(await personIdOf(visitor)).toBe(await personIdOf(visitor))
})

test('makes one person of two first requests with one cookie', async () => {
  const visitor = server.visit()
  await visitor.get('/api/scenarios')
  expect(visitor.cookie).toBeUndefined()
  await visitor.post('/api/boards', {})
  const id = await personIdOf(visitor)
  const [a, b] = await Promise.all([personIdOf(visitor), personIdOf(visitor)])
  expect([a, b]).toEqual([id, id])
})

test.each([
  ['another person under the same signature', (value: string) => `x${value}`],
  ['a changed signature', (value: string) => `${value.slice(0, -2)}AA`],
  ['no signature', (value: string) => value.split('.')[0] ?? ''],
  ['nonsense', () => '%%%'],
])('does not believe a cookie with %s', async (_, damage) => {
  const visitor = server.visit()
  const id = await personIdOf(visitor)
  const good = visitor.cookie?.replace('lb_session=', '') ?? ''
  visitor.cookie = `lb_session=${damage(good)}`
  const refused = await visitor.post('/api/boards', {})
  expect([refused.status, codeOf(refused)]).toEqual([401, 'not_signed_in'])
  expect(await personIdOf(visitor)).not.toBe(id)
  expect((await visitor.post('/api/boards', {})).status).toBe(201)
})

test('changes name and colour, and remembers that a name was given', async () => {
  const visitor = server.visit()
  const color = '#0f8462'
  const reply = await visitor.patch('/api/me', { name: '  Ada  ', color })
  expect(reply.json).toMatchObject({ isNamed: true, person: { name: 'Ada', color } })
  expect((await visitor.get('/api/me')).json).toEqual(reply.json)
})

test.each([{ name: '' }, { name: 'x'.repeat(61) }, { color: 'red' }, { name: 7 }])(
  'names the field that does not fit in %j',
  async (body) => {
    const reply = await server.visit().patch('/api/me', body)
    expect([reply.status, codeOf(reply)]).toEqual([400, 'bad_request'])
    expect(reply.text).toContain(Object.keys(body)[0])
  },
)

test('carries an identity to another device once', async () => {
  const [here, there] = [server.visit(), server.visit()]
  const { url } = deviceAnswer.parse((await here.post('/api/me/device')).json)
  const token = url.split('/').at(-1)
  await there.get('/api/me')
  expect((await there.post('/api/me/claim', { token })).status).toBe(200)
  expect(await personIdOf(there)).toBe(await personIdOf(here))
  const again = await server.visit().post('/api/me/claim', { token })
  expect([again.status, codeOf(again)]).toEqual([404, 'unknown_link'])
})

test('lets a device link grow old', async () => {
  const { url } = deviceAnswer.parse((await server.visit().post('/api/me/device')).json)
  clock += 16 * 60_000
  const reply = await server.visit().post('/api/me/claim', { token: url.split('/').at(-1) })
  expect(codeOf(reply)).toBe('unknown_link')
})
