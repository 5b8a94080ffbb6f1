import { describe, expect, it } from 'vitest'
import { unknownRules } from './apply-policy.ts'
import { judgeDocument } from './judge-document.ts'
import { policySchema } from './policy.ts'
import { rules } from './rules/index.ts'

const text = `---
peakQps: 300
availabilityTarget: 99.9%
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Order service x2] --> db[(PostgreSQL)]`
const rule = 'rel-spof-data'
const today = '2026-11-20'

function judged(policy: object) {
  const { findings, waived, expired } = judgeDocument(text, {
    today,
    policy: policySchema.parse(policy),
  })
  const found = findings.find((finding) => finding.rule === rule)
  return { severity: found?.severity, waived, expired }
}

describe('a policy', () => {
  it('leaves everything as it is when it says nothing', () => {
    expect(judged({})).toEqual({ severity: 'error', waived: [], expired: [] })
  })

  it('turns a rule off and gives another severity', () => {
    expect(judged({ rules: { [rule]: 'off' } }).severity).toBeUndefined()
    expect(judged({ rules: { [rule]: 'suggestion' } }).severity).toBe('suggestion')
  })

  it.each(['db', 'PostgreSQL'])(
    'waives what is found at %s, and keeps it in sight',
    (component) => {
      const waiver = { rule, components: [component], reason: 'Replaced in March.', expires: today }
      const { severity, waived } = judged({ waivers: [waiver] })
      expect(severity).toBeUndefined()
      expect(waived.map((one) => [one.finding.rule, one.waiver])).toEqual([[rule, waiver]])
    },
  )

  it('waives nothing elsewhere, and nothing after its last day', () => {
    expect(judged({ waivers: [{ rule, components: ['api'], reason: 'x' }] }).severity).toBe('error')
    const past = { rule, reason: 'x', expires: '2026-11-19' }
    expect(judged({ waivers: [past] })).toEqual({ severity: 'error', waived: [], expired: [past] })
  })

  it('names rules that do not exist', () => {
    const policy = policySchema.parse({ rules: { nonsense: 'off', [rule]: 'off' } })
    expect(unknownRules(policy, rules)).toEqual(['nonsense'])
  })

  it.each([
    [{ waivers: [{ rule, reason: ' ' }] }],
    [{ waivers: [{ rule, reason: 'x', expires: 'soon' }] }],
    [{ rules: { [rule]: 'loud' } }],
    [{ surprise: true }],
  ])('refuses %j', (policy) => {
    expect(policySchema.safeParse(policy).success).toBe(false)
  })
})

it('judges nothing of a text that cannot be read, and says why', () => {
  const { findings, problems, score } = judgeDocument('flowchart LR\n  a[', { today })
  expect(findings).toEqual([])
  expect(score.percent).toBeUndefined()
  expect(problems.map(({ severity }) => severity)).toEqual(['error'])
})
