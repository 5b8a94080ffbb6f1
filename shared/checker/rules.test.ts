/// <reference types="vite/types/importMeta.d.ts" />
import { describe, expect, it } from 'vitest'
import { noAnswers, sectionIds } from '#shared/design/answers.ts'
import { designOf, emptyGraph, type Design } from '#shared/design/design.ts'
import { parseDesignDocument } from '#shared/exchange/design-document.ts'
import { checkDesign } from './check-design.ts'
import type { Finding, Rule } from './define-rule.ts'
import { fixtures, realisticDesigns } from './testing/fixtures.ts'
import { rules } from './rules/index.ts'
import { sectionOfSubject } from './subject.ts'

const files = Object.keys(import.meta.glob('./rules/*.ts'))
  .map((path) => path.slice('./rules/'.length, -'.ts'.length))
  .filter((name) => name !== 'index')

function read(text: string): Design {
  const { design, problems } = parseDesignDocument(text)
  expect(problems).toEqual([])
  return deepFreeze(design)
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const inner of Object.values(value)) deepFreeze(inner)
  }
  return value
}

/**
 * What is said above a suggestion about a document, or about its drawing where the document tells a part
 * alone: such a document lacks the rest, and the drawing has to stand on its own all the same.
 */
function loudIn(design: Design): readonly string[] {
  const loud = checkDesign(design).findings.filter(isLoud)
  const written = new Set(design.answers.sections.map(({ id }) => id))
  const isWhole = sectionIds.every((id) => written.has(id))
  const drawing = isWhole ? design : { ...design, answers: noAnswers }
  const drawn = new Set(checkDesign(drawing).findings.map(({ id }) => id))
  return loud.filter(({ id }) => drawn.has(id)).map((f) => `${f.rule}: ${f.message}`)
}

function isLoud({ severity }: Finding): boolean {
  return severity === 'error' || severity === 'warning'
}

function findingsOf(rule: Rule, design: Design): readonly Finding[] {
  const { findings, failures } = checkDesign(design, [rule])
  expect(failures).toEqual([])
  return findings
}

it('lists every rule file by its id', () => {
  expect(rules.map((rule) => rule.id)).toEqual(files.toSorted())
})

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_id, rule) => {
  const { bad, good } = rule.examples

  it('has at least two bad and three good examples', () => {
    expect(bad.length).toBeGreaterThanOrEqual(2)
    expect(good.length).toBeGreaterThanOrEqual(3)
  })

  it.each(bad)('reports %j', (text) => {
    expect(findingsOf(rule, read(text))).not.toEqual([])
  })

  it.each(good)('is silent about %j', (text) => {
    expect(findingsOf(rule, read(text))).toEqual([])
  })

  it('gives the same answer twice', () => {
    for (const text of bad) {
      expect(checkDesign(read(text), [rule])).toEqual(checkDesign(read(text), [rule]))
    }
  })

  it('points at things that exist', () => {
    for (const design of bad.map(read)) {
      const nodes = new Set(design.graph.nodes.map((node) => node.id))
      const edges = new Set(design.graph.edges.map((edge) => edge.id))
      for (const finding of findingsOf(rule, design)) {
        expect([...nodes]).toEqual(expect.arrayContaining([...finding.nodes]))
        expect([...edges]).toEqual(expect.arrayContaining([...finding.edges]))
        const { answers, subject } = finding
        expect(finding.nodes.length + finding.edges.length + answers.length).toBeGreaterThan(0)
        const isKnown = (id: string) => sectionOfSubject(id) ?? (nodes.has(id) || edges.has(id))
        expect(subject.filter((id) => isKnown(id) === false)).toEqual([])
      }
    }
  })

  it('names a component in every message about one', () => {
    for (const design of bad.map(read)) {
      for (const finding of findingsOf(rule, design)) {
        if (finding.nodes.length + finding.edges.length === 0) continue
        const named = design.graph.nodes.filter((node) => finding.message.includes(node.label))
        expect(named).not.toEqual([])
      }
    }
  })

  it('invites and never judges', () => {
    const findings = bad.flatMap((text) => findingsOf(rule, read(text)))
    const texts = [rule.title, rule.why, rule.fix, rule.question, ...findings.map((f) => f.message)]
    for (const text of texts) {
      expect(text).not.toMatch(/\bwrong\b|\bbad\b|\bmust\b|!/i)
      expect(text).toMatch(/^\S.*\S$/s)
    }
    expect(rule.fix).toMatch(
      /^(?:Accept|Add|Agree|Ask|Back|Break|Cache|Choose|Connect|Consider|Count|Decide|Declare|Define|Draw|Encrypt|Give|Keep|Let|Limit|List|Lower|Make|Mark|Measure|Merge|Move|Name|Number|Pick|Plan|Publish|Put|Raise|Record|Rehearse|Reserve|Retry|Rewrite|Run|Say|Schedule|Send|Serve|Set|Show|Size|Split|Spread|Start|State|Store|Try|Use|Walk|Work|Write)\b.*\.$/,
    )
    expect(rule.question).toMatch(/\?$/)
  })

  it('is calm about an empty board and about a single component', () => {
    expect(findingsOf(rule, designOf(emptyGraph))).toEqual([])
    for (const text of ['api[Order service]', 'q[Queue]', 'web[Browser]', 'c[Redis cache]']) {
      expect(findingsOf(rule, read(`flowchart LR\n  ${text}`))).toEqual([])
    }
  })

  it('names a finding the same after a rename, and reopens nothing after it', () => {
    for (const design of bad.map(read)) {
      const nodes = design.graph.nodes.map((node) => ({ ...node, technology: 'anything else' }))
      const before = findingsOf(rule, design)
      const after = findingsOf(rule, { ...design, graph: { ...design.graph, nodes } })
      const keys = (list: readonly Finding[]) => list.map((f) => [f.id, f.evidenceHash])
      expect(keys(after)).toEqual(keys(before))
    }
  })
})

describe.each(rules.map((rule) => [rule.id, rule] as const))('good examples of %s', (_id, rule) => {
  it.each(rule.examples.good)('are left alone by every other rule: %j', (text) => {
    expect(loudIn(read(text))).toEqual([])
  })
})

it.each(Object.entries(realisticDesigns))(
  'finds nothing above a suggestion in %s',
  (_name, text) => {
    const loud = checkDesign(read(text)).findings.filter(isLoud)
    expect(loud.map((f) => `${f.rule}: ${f.message}`)).toEqual([])
  },
)

it.each(fixtures)('$name', ({ text, expected }) => {
  const found = checkDesign(read(text)).findings
  const above = found.filter(isLoud)
  expect([...new Set(above.map((f) => `${f.severity} ${f.rule}`))].toSorted()).toEqual(expected)
})
