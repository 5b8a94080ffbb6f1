import { beforeEach, expect, it } from 'vitest'
import { exampleFinding } from '#client/testing/example-finding.ts'
import { defend, longestReason, useDefences } from './defences.ts'

const queue = exampleFinding({ id: 'queue', evidenceHash: 'a' })
const store = exampleFinding({ id: 'store', evidenceHash: 'b' })
const kept = (board: string) => useDefences.getState().boards[board] ?? {}

beforeEach(() => useDefences.setState({ boards: {} }))

it('keeps a reason with the evidence it was given about, for one board', () => {
  defend('one', [queue, store], ' It is fine. ')
  expect(kept('one')['queue']).toMatchObject({ reason: 'It is fine.', evidenceHash: 'a' })
  expect(Object.keys(kept('one'))).toEqual(['queue', 'store'])
  expect(kept('two')).toEqual({})
})

it('takes an answer back, and no other one', () => {
  defend('one', [queue, store], 'It is fine.')
  defend('one', [queue], '')
  expect(Object.keys(kept('one'))).toEqual(['store'])
})

it('cuts a reason off where nobody reads on', () => {
  defend('one', [queue], 'x'.repeat(longestReason + 1))
  expect(kept('one')['queue']?.reason).toHaveLength(longestReason)
})
