import { expect, it } from 'vitest'
import { minutesIn, rhythmIn } from './durations.ts'

it.each([
  ['back in 30 s', [0.5]],
  ['RTO of 15-minute windows, 2 h at worst', [15, 120]],
  ['half an hour, or an hour, or one day', [30, 60, 1440]],
  ['six hours, or a quarter of an hour', [360, 15]],
  ['within 500 ms', [500 / 60_000]],
  ['5m and 1.5 hours', [5, 90]],
  ['automatic and done by somebody', []],
])('reads the lengths of time in "%s"', (text, minutes) => {
  expect(minutesIn(text)).toEqual(minutes)
})

it.each([
  ['dumped nightly', 1440],
  ['a snapshot every 6 hours', 360],
  ['hourly backups, kept for 30 days', 60],
  ['weekly copy', 10_080],
  ['every day at 3', 1440],
  ['backed up', undefined],
])('reads how often "%s" is', (text, minutes) => {
  expect(rhythmIn(text)).toBe(minutes)
})
