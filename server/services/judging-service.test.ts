/** What whoever runs the server is told of packs; strangers are told less. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { policySchema } from '#shared/checker/policy.ts'
import { rules } from '#shared/checker/rules/index.ts'
import { JudgingService } from './judging-service.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

function serviceWith(policy: object, files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'loadbearing-'))
  ends.push(() => rmSync(folder, { recursive: true }))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  const warnings: string[] = []
  const service = new JudgingService({
    host: { file: join(folder, 'policy.json'), policy: policySchema.parse(policy) },
    rules,
    now: Date.now,
    warn: (sentence) => warnings.push(sentence),
  })
  ends.push(() => service.close())
  return { service, warnings }
}

const throwing = `export default [{ id: 'our-throw', title: 'Ours', category: 'operations', why: 'w',
  fix: 'f', question: 'q?', examples: { bad: [], good: [] },
  check: () => { throw new Error('ouch') } }]`

test('tells the host once where a pack breaks, and which rules the policy invents', async () => {
  const { service, warnings } = serviceWith(
    { packs: ['broken.mjs', 'ours.mjs'], rules: { 'no-such-rule': 'off', 'our-throw': 'error' } },
    { 'broken.mjs': `\nthrow new Error('at its top')`, 'ours.mjs': throwing },
  )
  const text = 'flowchart LR\n  web[Browser] --> api[API]'
  for (const file of ['a.mmd', 'b.mmd']) {
    const { failures } = await service.judge(file, text)
    expect(failures.map(({ rule }) => rule)).toEqual(['broken.mjs', 'our-throw'])
  }
  expect(warnings).toEqual([
    expect.stringMatching(/\/broken\.mjs:2: .* loaded: at its top\. Mend it, .*policy\.json\.$/),
    expect.stringMatching(/policy\.json names the rule no-such-rule, which does not exist\.$/),
    expect.stringMatching(/^The rule our-throw broke: ouch \(ours\.mjs:3\)/),
  ])
})

test('says nothing where nobody wrote a policy', async () => {
  const { service, warnings } = serviceWith({}, {})
  expect(await service.rules()).toHaveLength(rules.length)
  expect(service.policy).toEqual({ rules: {}, waivers: [], hasPacks: false })
  expect(warnings).toEqual([])
})
