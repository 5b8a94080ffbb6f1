import { describe, expect, it } from 'vitest'
import { modelOfText } from './testing/model-of-text.ts'
import { instancesFor } from './utilisation.ts'

describe('utilisation', () => {
  it('is load over instances times capacity', () => {
    const { utilisations } = modelOfText('w[Browser] --> a[API service x15]', { peakQps: 10_000 })
    expect(utilisations.get('a')?.share.least).toBeCloseTo(10 / 15)
  })

  it('lets copies answer reads and the primary alone take writes', () => {
    const text = 'w[Browser] --> a[API service] --> d[(PostgreSQL x2)]'
    const { utilisations } = modelOfText(text, { peakQps: 5000, readsPerWrite: 1 })
    expect(utilisations.get('d')?.share.least).toBeCloseTo(2500 / 10_000 + 2500 / 5000)
  })

  it('is absent where nobody said how many instances there are', () => {
    const { utilisations } = modelOfText('w[Browser] --> a[API server pool]', { peakQps: 9_000 })
    expect(utilisations.has('a')).toBe(false)
  })

  it('follows a stated capacity', () => {
    const text = 'w[Browser] --> a[API service]\n%% set a capacityQps 250'
    expect(modelOfText(text, { peakQps: 500 }).utilisations.get('a')).toMatchObject({
      share: { least: 2, most: 2 },
      capacity: { isStated: true },
    })
  })

  it('takes a limit for each person for no capacity of an instance', () => {
    const text = 'w[Browser] --> a["API service x4, 20 req/s per user"]'
    const { utilisations } = modelOfText(text, { peakQps: 500 })
    expect(utilisations.get('a')?.capacity.isStated).toBe(false)
    const each = 'w[Browser] --> a["API service x4, 200 req/s per instance"]'
    expect(modelOfText(each, { peakQps: 500 }).utilisations.get('a')?.capacity.isStated).toBe(true)
  })

  it('leaves headroom and a spare (knowledge F.6, T9)', () => {
    expect(instancesFor(10_000, 1_000)).toBe(16)
    expect(instancesFor(0, 1_000)).toBe(1)
  })
})
