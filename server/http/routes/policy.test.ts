/** Boards and texts judged by the policy of whoever runs the server, packs of rules included. */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { rulesAnswer } from '#shared/api.ts'
import { rules } from '#shared/checker/rules/index.ts'
import { checkAnswer, designAnswer, policyAnswer } from '#shared/judging.ts'
import { expectStatus } from '#server/testing/members.ts'
import { makeDataDir, startServer } from '#server/testing/start-server.ts'
import type { Visitor } from '#server/testing/visitor.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

/** Somebody at a server with this policy beside its data, and with these files beside the policy. */
async function hosted(policy: object, files: Readonly<Record<string, string>> = {}) {
  const dataDir = makeDataDir()
  ends.push(() => rmSync(dataDir, { recursive: true, force: true }))
  writeFileSync(join(dataDir, 'loadbearing.config.json'), JSON.stringify(policy))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dataDir, name), text)
  const server = await startServer({ rules, config: { dataDir } })
  ends.push(() => server.stop())
  return server.visit()
}

/** Source of a rule that sees something in every drawing, unless it does something else. */
const ruleOf = (id: string, check = `() => [${seen}]`) => `{ id: '${id}', title: 'Ours',
  category: 'operations', why: 'We agreed so.', fix: 'Name an owner.', question: 'Who owns it?',
  examples: { bad: [], good: [] }, check: ${check} }`
const seen = `{ subject: ['db'], severity: 'warning', message: 'No owner is named.', evidence: {} }`
const pack = (...own: readonly string[]) => `export default [${own.join(',')}]`

const text = `---
peakQps: 300
availabilityTarget: 99.9%
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Order service x2] --> db[(PostgreSQL)]
  web --> db
  api --> jobs[[Queue]]
`
const node = (id: string, kind: string) => ({ id, kind, label: id, technology: '', properties: {} })
const drawing = {
  nodes: [node('web', 'web-client'), node('db', 'sql-db')],
  edges: [
    { id: 'e', from: 'web', to: 'db', type: 'sync', label: '', protocol: '', properties: {} },
  ],
  groups: [],
}

async function check(visitor: Visitor) {
  const { json } = expectStatus(await visitor.post('/api/check', { text }), 200)
  const [file] = checkAnswer.parse(json).files
  if (file === undefined) throw new Error('No answer')
  return file
}

async function checkDrawing(visitor: Visitor, body: object = drawing) {
  return designAnswer.parse(expectStatus(await visitor.post('/api/check/design', body), 200).json)
}

const broken = (rule: string, message: RegExp) => ({
  rule,
  message: expect.stringMatching(message),
})

test('turns off, weighs otherwise and waives, in the answer and in the list of rules', async () => {
  const waiver = { rule: 'rel-spof-data', components: ['PostgreSQL'], reason: 'Moves in March.' }
  const past = { rule: 'hl-orphan-node', reason: 'Once.', expires: '2020-01-01' }
  const off = 'hl-client-to-store'
  const other = 'scale-queue-without-consumer'
  const said = { [off]: 'off', [other]: 'info' }
  const visitor = await hosted({ rules: said, waivers: [waiver, past] })
  const judged = await check(visitor)
  expect(judged.findings.map(({ rule, severity }) => [rule, severity])).toEqual([[other, 'info']])
  expect(judged.waived).toMatchObject([{ rule: 'rel-spof-data', nodes: ['db'], waiver }])
  expect(judged.expired).toEqual([past])
  const listed = rulesAnswer.parse((await visitor.get('/api/rules')).json).rules
  expect(listed).toHaveLength(rules.length - 1)
  expect(listed.map(({ id }) => id)).not.toContain(off)
  expect(policyAnswer.parse((await visitor.get('/api/policy')).json)).toEqual({
    rules: said,
    waivers: [waiver, past],
    hasPacks: false,
  })
})

test('says nothing of a policy where there is none, and judges no drawing by packs', async () => {
  const server = await startServer({ rules })
  ends.push(() => server.stop())
  const answer = await server.visit().get('/api/policy')
  expect(answer.json).toEqual({ rules: {}, waivers: [], hasPacks: false })
  const nothing = { findings: [], rules: [], notApplicable: [], failures: [] }
  expect(await checkDrawing(server.visit())).toEqual(nothing)
})

