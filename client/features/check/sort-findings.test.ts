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
const threads = new Map([['queue', thread]])

it('sets apart what somebody answered', () => {
  const { open, answered } = sortFindings([queue, store], threads)
  expect(open).toEqual([store])
  expect(answered).toEqual([{ finding: queue, thread, status: 'defended' }])
})

it('opens a finding again when its evidence changes', () => {
  const changed = exampleFinding({ id: 'queue', evidenceHash: 'c' })
  expect(sortFindings([changed], threads)).toEqual({ open: [changed], answered: [] })
})

it('opens a finding again when somebody asked back', () => {
  const asked = new Map([['queue', { ...thread, answer: null }]])
  expect(sortFindings([queue], asked).open).toEqual([queue])
})

it('leaves a tick on the canvas for what was answered', () => {
  const marked = toMark(sortFindings([queue, store], threads))
  expect(marked.map(({ id, severity }) => [id, severity])).toEqual([
    ['store', 'warning'],
    ['queue', 'info'],
  ])
})
