import { expect, it } from 'vitest'
import { designOf, emptyGraph } from '#shared/design/design.ts'
import { parseDesignDocument } from '#shared/exchange/design-document.ts'
import { checkDesign } from './check-design.ts'
import { defineRule, type Category, type Severity } from './define-rule.ts'
import { scoreChange } from './score-change.ts'
import { scoreOf } from './score.ts'

const { design } = parseDesignDocument('flowchart LR\n  a[Order service] --> b[(PostgreSQL)]')

function rule(id: string, category: Category, said: readonly Severity[], applies = true) {
  return defineRule({
    id,
    title: id,
    category,
    why: 'Because.',
    fix: 'Consider it.',
    question: 'Why?',
    examples: { bad: [], good: [] },
    appliesTo: () => applies,
    check: () =>
      said.map((severity, i) => ({
        subject: [['a', 'b'][i % 2] ?? 'a', `part ${i}`],
        severity,
        message: 'Seen.',
        evidence: {},
      })),
  })
}

function score(...rules: ReturnType<typeof rule>[]) {
  return scoreOf(checkDesign(design, rules), rules)
}

it('counts what was judged and what passed, by category', () => {
  const found = score(
    rule('rel-a', 'reliability', ['error']),
    rule('rel-b', 'reliability', []),
    rule('sec-a', 'security', ['suggestion']),
    rule('sec-b', 'security', [], false),
  )
  expect(found.categories).toEqual([
    { category: 'reliability', applicable: 2, passed: 1, percent: 50 },
    { category: 'security', applicable: 1, passed: 0, percent: 80 },
  ])
  expect(found).toMatchObject({ applicable: 3, passed: 1, percent: 60, isMastered: false })
})

it('weighs an error five times a suggestion and a warning twice', () => {
  const percents = (['error', 'warning', 'suggestion', 'info'] as const).map(
    (severity) => score(rule('rel-a', 'reliability', [severity])).percent,
  )
  expect(percents).toEqual([0, 60, 80, 100])
})

it('takes no more from a rule that speaks in many places than one error', () => {
  const many = Array.from({ length: 40 }, () => 'suggestion' as const)
  expect(score(rule('rel-a', 'reliability', many), rule('rel-b', 'reliability', [])).percent).toBe(
    50,
  )
})

it('names the three heaviest findings, each of another rule', () => {
  const found = score(
    rule('a', 'data', ['suggestion']),
    rule('b', 'data', ['warning', 'warning']),
    rule('c', 'data', ['error', 'error']),
    rule('d', 'data', ['warning']),
  )
  expect(found.heaviest.map((finding) => finding.rule)).toEqual(['c', 'b', 'd'])
})

it('says nothing where there is nothing to judge', () => {
  const found = scoreOf(checkDesign(designOf(emptyGraph)))
  expect(found).toEqual({
    categories: [],
    applicable: 0,
    passed: 0,
    isMastered: false,
    heaviest: [],
  })
})

it('counts a design without errors as mastered from 80 per cent', () => {
  const calm = rule('a', 'data', [])
  expect(score(calm, rule('b', 'data', ['warning'])).isMastered).toBe(true)
  expect(score(rule('b', 'data', ['warning'])).isMastered).toBe(false)
  const others = Array.from({ length: 9 }, (_, i) => rule(`c${i}`, 'data', []))
  expect(score(...others, rule('b', 'data', ['error'])).isMastered).toBe(false)
})

it('says what changed since the last look', () => {
  const calm = rule('sec-a', 'security', [])
  const before = score(rule('rel-a', 'reliability', ['error']), calm)
  const after = score(rule('rel-a', 'reliability', []), calm)
  expect(scoreChange(before, after)).toEqual({
    percent: 50,
    categories: [{ category: 'reliability', percent: 100 }],
  })
})
