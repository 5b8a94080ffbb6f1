import { expect, it } from 'vitest'
import { parseDesignDocument } from '#shared/exchange/design-document.ts'
import { contextOf } from './check-design.ts'
import { classOf, entitiesIn, sharpClassHeld, sharpClassIn } from './data-class.ts'

const names: readonly (readonly [string, string | undefined])[] = [
  ['Payments DB', 'money'],
  ['AccountBalances', 'money'],
  ['Seat reservations', 'booking'],
  ['stock_levels', 'inventory'],
  ['Stock prices', undefined],
  ['Payment history', undefined],
  ['Inventory search index', undefined],
  ['Load balancer', undefined],
  ['Orders', undefined],
]

it.each(names)('takes %j for %s', (name, expected) => {
  expect(sharpClassIn(name)).toBe(expected)
})

it('believes what was said about an entity more than its name', () => {
  const entity = { name: 'Wallet', storeIds: [], ephemeral: false }
  expect(classOf(entity)).toBe('money')
  expect(classOf({ ...entity, class: 'media' })).toBe('media')
})

it('reads what a store holds from its entities, else from its own words', () => {
  const context = contextOf(
    parseDesignDocument(`\`\`\`mermaid
flowchart LR
  api[Shop service] --> a[(PostgreSQL)] & b[(MySQL ledger)] & c[(MongoDB seats)]
  %% set c dataClass pii
\`\`\`
## Data model
- Stock level (inventory) in PostgreSQL: key sku
- Note (content) in MySQL ledger: key id`).design,
  )
  const held = ['a', 'b', 'c'].map((id) => {
    const node = context.index.nodes.get(id)
    return node === undefined ? 'no node' : sharpClassHeld(context, node)
  })
  expect(entitiesIn(context, 'a').map(({ name }) => name)).toEqual(['Stock level'])
  expect(held).toEqual(['inventory', undefined, 'booking'])
})
