import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contextOf } from '#shared/checker/check-design.ts'
import { modelOf } from '#shared/checker/model-of.ts'
import { largeDesign } from '#shared/checker/testing/large-design.ts'
import { modelOfText } from './testing/model-of-text.ts'

function loadOf(text: string, id: string, scale: Parameters<typeof modelOfText>[1]) {
  return modelOfText(text, scale).loads.get(id)
}

describe('offered load', () => {
  it('is absent while the peak is unknown', () => {
    expect(modelOfText('w[Browser] --> a[API service]').loads.size).toBe(0)
  })

  it('reaches everything on a single way', () => {
    const model = modelOfText('w[Browser] --> l[Load balancer] --> a[API service] --> d[(MySQL)]', {
      peakQps: 300,
    })
    for (const id of ['l', 'a', 'd']) {
      expect(model.loads.get(id)?.total).toEqual({ least: 300, most: 300 })
    }
  })

  it('splits into reads and writes by their ratio (knowledge F.6, T26)', () => {
    const load = loadOf('w[Browser] --> a[API service]', 'a', {
      peakQps: 10_000,
      readsPerWrite: 100,
    })
    expect(load?.reads?.most).toBeCloseTo(9_901, 0)
    expect(load?.writes?.most).toBeCloseTo(99, 0)
  })

  it('keeps the hits of a cache from the store behind it', () => {
    const text = 'w[Browser] --> a[API service]\na --> c[Redis cache] & d[(MySQL)]'
    const total = loadOf(text, 'd', { peakQps: 1000, readsPerWrite: 9 })?.total
    expect(total?.least).toBeCloseTo(100 + 900 * 0.2)
    expect(total?.most).toBeCloseTo(1000)
  })

  it('trusts a stated hit rate in both ends of the range', () => {
    const text =
      'w[Browser] --> a[API service]\na --> c[Redis cache] & d[(MySQL)]\n%% set c hitRate 90'
    const total = loadOf(text, 'd', { peakQps: 1000, readsPerWrite: 9 })?.total
    expect(total?.least).toBeCloseTo(190)
    expect(total?.most).toBeCloseTo(190)
  })

  it('shares requests by the sizes of the targets, and says so (knowledge F.6, T11)', () => {
    const text =
      'w[Browser] --> l[Load balancer]\nl --> a[Order service x3] & b[Stock service x2] & c[Mail service]'
    const { loads, assumptions } = modelOfText(text, { peakQps: 600 })
    expect(['a', 'b', 'c'].map((id) => loads.get(id)?.total.least)).toEqual([
      300,
      200,
      expect.closeTo(100),
    ])
    expect(loads.get('c')?.total.most).toBe(600)
    expect(assumptions).toContain('shares-follow-sizes')
  })

  it('follows the share and the rate that an arrow states', () => {
    const text = `w[Browser] --> l[Load balancer]
      l -->|20 % of traffic| a[Order service]
      l --> b[Stock service]
      b -->|50 rps| p[Price service]`
    const { loads } = modelOfText(text, { peakQps: 1000 })
    expect(['a', 'b', 'p'].map((id) => loads.get(id)?.total.least)).toEqual([200, 800, 50])
  })

  it('sends writes where writes are taken', () => {
    const text = `w[Browser] --> l[Load balancer]
      l -->|GET| r[Redirect service]
      l -->|POST| m[Link service]`
    const { loads } = modelOfText(text, { peakQps: 1000, readsPerWrite: 9 })
    expect(loads.get('r')?.total.least).toBeCloseTo(900)
    expect(loads.get('m')?.total.least).toBeCloseTo(100)
  })

  it('asks of a worker no more than its queue can hold back', () => {
    const text = 'w[Browser] --> a[API service] --> q[SQS queue] --> k[Mail worker] --> d[(MySQL)]'
    const { loads } = modelOfText(text, { peakQps: 100 })
    expect(loads.get('k')?.total).toEqual({ least: 100, most: 100 })
    expect(loads.get('d')?.total).toEqual({ least: 0, most: 100 })
  })

  it('ends for designs with cycles, and says that it cut them', () => {
    const text = 'w[Browser] --> a[Order service] --> b[Stock service] --> a'
    const { loads, assumptions } = modelOfText(text, { peakQps: 100 })
    expect(loads.get('b')?.total).toEqual({ least: 100, most: 100 })
    expect(assumptions).toContain('cycles-cut')
  })

  it('is conserved: what a router takes, its services take together', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 1e6 }), (replicas, peakQps) => {
        const services = replicas.map((n, i) => `l --> s${i}[Order service ${i} x${n}]`)
        const text = ['w[Browser] --> l[Load balancer]', ...services].join('\n')
        const { loads } = modelOfText(text, { peakQps })
        const sum = replicas.reduce((all, _, i) => all + (loads.get(`s${i}`)?.total.least ?? 0), 0)
        expect(sum).toBeCloseTo(peakQps, 4)
      }),
    )
  })

  it('grows in proportion to the peak, and its range never turns over', () => {
    const any = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer(), fc.boolean())
    fc.assert(
      fc.property(any, ([size, seed, hasRatio]) => {
        const { graph, ...rest } = largeDesign(size, seed)
        const ratio = hasRatio ? { readsPerWrite: 3 } : {}
        const at = (peakQps: number) =>
          modelOf(contextOf({ ...rest, graph, scale: { peakQps, ...ratio } })).loads
        const [small, large] = [at(100), at(1000)]
        for (const [id, { total }] of small) {
          expect(total.least).toBeGreaterThanOrEqual(0)
          expect(total.least).toBeLessThanOrEqual(total.most * (1 + 1e-9))
          expect(large.get(id)?.total.most).toBeCloseTo(total.most * 10, 3)
          expect(large.get(id)?.total.least).toBeCloseTo(total.least * 10, 3)
        }
      }),
      { numRuns: 60 },
    )
  })
})
