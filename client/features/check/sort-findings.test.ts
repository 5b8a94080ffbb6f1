import { expect, it } from 'vitest'
import { exampleFinding } from '#client/testing/example-finding.ts'
import type { FindingThread } from '#shared/live.ts'
import { sortFindings, toMark } from './sort-findings.ts'

const queue = exampleFinding({ id: 'queue', evidenceHash: 'a' })
const store = exampleFinding({ id: 'store', evidenceHash: 'b' })
const thread: FindingThread = {
  rule: 'rule',
  title: 'A queue has only one end',
  on: 'Orders',
  answer: {
    status: 'defended',
    reason: 'Drained by hand once a day.',
    evidenceHash: 'a',
    since: { at: 0 },
  },
  said: [],
}
const waived = [
  { finding: exampleFinding({ id: 'lone' }), waiver: { rule: 'rule', reason: 'Soon.' } },
]
const threads = new Map([['queue', thread]])

it('sets apart what somebody answered', () => {
  const { open, answered } = sortFindings({ findings: [queue, store], waived: [] }, threads)
  expect(open).toEqual([store])
  expect(answered).toEqual([{ finding: queue, thread, status: 'defended' }])
})

it('opens a finding again when its evidence changes', () => {
  const changed = exampleFinding({ id: 'queue', evidenceHash: 'c' })
  expect(sortFindings({ findings: [changed], waived: [] }, threads)).toEqual({
    open: [changed],
    answered: [],
    waived: [],
  })
})

it('opens a finding again when somebody asked back', () => {
  const asked = new Map([['queue', { ...thread, answer: null }]])
  expect(sortFindings({ findings: [queue], waived: [] }, asked).open).toEqual([queue])
})

it('leaves a tick on the canvas for what was answered and what is waived', () => {
  const marked = toMark(sortFindings({ findings: [queue, store], waived }, threads))
  expect(marked.map(({ id, severity }) => [id, severity])).toEqual([
    ['store', 'warning'],
    ['queue', 'info'],
    ['lone', 'info'],
  ])
})
