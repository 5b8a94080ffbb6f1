import { describe, expect, it } from 'vitest'
import {
  annualBytes,
  averageRate,
  averageRateOfUsers,
  bandwidth,
  concurrentUsers,
  dailyBytes,
  peakRate,
  requestsInFlight,
  serversFor,
  serversWithHeadroom,
  splitRate,
  toBits,
} from './formulas.ts'

/** Vectors T1 to T29 of knowledge/f-numbers.md F.6. */
describe('the formulas of an estimate', () => {
  // prettier-ignore
  it.each([
    ['T1 average', averageRateOfUsers(1e6, 10), 115.74],
    ['T1 peak', peakRate(averageRateOfUsers(1e6, 10), 5), 578.7],
    ['T2', averageRate(1e6), 11.57],
    ['T3', averageRate(10_000 * 1_440), 166.67],
    ['T4', averageRate(100e9), 1_157_407.41],
    ['T4 peak', peakRate(averageRate(100e9), 3), 3_472_222.22],
    ['T5 a day', dailyBytes(1e6, 500e3), 500e9],
    ['T5 a year', annualBytes(500e9), 182.5e12],
    ['T5 three copies', annualBytes(500e9, 3), 547.5e12],
    ['T6', bandwidth(1e6, 50_000 / 600), 83_333_333.33],
    ['T6 bits', toBits(bandwidth(1e6, 50_000 / 600)), 666_666_666.67],
    ['T7', concurrentUsers(1e6, 30), 20_833.33],
    ['T8', requestsInFlight(1_000, 200), 200],
    ['T9', serversFor(10_000, 1_000), 10],
    ['T9 redundant', serversFor(10_000, 1_000, 2), 20],
    ['T9 headroom', serversWithHeadroom(10_000, 1_000), 16],
    ['T26 reads', splitRate(10_000, 100).reads, 9_900.99],
    ['T26 writes', splitRate(10_000, 100).writes, 99.01],
    ['T27 writes', averageRate(100e6 / 30), 38.58],
    ['T29', serversFor(1e6, 10_000), 100],
  ])('agree with vector %s', (_name, value, expected) => {
    expect(value).toBeCloseTo(expected, 2)
  })

  it('ask for no servers where one carries nothing', () => {
    expect([serversFor(10, 0), serversWithHeadroom(10, 0)]).toEqual([0, 0])
  })
})
