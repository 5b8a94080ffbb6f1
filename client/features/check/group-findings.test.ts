import { expect, it } from 'vitest'
import { exampleFinding } from '#client/testing/example-finding.ts'
import { groupFindings } from './group-findings.ts'

const finding = (rule: string, id: string) => exampleFinding({ rule, id })
const idsOf = (groups: ReturnType<typeof groupFindings>) =>
  groups.map(({ findings }) => findings.map(({ id }) => id))

it('says once what a rule says three times, where it is met first', () => {
  const findings = [finding('a', '1'), finding('b', '2'), finding('a', '3'), finding('a', '4')]
  expect(idsOf(groupFindings(findings))).toEqual([['1', '3', '4'], ['2']])
})

it('leaves two of a kind apart', () => {
  expect(idsOf(groupFindings([finding('a', '1'), finding('a', '2')]))).toEqual([['1'], ['2']])
})
