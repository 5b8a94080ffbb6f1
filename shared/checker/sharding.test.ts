import { expect, it } from 'vitest'
import { parseDesignDocument } from '#shared/exchange/design-document.ts'
import { contextOf } from './check-design.ts'
import { shardingOf } from './sharding.ts'

function shardingIn(text: string) {
  const sharding = shardingOf(contextOf(parseDesignDocument(text).design), 'db')
  return sharding === undefined ? undefined : { count: sharding.count, keys: sharding.keys }
}

const labels: readonly (readonly [string, number | undefined, readonly string[]])[] = [
  ['MySQL, 32 shards by user_id', 32, ['user_id']],
  ['PostgreSQL sharded by tenant', undefined, ['tenant']],
  ['MongoDB (sharded on hash of order id)', undefined, ['order id', 'hash of order id']],
  ['PostgreSQL x8 shards', 8, []],
  ['MySQL, sharded by upload month, 24 shards', 24, ['upload month']],
  ['Cassandra, partition key: day', undefined, ['day']],
]

it.each(labels)('reads %j', (label, count, keys) => {
  expect(shardingIn(`flowchart LR\n  api[API] --> db[("${label}")]`)).toEqual({ count, keys })
})

it('says nothing about a store that nobody split', () => {
  expect(shardingIn('flowchart LR\n  api[API] --> db[(PostgreSQL + standby)]')).toBeUndefined()
  expect(shardingIn('flowchart LR\n  api[API] --> db[("MySQL shop items")]')).toBeUndefined()
})

it('hears properties, entities and decisions that name the store', () => {
  const text = `\`\`\`mermaid
flowchart LR
  api[API] --> db[(PostgreSQL)]
  %% set db shards 8
\`\`\`
## Data model
- Order in PostgreSQL: key id; shard by customer_id
## Decisions
- Sharding: PostgreSQL is sharded by customer over by date because load stays even`
  expect(shardingIn(text)).toMatchObject({ count: 8 })
  expect(shardingIn(text)?.keys[0]).toBe('customer_id')
})
