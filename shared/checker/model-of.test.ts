import { describe, expect, it } from 'vitest'
import { parseDesignDocument } from '#shared/exchange/design-document.ts'
import { contextOf } from './check-design.ts'
import { modelOf } from './model-of.ts'

function model(text: string, peakQps = 1000) {
  const { design } = parseDesignDocument(`flowchart LR\n${text}`)
  return modelOf(contextOf({ ...design, scale: { peakQps } }))
}

describe('the model of a drawing', () => {
  it('is made once for a context', () => {
    const { design } = parseDesignDocument('flowchart LR\n  w[Browser] --> a[API service]')
    const context = contextOf(design)
    expect(modelOf(context)).toBe(modelOf(context))
  })

  it('reads a worker that polls as one that is handed messages', () => {
    const { loads } = model(
      '  w[Browser] --> a[API service] --> q[SQS queue]\n  k[Mail worker] -->|polls| q',
    )
    expect(loads.get('k')?.total.most).toBe(1000)
  })

  it('gives the peak to people and not to the few who look after them', () => {
    const { loads } = model(
      '  w[Browser] --> s[Shop service x2]\n  e[Admin browser] --> c[Back office service]\n  e --> s',
    )
    expect(loads.get('s')?.total.least).toBe(1000)
    expect(loads.has('c')).toBe(false)
  })

  it('asks for identity and quotas now and then, not for every request', () => {
    const { loads } = model('  w[Browser] --> a[API service] --> i[Auth service] & d[(MySQL)]')
    expect(loads.get('i')?.total).toEqual({ least: 0, most: 1000 })
    expect(loads.get('d')?.total).toEqual({ least: 1000, most: 1000 })
  })

  it('knows no number of machines for a cluster, and counts scaling with its upper end', () => {
    const text = '  w[Browser] --> a[API service] --> d[(PostgreSQL cluster)]'
    const scaled = `${text}\n  %% set a autoscaleMax 8`
    expect(model(text).capacities.get('d')?.readers).toBeUndefined()
    expect(model(scaled).capacities.get('a')?.readers).toBe(8)
  })

  it('reads shards from a label and leaves unnumbered ones open', () => {
    const primaries = (label: string) =>
      model(`  a[API service] --> d[("${label}")]`).capacities.get('d')?.writers
    expect(primaries('MySQL, 16 shards')).toBe(16)
    expect(primaries('MySQL, sharded by user')).toBeUndefined()
    expect(primaries('MySQL')).toBe(1)
  })
})