test('judges texts and drawings by a pack, lists its rules, and tells no path', async () => {
  const own = pack(ruleOf('our-owner'), ruleOf('our-silence'), ruleOf('our-rest', '() => []'))
  const policy = { packs: ['./ours.mjs'], rules: { 'our-silence': 'off', 'our-owner': 'error' } }
  const visitor = await hosted(policy, { 'ours.mjs': own })
  const { findings, failures } = await check(visitor)
  expect(failures).toEqual([])
  const found = findings.filter(({ rule }) => rule.startsWith('our-'))
  expect(found).toMatchObject([{ rule: 'our-owner', severity: 'error', nodes: ['db'] }])
  const { rules: listed } = rulesAnswer.parse((await visitor.get('/api/rules')).json)
  expect(listed.slice(rules.length).map(({ id }) => id)).toEqual(['our-owner', 'our-rest'])
  const drawn = await checkDrawing(visitor)
  expect(drawn.findings).toMatchObject([
    { rule: 'our-owner', severity: 'warning', subject: ['db'] },
  ])
  expect(drawn.rules.map(({ id }) => id)).toEqual(['our-owner', 'our-rest'])
  const told = (await visitor.get('/api/policy')).text
  expect(JSON.parse(told)).toMatchObject({ hasPacks: true })
  expect(told).not.toContain('ours.mjs')
})

test('names packs and rules that break, and goes on with the others', async () => {
  const throwing = `() => {\n throw new Error('ouch') }`
  const visitor = await hosted(
    { packs: ['broken.mjs', 'ours.mjs', 'missing.mjs'] },
    {
      'broken.mjs': `throw new Error('at its top')`,
      'ours.mjs': pack(ruleOf('our-owner'), ruleOf('our-throw', throwing)),
    },
  )
  const failures = [
    broken('broken.mjs', /^The rule pack could not be loaded; the log .*\.$/),
    broken('missing.mjs', /could not be loaded/),
    broken('our-throw', /^ouch \(ours\.mjs:\d+\)\. Mend it/),
  ]
  const judged = await check(visitor)
  expect(judged.failures).toEqual(failures)
  expect(judged.findings.map(({ rule }) => rule)).toEqual(
    expect.arrayContaining(['our-owner', 'rel-spof-data']),
  )
  const drawn = await checkDrawing(visitor)
  expect(drawn.failures).toEqual(failures)
  expect(drawn.notApplicable).toEqual(['our-throw'])
  expect(JSON.stringify([judged.failures, drawn.failures])).not.toContain('/')
})

test('stops rules that loop, and asks no more of them once they used up their time', async () => {
  const loops = '() => { for (;;); }'
  const looping = Array.from({ length: 6 }, (_, at) => ruleOf(`our-loop-${at}`, loops))
  const visitor = await hosted(
    { packs: ['ours.mjs'] },
    { 'ours.mjs': pack(ruleOf('our-owner'), ...looping) },
  )
  const { findings, failures } = await check(visitor)
  expect(findings.map(({ rule }) => rule)).toContain('our-owner')
  expect(failures.map(({ rule }) => rule)).toEqual(looping.map((_, at) => `our-loop-${at}`))
  expect(failures[0]?.message).toMatch(/^it was stopped after 1 seconds? \(ours\.mjs\)/)
  expect(failures.at(-1)?.message).toMatch(/^it was not asked/)
}, 20_000)

test.each([
  ['loops at its top', 'for (;;);', /could not be loaded/],
  ['ends its thread', 'process.exit(1)', /could not be loaded/],
  ['loops after its answer', `export default [${ruleOf('our-late', late())}]`, /was left out/],
])(
  'leaves a pack out that %s, while others are served',
  async (_, source, message) => {
    const visitor = await hosted(
      { packs: ['loop.mjs', 'ours.mjs'] },
      { 'loop.mjs': source, 'ours.mjs': pack(ruleOf('our-owner')) },
    )
    // What never ends may show only when the thread is wanted again.
    const judging = check(visitor).then(() => check(visitor))
    expect((await visitor.get('/healthz')).status).toBe(200)
    const { findings, failures } = await judging
    expect(failures).toContainEqual(broken('loop.mjs', message))
    expect(findings.map(({ rule }) => rule)).toContain('rel-spof-data')
  },
  40_000,
)

/** Of a rule whose thread never comes back to its work. */
function late(): string {
  return `() => { const again = () => Promise.resolve().then(again); again(); return [] }`
}

const { nodes, edges } = drawing
const around = (id: string, parentId: string) => ({ id, type: 'region', label: '', parentId })
test.each([
  ['an end that does not exist', { ...drawing, nodes: nodes.slice(1) }],
  ['one id for two', { ...drawing, nodes: [...nodes, ...nodes] }],
  ['boundaries in a circle', { nodes, edges, groups: [around('a', 'b'), around('b', 'a')] }],
  ['a boundary that does not exist', { nodes, edges, groups: [around('a', 'b')] }],
  ['no drawing', { nodes: 5 }],
  [
    'too many components',
    { ...drawing, nodes: Array.from({ length: 3_001 }, (_, at) => node(`n${at}`, 'service')) },
  ],
])('refuses a drawing with %s', async (_, body) => {
  const visitor = await hosted({})
  const { json } = expectStatus(await visitor.post('/api/check/design', body), 400)
  expect(json).toMatchObject({ error: { code: 'bad_request' } })
})
