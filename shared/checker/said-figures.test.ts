import { expect, it } from 'vitest'
import { parseDesignDocument } from '#shared/exchange/design-document.ts'
import { contextOf } from './check-design.ts'
import { readsPerWriteOf } from './reads-per-write.ts'
import { saidAvailability, saidCapacity } from './said-figures.ts'

function contextWith(sections: string) {
  const diagram = 'flowchart LR\n  w[Browser] --> a[Loan service] --> b[Credit bureau]'
  return contextOf(
    parseDesignDocument(
      `---\navailabilityTarget: 99.99%\n---\n# Loans\n\`\`\`mermaid\n${diagram}\n\`\`\`\n${sections}`,
    ).design,
  )
}

function nodeOf(context: ReturnType<typeof contextWith>, id: string) {
  const node = context.index.nodes.get(id)
  if (node === undefined) throw new Error(`${id} is not drawn`)
  return node
}

it('hears what one instance carries and how often a part is up', () => {
  const context = contextWith(`## Estimates
- Each loan service instance handles 1.5k requests/s
## Failures
- Credit bureau: 99.5% availability by its contract; requests fail while it is down`)
  expect(saidCapacity(context, nodeOf(context, 'a'))).toBe(1500)
  expect(saidAvailability(context, nodeOf(context, 'b'))).toBe(99.5)
})

it('hears nothing about a part that is not named', () => {
  const context = contextWith('## Estimates\n- Each server handles 1,000 requests/s')
  expect(saidCapacity(context, nodeOf(context, 'a'))).toBeUndefined()
  expect(saidAvailability(context, nodeOf(context, 'b'))).toBeUndefined()
})

it('reckons the ratio of reads to writes from estimates of both', () => {
  const context = contextWith('## Estimates\n- Peak reads: 900/s\n- Peak writes: 100/s')
  expect(readsPerWriteOf(context)).toBe(9)
  expect(readsPerWriteOf(contextWith(''))).toBeUndefined()
})
