import { withAdmitted } from '../admissions.ts'
import { allShards } from '../admitted-words.ts'
import type { Entity } from '#shared/design/answers.ts'
import { accessPathsOf, fieldsIn, isSameField } from '../access-paths.ts'
import { entitySubject } from '../data-class.ts'
import { defineRule, type CheckContext } from '../define-rule.ts'
import { nameOf, sentence } from '../parts.ts'
import { isSaidAnywhere, isSaidInAnswers } from '../said.ts'
import { shardingOf } from '../sharding.ts'
import { isOf, nodesOf, recordStores } from '../stores.ts'

export default defineRule({
  id: 'data-cross-shard-access',
  title: 'A query has to ask every shard',
  category: 'data',
  why: 'A look-up by another field than the shard key goes to all shards and waits for the slowest.',
  fix: 'Choose the key by the main query, and keep a second table or index for the other one.',
  question: 'How many machines does this query wake up?',
  examples: {
    bad: [
      `\`\`\`mermaid
flowchart LR
  web[Browser] --> api[Order service] --> db[("MySQL, 8 shards")]
\`\`\`
## API
- \`GET /customers/{id}/orders\` lists a customer's orders (paginated)
## Data model
- Order in MySQL: key order_id; fields order_id, customer_id, total; shard by order_id`,
      `\`\`\`mermaid
flowchart LR
  app[Mobile app] --> api[Message service] --> db[(MongoDB)]
\`\`\`
## Data model
- Message (message) in MongoDB: key id; fields id, sender, conversation; shard by sender; read by conversation`,
    ],
    good: [
      `\`\`\`mermaid
flowchart LR
  web[Browser] --> api[Order service] --> db[("MySQL, 8 shards by customer_id")]
\`\`\`
## API
- \`GET /customers/{id}/orders\` lists a customer's orders (paginated)
## Data model
- Order in MySQL: key (customer_id, order_id); fields order_id, customer_id, total; shard by customer_id`,
      `\`\`\`mermaid
flowchart LR
  app[Mobile app] --> api[Message service] --> db[(DynamoDB)]
\`\`\`
## Data model
- Message (message) in DynamoDB: key id; fields id, sender, conversation; shard by sender; read by conversation; global secondary index on conversation`,
      `\`\`\`mermaid
flowchart LR
  web[Browser] --> api[Shop service] --> db[("PostgreSQL, 4 shards by id")]
  db -->|CDC| es[OpenSearch]
  api --> es
\`\`\`
## API
- \`GET /products?brand=\` filters (paginated)
## Data model
- Product in PostgreSQL: key id; fields id, brand, name; shard by id`,
    ],
  },
  appliesTo: (context) => nodesOf(context, recordStores).length > 0,
  check(context) {
    if (hasOtherWay(context)) return []
    const listed = context.design.answers.entities.flatMap((entity) => {
      const store = entity.storeIds.find((id) => isOf(context, id, recordStores))
      const fields = crossing(context, entity)
      if (store === undefined || fields.length === 0) return []
      const isIndexed = fields.every((field) => isCovered(entity.indexes ?? [], field))
      return [
        {
          subject: entitySubject(entity, [store]),
          severity: isIndexed ? ('suggestion' as const) : ('warning' as const),
          message: sentence(
            `${nameOf(context, store)} splits ${entity.name} by ${keysOf(context, entity).join(', ')}, and it is looked up by ${fields.join(', ')}.`,
          ),
          evidence: { entity: entity.name, fields },
        },
      ]
    })
    if (listed.length > 0) return listed
    return withAdmitted(context, [], {
      ...allShards,
      candidates: nodesOf(context, recordStores).filter(({ id }) => shardingOf(context, id)),
      severity: 'warning',
      tells: 'is asked in all of its shards for one answer',
    })
  },
})

const otherWays =
  /\b(?:global(?: secondary)? ind\w+|gsis?|secondary index table|look-?up tables?|mapping tables?|reverse index|denormali\w+|materiali[sz]ed|duplicated? (?:by|per)|second (?:copy|table)|scatter[-\s]gather|cqrs|read model|fan[-\s]?out on write|table per query|inbox per user)\b/i
const indexes: ReadonlySet<string> = new Set(['search-index', 'olap-db', 'data-warehouse'])

function hasOtherWay(context: CheckContext): boolean {
  if (nodesOf(context, indexes).length > 0 || isSaidAnywhere(context, otherWays)) return true
  return isSaidInAnswers(context, otherWays, ['data-model', 'api', 'flows'])
}

/** Its own key, else that of the only store that it is in. */
function keysOf(context: CheckContext, { shardKey, storeIds }: Entity): readonly string[] {
  if (shardKey !== undefined) return [shardKey]
  const [only] = storeIds
  const count = only === undefined ? 0 : (shardingOf(context, only)?.count ?? 0)
  return only !== undefined && storeIds.length === 1 && count > 1
    ? (shardingOf(context, only)?.keys ?? [])
    : []
}

/** Fields that records are looked up by and that neither the shard key nor the key of the record holds. */
function crossing(context: CheckContext, entity: Entity): readonly string[] {
  const keys = keysOf(context, entity)
  if (keys.length === 0) return []
  const own = [...keys, ...(entity.primaryKey === undefined ? [] : [entity.primaryKey])]
  const fields = accessPathsOf(context, entity).map(({ field }) => field)
  return [...new Set(fields)].filter(
    (field) =>
      !isCovered(own, field) && !hasTableFor(context, field) && !isSameField(field, entity.name),
  )
}

function isCovered(keys: readonly string[], field: string): boolean {
  return keys
    .flatMap((key) => fieldsIn(key.replace(/\b(?:hash(?:ed)?|of|the)\b/gi, ' ')))
    .some((key) => isSameField(key, field))
}

/** "OrdersByCustomer" is the second copy that such a query needs. */
function hasTableFor({ design }: CheckContext, field: string): boolean {
  const word = field.toLowerCase().replace(/[_\s-]?id$/, '')
  return design.answers.entities.some((entity) =>
    new RegExp(`by[\\s_-]*${word.replace(/[^a-z0-9]/g, '.?')}`, 'i').test(entity.name),
  )
}
