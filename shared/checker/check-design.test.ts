import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { designOf, emptyGraph, type Design } from '#shared/design/design.ts'
import { parseDesignDocument } from '#shared/exchange/design-document.ts'
import { checkDesign } from './check-design.ts'
import { defineRule, type Observation } from './define-rule.ts'
import { largeDesign } from './testing/large-design.ts'
import { rules } from './rules/index.ts'

function read(text: string): Design {
  return parseDesignDocument(text).design
}

function ruleThat(check: () => readonly Observation[], id = 'hl-test') {
  return defineRule({
    id,
    title: 'Test',
    category: 'high-level',
    why: 'Because.',
    fix: 'Consider it.',
    question: 'Why?',
    examples: { bad: [], good: [] },
    check,
  })
}

const two = read('flowchart LR\n  a[Order service] --> b[(PostgreSQL)]')
const seen = (severity: Observation['severity'], subject: readonly string[]): Observation => ({
  subject,
  severity,
  message: 'Seen.',
  evidence: {},
})

describe('checkDesign', () => {
  it('finds nothing in an empty design, and no rule applies or breaks', () => {
    const { findings, failures, notApplicable } = checkDesign(designOf(emptyGraph))
    expect({ findings, failures }).toEqual({ findings: [], failures: [] })
    expect(notApplicable).toEqual(rules.map((rule) => rule.id))
  })

  it('names a rule that breaks and runs the others', () => {
    const broken = ruleThat(() => {
      throw new Error('no such thing')
    }, 'hl-broken')
    const { findings, failures } = checkDesign(two, [
      broken,
      ruleThat(() => [seen('error', ['a'])]),
    ])
    expect(failures).toEqual([{ rule: 'hl-broken', message: 'no such thing' }])
    expect(findings.map((finding) => finding.rule)).toEqual(['hl-test'])
  })

  it('puts errors first, whatever the order of the rules', () => {
    const loud = ruleThat(() => [seen('error', ['b'])], 'hl-z')
    const calm = ruleThat(() => [seen('suggestion', ['a'])], 'hl-a')
    const order = checkDesign(two, [calm, loud]).findings.map((finding) => finding.severity)
    expect(order).toEqual(['error', 'suggestion'])
  })

  it('keeps the worst of two observations with one subject', () => {
    const twice = ruleThat(() => [seen('suggestion', ['a', 'b']), seen('warning', ['b', 'a'])])
    expect(checkDesign(two, [twice]).findings.map((f) => f.severity)).toEqual(['warning'])
  })

  it('tells nodes and edges of a subject apart', () => {
    const [edge] = two.graph.edges
    const subject = ['a', edge?.id ?? '']
    const [finding] = checkDesign(two, [ruleThat(() => [seen('error', subject)])]).findings
    expect(finding).toMatchObject({ nodes: ['a'], edges: [edge?.id] })
  })

  it('speaks of a queue that nothing fills once, and not of its missing dead-letter queue', () => {
    const design = read(`flowchart LR
      web[Browser] --> api[Order service]
      q[SQS queue] --> w[Mail worker]`)
    const alone = checkDesign(
      design,
      rules.filter((rule) => rule.id === 'rel-queue-no-dlq'),
    )
    expect(alone.findings).toHaveLength(1)
    const found = checkDesign(design).findings.map((finding) => finding.rule)
    expect(found).toContain('scale-queue-without-consumer')
    expect(found).not.toContain('rel-queue-no-dlq')
  })

  it('says the same of two copies of a board that hold things in different orders', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 30 }), (seed, size) => {
        const design = largeDesign(size, seed)
        const nodes = design.graph.nodes.toReversed()
        const edges = design.graph.edges.toReversed()
        const copy = { ...design, graph: { ...design.graph, nodes, edges } }
        expect(checkDesign(copy)).toEqual(checkDesign(design))
      }),
      { numRuns: 50 },
    )
  })

  it('never breaks, whatever is connected to what', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 40 }), (seed, size) => {
        expect(checkDesign(largeDesign(size, seed)).failures).toEqual([])
      }),
      { numRuns: 100 },
    )
  })
})
