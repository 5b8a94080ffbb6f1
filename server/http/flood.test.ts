/** One person who asks without end, and those who sit at the same address. */
import { expect, test } from 'vitest'
import { codeOf, makeBoard, makeLink } from '#server/testing/members.ts'
import { startServer } from '#server/testing/start-server.ts'
import { defaultLimits } from './limit-requests.ts'

test('holds one who floods back, and nobody else at the same address', async () => {
  const server = await startServer({ limits: defaultLimits })
  const { owner, path, members } = await makeBoard(server)
  const { candidate, reviewer } = members
  const state = { isFlooding: true, asked: 0 }
  const refused: (string | null)[] = []
  const flood = async () => {
    while (state.isFlooding) {
      const reply = await candidate.get(path)
      state.asked++
      if (reply.status !== 200) refused.push(reply.headers.get('retry-after'))
    }
  }
  const floods = Array.from({ length: 20 }, flood)
  const point = { type: 'point', x: 1, y: 2, pageId: 'page:page' }
  const thread = { anchor: point, at: { x: 1, y: 2 }, on: 'here', text: 'Calm' }
  const delays: number[] = []
  const statuses = new Set<number>()
  while (state.asked < 7_000) {
    const startedAt = performance.now()
    const isEarly = delays.length < 100
    const reply = isEarly ? reviewer.post(`${path}/threads`, thread) : owner.get('/healthz')
    statuses.add((await reply).status)
    delays.push(performance.now() - startedAt)
  }
  expect(statuses).toEqual(new Set([200, 201]))
  state.isFlooding = false
  await Promise.all(floods)
  expect(state.asked - refused.length).toBeLessThanOrEqual(defaultLimits.perPerson)
  for (const seconds of refused) expect(Number(seconds)).toBeGreaterThan(0)
  expect((await owner.get(path)).status).toBe(200)
  const sorted = delays.toSorted((a, b) => a - b)
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(100)
  await server.stop()
}, 60_000)

test('lets an office of fifty behind one address come in and work', async () => {
  const server = await startServer({ limits: defaultLimits })
  const { owner, path } = await makeBoard(server)
  const { token } = await makeLink(owner, path, 'reviewer')
  const text = { text: 'Another thought' }
  const point = { type: 'point', x: 1, y: 2, pageId: 'page:page' }
  const at = { x: 1, y: 2 }
  const work = async (name: string) => {
    const person = server.visit()
    const replies = [
      await person.get('/api/me'),
      await person.post('/api/join', { token, name }),
      await person.get(path),
      await person.get('/api/boards'),
      await person.post(`${path}/threads`, { anchor: point, at, on: 'here', ...text }),
    ]
    const { thread } = Object(replies.at(-1)?.json)
    for (let more = 0; more < 20; more++) {
      replies.push(await person.post(`${path}/threads/${thread}/comments`, text))
    }
    return replies
  }
  const office = Array.from({ length: 50 }, (_, at) => work(`Person ${at}`))
  const statuses = (await Promise.all(office)).flat().map((reply) => reply.status)
  expect(new Set(statuses)).toEqual(new Set([200, 201]))
  await server.stop()
}, 60_000)

test('reads only so many board files at once', async () => {
  const server = await startServer()
  const body = JSON.stringify({ title: 'x'.repeat(4_000_000) })
  const sent = Array.from({ length: 20 }, async () => {
    return server.visit().send('POST', '/api/boards/import', { body })
  })
  const replies = await Promise.all(sent)
  const codes = new Set(replies.map(codeOf))
  expect(codes).toEqual(new Set(['too_many_requests', 'not_a_board_file']))
  const refused = replies.find((reply) => reply.status === 429)
  expect(refused?.headers.get('retry-after')).toMatch(/^\d+$/)
  await server.stop()
})
