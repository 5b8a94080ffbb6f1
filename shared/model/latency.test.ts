import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cacheAsideLatency, percentileOfSum } from './percentiles.ts'
import { modelOfText } from './testing/model-of-text.ts'

describe('latency', () => {
  it('adds up along the arrows that are waited for', () => {
    const text = `w[Browser] --> a[Order service] --> b[Stock service] --> d[(MySQL)]
      b --> q[SQS queue] --> k[Mail worker]`
    const { slowest } = modelOfText(text).latency
    expect(slowest).toMatchObject({ nodeIds: ['w', 'a', 'b', 'd'], p50: 50, statedMs: 0 })
  })

  it('takes the slower of two calls for the slowest way and the faster for the fastest', () => {
    const text = `w[Browser] --> a[Order service]
      a --> b[Price service]
      a --> c[Stock service]
      %% set b latencyMs 70
      %% set c latencyMs 5`
    const { slowest, fastest } = modelOfText(text).latency
    expect([slowest?.p50, fastest?.p50]).toEqual([90, 25])
  })

  it('reads times that are written on components and arrows, and no other times', () => {
    const text = `w[Browser] --> a["Search (80 ms)"] -->|"~40 ms"| b["Ranking service, timeout 500 ms"]
      %% set a kind service`
    expect(modelOfText(text).latency.slowestStated?.statedMs).toBe(120)
  })

  it('names what has no known time', () => {
    const { slowest } = modelOfText('w[Browser] --> a[Odd]\n%% set a kind component').latency
    expect(slowest?.unknown).toEqual(['a'])
  })

  it('is absent for an empty design and ends for a cycle', () => {
    expect(modelOfText('').latency).toEqual({ flows: [] })
    const { slowest } = modelOfText('w[Browser] --> a[A service] --> b[B service] --> a').latency
    expect(slowest?.p50).toBe(40)
  })

  it('counts the look-up on a miss (knowledge F.6, T10)', () => {
    expect(cacheAsideLatency(0.9, 1, 100)).toBeCloseTo(11)
  })

  it('has tails between the median of the sum and the sum of the tails', () => {
    const steps = fc.array(fc.double({ min: 0.1, max: 1000, noNaN: true }), {
      minLength: 1,
      maxLength: 12,
    })
    fc.assert(
      fc.property(steps, (medians) => {
        const sum = medians.reduce((a, b) => a + b, 0)
        const tails = medians.reduce((all, median) => all + percentileOfSum([median], 'p99'), 0)
        const p99 = percentileOfSum(medians, 'p99')
        expect(p99).toBeGreaterThan(sum)
        expect(p99).toBeLessThanOrEqual(tails * (1 + 1e-9))
        expect(percentileOfSum(medians, 'p95')).toBeLessThanOrEqual(p99)
      }),
    )
  })

  it('leaves the median of a single step as it is, and no steps at nothing', () => {
    expect(percentileOfSum([20], 'p50')).toBeCloseTo(20)
    expect(percentileOfSum([], 'p99')).toBe(0)
  })
})
