import { expect, it } from 'vitest'
import { exampleFinding } from '#client/testing/example-finding.ts'
import type { Defences } from './defences.ts'
import { sortDefended, toMark } from './sort-defended.ts'

const queue = exampleFinding({ id: 'queue', evidenceHash: 'a' })
const store = exampleFinding({ id: 'store', evidenceHash: 'b' })
const defences: Defences = {
  queue: {
    status: 'defended',
    reason: 'Drained by hand once a day.',
    evidenceHash: 'a',
    since: { at: 0 },
  },
}

it('sets apart what somebody answered, with the reason', () => {
  const { open, defended, former } = sortDefended([queue, store], defences)
  expect(open).toEqual([store])
  expect(defended).toEqual([{ finding: queue, reason: 'Drained by hand once a day.' }])
  expect(former.size).toBe(0)
})

it('opens a finding again when its evidence changes, and still knows the reason', () => {
  const changed = exampleFinding({ id: 'queue', evidenceHash: 'c' })
  const { open, defended, former } = sortDefended([changed], defences)
  expect(open).toEqual([changed])
  expect(defended).toEqual([])
  expect(former.get('queue')).toBe('Drained by hand once a day.')
})

it('leaves a tick on the canvas for what was answered', () => {
  const marked = toMark(sortDefended([queue, store], defences))
  expect(marked.map(({ id, severity }) => [id, severity])).toEqual([
    ['store', 'warning'],
    ['queue', 'info'],
  ])
})
