import { expect, it } from 'vitest'
import { parseDesignDocument } from '#shared/exchange/design-document.ts'
import { contextOf } from './check-design.ts'
import { modelOf } from './model-of.ts'
import { strainOf } from './strain.ts'

function strainAt(peakQps: number, text: string) {
  const { design } = parseDesignDocument(`flowchart LR\n  w[Browser] --> ${text}`)
  const context = contextOf({ ...design, scale: { peakQps } })
  const node = context.index.nodes.get('a')
  const utilisation = modelOf(context).utilisations.get('a')
  if (node === undefined || utilisation === undefined) return 'unknown'
  return strainOf(context, node, utilisation)
}

it('holds a stated capacity to 70 % and 100 %', () => {
  const text = 'a[Order service x2]\n  %% set a capacityQps 500'
  expect([600, 800, 1100].map((peak) => strainAt(peak, text))).toEqual([
    undefined,
    'warning',
    'error',
  ])
})

it('takes a default capacity for one end of a wide range', () => {
  const found = [1900, 2500, 6000, 9000].map((peak) => strainAt(peak, 'a[Order service x2]'))
  expect(found).toEqual([undefined, undefined, 'suggestion', 'warning'])
})

it('believes what is said of a part, whatever the peak of the whole is', () => {
  const { design } = parseDesignDocument(`---
peakQps: 50000
---
\`\`\`mermaid
flowchart LR
  w[Browser] --> gw[API gateway x60, up to 1,000 rps each]
  gw --> b[Booking service x3] --> db[(DynamoDB)]
\`\`\`
## Estimates
- Bookings: 43/s at the peak`)
  expect(contextOf(design).band).toBe('L')
  const context = contextOf(design)
  const node = context.index.nodes.get('b')
  const utilisation = modelOf(context).utilisations.get('b')
  if (node === undefined || utilisation === undefined) throw new Error('No load was computed.')
  expect(strainOf(context, node, utilisation)).toBeUndefined()
})

it('makes no error of a box that may stand for several', () => {
  const found = [900, 5000, 9000].map((peak) => strainAt(peak, 'a[Order service]'))
  expect(found).toEqual([undefined, 'suggestion', 'warning'])
})

it('leaves alone what has no number, what is a part of a program, and a lone entry', () => {
  expect(strainAt(50_000, 'a[Order service cluster]')).toBe('unknown')
  expect(strainAt(50_000, 'a[Limiter library]\n  %% set a kind service')).toBeUndefined()
  expect(strainAt(50_000, 'a[API gateway]')).toBeUndefined()
})
