/** Findings under what a host says; the host is whoever answers, here without a network between. */
import { expect, it } from 'vitest'
import { exampleFinding } from '#client/testing/example-finding.ts'
import { RequestError } from '#client/lib/request.ts'
import type { PackJudgement } from '#shared/checker/pack-judgement.ts'
import { rules } from '#shared/checker/rules/index.ts'
import { designOf, type Design } from '#shared/design/design.ts'
import type { PolicyAnswer } from '#shared/judging.ts'
import type { Host } from './ask-host.ts'
import type { Judged } from './judged.ts'
import { createJudge } from './judge-design.ts'

const node = (id: string, kind: string) => ({
  id,
  kind,
  label: id,
  technology: '',
  properties: {},
})
const design = designOf({
  nodes: [node('web', 'web-client'), node('db', 'sql-db'), node('jobs', 'queue')],
  edges: [
    { id: 'e', from: 'web', to: 'db', type: 'sync', label: '', protocol: '', properties: {} },
  ],
  groups: [],
})
const without = (id: string) =>
  designOf({ ...design.graph, nodes: design.graph.nodes.filter((one) => one.id !== id) })

const said = (policy: Partial<PolicyAnswer>): PolicyAnswer => {
  return { rules: {}, waivers: [], hasPacks: false, ...policy }
}
const away = () => Promise.reject(new RequestError('offline', 'Nobody is there.'))
const unasked = () => Promise.reject(new Error('Nobody should ask'))
const packed: PackJudgement = {
  findings: [exampleFinding({ id: 'our-owner:1', rule: 'our-owner', nodes: ['jobs'] })],
  rules: [{ id: 'our-owner', category: 'operations' }],
  notApplicable: [],
  failures: [],
}

function judgeAt(host: Partial<Host>) {
  const judge = createJudge({ askPolicy: unasked, askPacks: unasked, ...host })
  return async (one: Design = design) => {
    const told: Judged[] = []
    await judge(one, (judged) => told.push(judged))
    return told
  }
}
const rulesIn = (judged: Judged | undefined) => judged?.findings.map(({ rule }) => rule)

it('judges by its own rules alone where the host says nothing, and asks for no packs', async () => {
  const [judged, ...more] = await judgeAt({ askPolicy: async () => said({}) })()
  expect(rulesIn(judged)).toContain('hl-client-to-store')
  expect(judged).toMatchObject({ waived: [], isHeard: true })
  expect(more).toEqual([])
})

it('turns rules off, changes severities and waives as the host says, in the score as well', async () => {
  const waiver = { rule: 'hl-client-to-store', components: ['db'], reason: 'A demo.' }
  const policy = said({ rules: { 'hl-orphan-node': 'off' }, waivers: [waiver] })
  const [plain] = await judgeAt({ askPolicy: async () => said({}) })()
  const [judged] = await judgeAt({ askPolicy: async () => policy })()
  expect(rulesIn(plain)).toContain('hl-orphan-node')
  expect(rulesIn(judged)).not.toContain('hl-orphan-node')
  expect(rulesIn(judged)).not.toContain('hl-client-to-store')
  expect(judged?.waived).toMatchObject([{ finding: { rule: 'hl-client-to-store' }, waiver }])
  expect(judged?.score.percent).toBeGreaterThan(plain?.score.percent ?? 100)
  const severe = said({ rules: { 'hl-client-to-store': 'info' } })
  const [milder] = await judgeAt({ askPolicy: async () => severe })()
  expect(milder?.findings.find(({ rule }) => rule === 'hl-client-to-store')?.severity).toBe('info')
})

it('adds what packs find, under the same policy, and keeps it while it is asked again', async () => {
  const policy = said({ hasPacks: true, rules: { 'our-owner': 'error' } })
  const judge = judgeAt({ askPolicy: async () => policy, askPacks: async () => packed })
  const [first, second] = await judge()
  expect(rulesIn(first)).not.toContain('our-owner')
  expect(first?.isHeard).toBe(false)
  expect(second?.findings.find(({ rule }) => rule === 'our-owner')?.severity).toBe('error')
  expect(second?.score.applicable).toBe((first?.score.applicable ?? 0) + 1)
  expect(second?.isHeard).toBe(true)
  expect(rulesIn((await judge())[0])).toContain('our-owner')
  expect(rulesIn((await judge(without('jobs')))[0])).not.toContain('our-owner')
})

it('goes on without the host and its packs while they are away', async () => {
  let isAway = true
  const policy = said({ hasPacks: true, rules: { 'hl-client-to-store': 'off' } })
  const judge = judgeAt({
    askPolicy: () => (isAway ? away() : Promise.resolve(policy)),
    askPacks: () => (isAway ? away() : Promise.resolve(packed)),
  })
  const [alone, ...more] = await judge()
  expect(rulesIn(alone)).toContain('hl-client-to-store')
  expect(alone?.isHeard).toBe(false)
  expect(more).toEqual([])
  isAway = false
  expect(rulesIn((await judge()).at(-1))).toContain('our-owner')
  isAway = true
  const last = (await judge()).at(-1)
  expect(rulesIn(last)).not.toContain('our-owner')
  expect(rulesIn(last)).not.toContain('hl-client-to-store')
  expect(last?.isHeard).toBe(false)
})

it('keeps what packs found while the host is busy', async () => {
  let isBusy = false
  const busy = () => Promise.reject(new RequestError('too_many_requests', 'Too much at once.'))
  const judge = judgeAt({
    askPolicy: async () => said({ hasPacks: true }),
    askPacks: () => (isBusy ? busy() : Promise.resolve(packed)),
  })
  await judge()
  isBusy = true
  expect(rulesIn((await judge()).at(-1))).toContain('our-owner')
})

it('sends no drawing that the host would refuse', async () => {
  const policy = said({
    hasPacks: true,
    rules: Object.fromEntries(rules.map(({ id }) => [id, 'off'])),
  })
  const large = designOf({
    ...design.graph,
    nodes: Array.from({ length: 3_001 }, (_, at) => node(`n${at}`, 'service')),
    edges: [],
  })
  let asked = 0
  const askPacks = async () => {
    asked += 1
    return packed
  }
  const judge = judgeAt({ askPolicy: async () => policy, askPacks })
  await judge(large)
  expect(asked).toBe(0)
  await judge()
  expect(asked).toBe(1)
  expect((await judge(large)).at(-1)?.isHeard).toBe(false)
})

it('asks about one drawing at a time, and of those that wait only about the newest', async () => {
  const asked: number[] = []
  const answers: ((answer: PackJudgement) => void)[] = []
  const judge = judgeAt({
    askPolicy: async () => said({ hasPacks: true }),
    askPacks: ({ nodes }) => {
      asked.push(nodes.length)
      return new Promise((answer) => answers.push(answer))
    },
  })
  const first = judge()
  await expect.poll(() => asked).toEqual([3])
  const second = judge(without('web'))
  const third = judge(without('jobs'))
  answers[0]?.(packed)
  await expect.poll(() => asked).toEqual([3, 2])
  answers[1]?.(packed)
  // The first was overtaken before its packs answered, the second before it was judged at all.
  expect((await first).length).toBe(1)
  expect((await second).length).toBe(0)
  expect((await third).length).toBe(2)
})
