import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { checkAnswer, importAnswer, kindsAnswer } from '#shared/judging.ts'
import { kinds } from '#shared/kinds/index.ts'
import { expectStatus } from '#server/testing/members.ts'
import { startServer } from '#server/testing/start-server.ts'
import { Visitor } from '#server/testing/visitor.ts'

let server: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const text = `---
peakQps: 300
availabilityTarget: 99.9%
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Order service x2] --> db[(PostgreSQL)]
`

const post = (path: string, body: object) => new Visitor(server.origin).post(path, body)

test('judges a text for somebody that nobody knows', async () => {
  const answer = await post('/api/check', { text, file: 'orders.md' })
  const { files } = checkAnswer.parse(expectStatus(answer, 200).json)
  expect(files.map(({ file }) => file)).toEqual(['orders.md'])
  const found = files[0]?.findings.find(({ rule }) => rule === 'rel-spof-data')
  expect(found).toMatchObject({ severity: 'error', nodes: ['db'] })
})

test('answers a text that cannot be read with the place, and no finding', async () => {
  const answer = await post('/api/check', { text: 'flowchart LR\n  web[Browser --> api' })
  const { files } = checkAnswer.parse(expectStatus(answer, 200).json)
  expect(files[0]).toMatchObject({ score: null, findings: [], problems: [{ line: 2 }] })
})

test('answers what it understood of a drawing', async () => {
  const answer = await post('/api/import/mermaid', { text })
  const { nodes, edges, problems } = importAnswer.parse(expectStatus(answer, 200).json)
  expect(problems).toEqual([])
  expect(nodes.map(({ id, kind, replicas }) => [id, kind, replicas])).toEqual([
    ['web', 'web-client', undefined],
    ['lb', 'load-balancer', 2],
    ['api', 'service', 2],
    ['db', 'sql-db', undefined],
  ])
  expect(edges).toHaveLength(3)
})

test.each([
  ['no text', {}, 'bad_request', 400],
  ['another type', { text: 5 }, 'bad_request', 400],
  ['three million characters', { text: 'x'.repeat(3_000_000) }, 'bad_request', 400],
  ['thirty megabytes', { text: 'x'.repeat(30_000_000) }, 'too_large', 413],
])('refuses %s with a sentence', async (_, body, code, status) => {
  const answer = await post('/api/check', body)
  const { error } = refusal.parse(expectStatus(answer, status).json)
  expect(error.code).toBe(code)
  expect(error.message).toMatch(/\.$/)
})

test('lets others in while a text of ten thousand lines is judged', async () => {
  const lines = Array.from({ length: 10_000 }, (_, at) => `  n${at}[Service ${at}] --> n${at + 1}`)
  const judging = post('/api/check', { text: `flowchart LR\n${lines.join('\n')}` })
  const first = await Promise.race([
    judging.then(() => 'the judged text'),
    new Visitor(server.origin).get('/api/rules').then(() => 'the other'),
  ])
  expect(first).toBe('the other')
  const { files } = checkAnswer.parse(expectStatus(await judging, 200).json)
  expect(files).toHaveLength(1)
})

test('lists every kind', async () => {
  const answer = await new Visitor(server.origin).get('/api/kinds')
  const listed = kindsAnswer.parse(expectStatus(answer, 200).json).kinds
  expect(listed.map(({ id }) => id)).toEqual(kinds.map(({ id }) => id))
})

const refusal = z.object({ error: z.object({ code: z.string(), message: z.string() }) })
