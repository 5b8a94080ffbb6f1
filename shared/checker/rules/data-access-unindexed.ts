import { withAdmitted } from '../admissions.ts'
import { missingIndex } from '../admitted-words.ts'
import type { Entity } from '#shared/design/answers.ts'
import { accessPathsOf, fieldsIn, hasField, isSameField } from '../access-paths.ts'
import { entitySubject } from '../data-class.ts'
import { defineRule, type CheckContext, type Observation } from '../define-rule.ts'
import { nameOf, nodesWith } from '../parts.ts'
import { nodesOf, recordStores } from '../stores.ts'

/** From here on a scan is felt (knowledge E.4: 10 s against 10 ms on a million rows). */
const fewRows = 10_000

export default defineRule({
  id: 'data-access-unindexed',
  title: 'Records are looked up by a field without an index',
  category: 'data',
  why: 'Without an index the store reads everything: on a million rows, seconds instead of milliseconds.',
  fix: 'Add an index on that field, or a table made for the query.',
  question: 'How many rows does the store read to answer this one?',
  examples: {
    bad: [
      `\`\`\`mermaid
flowchart LR
  web[Browser] --> api[Order service] --> db[(PostgreSQL)]
\`\`\`
## API
- \`GET /orders?customer=\` lists (paginated)
## Data model
- Order in PostgreSQL: key id; fields id, customer, total, status; 20M rows of 400 B`,
      `\`\`\`mermaid
flowchart LR
  app[Mobile app] --> api[Ride service] --> db[(MongoDB)]
\`\`\`
## API
- \`GET /drivers/{id}/rides\` lists a driver's rides (paginated)
## Data model
- Ride in MongoDB: key ride_id; fields ride_id, driver_id, rider_id, price; index rider_id; 300M rows`,
    ],
    good: [
      `\`\`\`mermaid
flowchart LR
  web[Browser] --> api[Order service] --> db[(PostgreSQL)]
\`\`\`
## API
- \`GET /orders?customer=\` lists (paginated)
## Data model
- Order in PostgreSQL: key id; fields id, customer, total; index (customer, created_at); 20M rows of 400 B`,
      `\`\`\`mermaid
flowchart LR
  web[Browser] --> api[Branch service] --> db[(MySQL)]
\`\`\`
## API
- \`GET /branches?city=\` lists
## Data model
- Branch in MySQL: key id; fields id, city, street; 800 rows`,
      `\`\`\`mermaid
flowchart LR
  web[Browser] --> api[Catalogue service] --> db[(PostgreSQL)]
  db -->|CDC| es[Elasticsearch]
  api --> es
\`\`\`
## API
- \`GET /products?brand=\` filters (paginated)
## Data model
- Product in PostgreSQL: key id; fields id, brand, name; 2M rows of 2 KB`,
    ],
  },
  appliesTo: (context) =>
    context.design.answers.entities.some(isLarge) ||
    (context.band !== 'XS' && nodesOf(context, recordStores).length > 0),
  check(context) {
    return withAdmitted(context, byFields(context), {
      ...missingIndex,
      candidates: nodesOf(context, recordStores),
      severity: 'warning',
      tells: 'is said to read whole tables for one look-up',
    })
  },
})

function byFields(context: CheckContext): readonly Observation[] {
  if (nodesWith(context, 'derived').some(({ id }) => searches(context, id))) return []
  return context.design.answers.entities.filter(isLarge).flatMap((entity) => {
    const store = entity.storeIds.find((id) => scans(context, id))
    const fields = unindexedOf(context, entity)
    if (store === undefined || fields.length === 0) return []
    return [
      {
        subject: entitySubject(entity, [store]),
        severity: 'warning' as const,
        message: `${entity.name} in ${nameOf(context, store)} is looked up by ${fields.join(', ')}, which no index covers.`,
        evidence: { entity: entity.name, fields },
      },
    ]
  })
}

const scanning: ReadonlySet<string> = new Set([
  'sql-db',
  'newsql-db',
  'document-db',
  'wide-column-db',
  'key-value-db',
  'read-replica',
])

function scans(context: CheckContext, id: string): boolean {
  return scanning.has(context.kindOf(id).id)
}

/** A search index answers by any field, and nobody draws which. */
function searches(context: CheckContext, id: string): boolean {
  return context.kindOf(id).id === 'search-index'
}

function isLarge({ rows }: Entity): boolean {
  return rows !== undefined && rows > fewRows
}

const anyField =
  /\b(?:gsi|secondary ind\w+|indexe[sd]|batch|scan by design|full scan|materiali[sz]ed)\b/i

/** Only where keys and fields were described, so that a missing index is left out and not merely unsaid. */
function unindexedOf(context: CheckContext, entity: Entity): readonly string[] {
  const { primaryKey, shardKey, indexes = [], text = '', fields } = entity
  if (primaryKey === undefined || fields === undefined || anyField.test(text)) return []
  const covered = [primaryKey, shardKey ?? '', ...indexes].flatMap(fieldsIn)
  const unique = fields.filter((field) => /\b(?:unique|indexed|fk|pk)\b/i.test(field))
  const isCovered = (name: string) =>
    [...covered, ...unique.flatMap(fieldsIn)].some((field) => isSameField(field, name)) ||
    isSameField(name, entity.name)
  const paths = accessPathsOf(context, entity).map(({ field }) => field)
  return [...new Set(paths)].filter((name) => hasField(entity, name) === true && !isCovered(name))
}
