import { expect, it } from 'vitest'
import { relativeTime } from './relative-time.ts'

const now = Date.UTC(2026, 5, 15, 12)
const minute = 60_000

it.each([
  [0, 'just now'],
  [59_000, 'just now'],
  [5 * minute, '5 minutes ago'],
  [3 * 60 * minute, '3 hours ago'],
  [24 * 60 * minute, 'yesterday'],
  [6 * 24 * 60 * minute, '6 days ago'],
])('says %i ms as %s', (passed, words) => {
  expect(relativeTime(now - passed, now)).toBe(words)
})

it('names the day of what is a week old', () => {
  expect(relativeTime(Date.UTC(2026, 0, 2, 12), now)).toBe('Jan 2, 2026')
})

it('takes a moment ahead of this clock as now', () => {
  expect(relativeTime(now + minute, now)).toBe('just now')
})
