import { describe, expect, it } from 'vitest'
import { designOf } from '#shared/design/design.ts'
import type { Decision } from '#shared/design/answers.ts'
import { parseDesignDocument } from '#shared/exchange/design-document.ts'
import { checkDesign } from './check-design.ts'
import { defineRule, type Observation, type Severity } from './define-rule.ts'

const { graph } = parseDesignDocument(`flowchart LR
  web[Browser] --> api[Order service] --> db[(PostgreSQL)]`).design

function rule(id: string, ...said: readonly Partial<Observation>[]) {
  return defineRule({
    id,
    title: id,
    category: 'reliability',
    why: 'Because.',
    fix: 'Consider it.',
    question: 'Why?',
    examples: { bad: [], good: [] },
    check: () =>
      said.map((part) => ({
        subject: ['db'],
        severity: 'error' as const,
        message: 'Seen.',
        evidence: {},
        ...part,
      })),
  })
}

function heard(...rules: ReturnType<typeof rule>[]) {
  return checkDesign(designOf(graph), rules).findings.map((finding) => finding.rule)
}

describe('one finding per root cause', () => {
  it('hears the store without a copy, and not the availability that follows from it', () => {
    const gap = { subject: ['web'], nodes: ['web', 'api', 'db'] }
    expect(heard(rule('rel-availability-unmet', gap), rule('rel-spof-data', {}))).toEqual([
      'rel-spof-data',
    ])
    expect(
      heard(rule('rel-availability-unmet', { subject: ['web'] }), rule('rel-spof-data', {})),
    ).toContain('rel-availability-unmet')
  })

  it('hears a grave gap beside what could only make it a little smaller', () => {
    const gap = { subject: ['web'], nodes: ['web', 'api', 'db'] }
    const idea = { severity: 'suggestion' as const }
    expect(heard(rule('rel-availability-unmet', gap), rule('rel-spof-data', idea))).toEqual([
      'rel-availability-unmet',
      'rel-spof-data',
    ])
  })

  it('hears a mix-up of units instead of the sum that it spoils', () => {
    const value = { subject: ['answer:estimates/Storage'] }
    const other = { subject: ['answer:estimates/Peak'] }
    expect(heard(rule('est-arithmetic', value, other), rule('est-unit-mixup', value))).toEqual([
      'est-arithmetic',
      'est-unit-mixup',
    ])
    expect(heard(rule('est-arithmetic', value), rule('est-unit-mixup', value))).toEqual([
      'est-unit-mixup',
    ])
  })

  it('hears of the client that reaches a store, and not that the store is exposed', () => {
    const edge = { subject: ['web', 'db'] }
    expect(heard(rule('sec-store-exposed', {}), rule('hl-client-to-store', edge))).toEqual([
      'hl-client-to-store',
    ])
  })

  it('leaves out what follows from a finding that is itself left out', () => {
    const found = heard(
      rule('rel-zone-region-coverage', {}),
      rule('rel-spof-data', {}),
      rule('data-derived-as-truth', {}),
    )
    expect(found).toEqual(['data-derived-as-truth'])
  })
})

describe('decisions', () => {
  const decision = (text: string, nodeIds: readonly string[]): Decision => ({
    topic: 'Storage',
    chosen: '',
    options: [],
    why: '',
    consequence: '',
    nodeIds,
    text,
  })
  const severityAfter = (severity: Severity, text: string, nodeIds = ['db']) => {
    const design = designOf(graph, { answers: { decisions: [decision(text, nodeIds)] } })
    return checkDesign(design, [rule('rel-spof-data', { severity })]).findings[0]?.severity
  }

  it('turn a suggestion that they speak of, about a component that they name, into info', () => {
    expect(severityAfter('suggestion', 'PostgreSQL with one standby over two')).toBe('info')
    expect(severityAfter('suggestion', 'PostgreSQL over Cassandra')).toBe('suggestion')
    expect(severityAfter('suggestion', 'REST over gRPC', ['api'])).toBe('suggestion')
  })

  it('bring an error down one step where they accept the very thing in writing', () => {
    expect(severityAfter('error', 'A single PostgreSQL: we accept an hour of outage')).toBe(
      'warning',
    )
    expect(severityAfter('warning', 'One instance is enough, downtime is tolerated')).toBe(
      'suggestion',
    )
    expect(severityAfter('error', 'PostgreSQL over Cassandra for its joins')).toBe('error')
    expect(severityAfter('error', 'We accept the learning curve of PostgreSQL')).toBe('error')
  })
})
