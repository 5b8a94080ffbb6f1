/** The fixtures of the list of rules: designs whose faults are known, and designs that have none. */
import { describe, expect, it } from 'vitest'
import { parseDesignDocument } from '#shared/exchange/design-document.ts'
import { checkDesign } from './check-design.ts'
import { severities, type Finding } from './define-rule.ts'
import { knowledgeFixtures } from './testing/knowledge-fixtures.ts'
import { shortener } from './testing/shortener.ts'

function findingsOf(text: string): readonly Finding[] {
  const { design, problems } = parseDesignDocument(text)
  expect(problems).toEqual([])
  const { findings, failures } = checkDesign(design)
  expect(failures).toEqual([])
  return findings
}

function saysIn(findings: readonly Finding[], wanted: string): boolean {
  return findings.some(({ rule, severity }) => wanted === rule || wanted === `${severity} ${rule}`)
}

describe.each(knowledgeFixtures)(
  '$name',
  ({ text, speaks = [], silent = [], atMost = 'error' }) => {
    const findings = findingsOf(text)

    it.each(speaks)('hears %s', (wanted) => {
      expect(findings.map(({ severity, rule }) => `${severity} ${rule}`)).toSatisfy(() =>
        saysIn(findings, wanted),
      )
    })

    it.each(silent)('does not hear %s', (unwanted) => {
      expect(findings.filter(({ rule }) => rule === unwanted)).toEqual([])
    })

    it('hears nothing louder than is allowed', () => {
      const loudest = severities.findIndex((severity) => severity === atMost)
      const loud = findings.filter(({ severity }) => severities.indexOf(severity) < loudest)
      expect(loud.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([])
    })
  },
)

it('finds no error in a URL shortener that is thought through', () => {
  const loud = findingsOf(shortener).filter(({ severity }) => severity === 'error')
  expect(loud.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([])
})
