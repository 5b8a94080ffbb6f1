import { withAdmitted } from '../admissions.ts'
import { wastefulIndex } from '../admitted-words.ts'
import type { Entity } from '#shared/design/answers.ts'
import { fieldsIn } from '../access-paths.ts'
import { entitySubject } from '../data-class.ts'
import { defineRule, type CheckContext, type Observation } from '../define-rule.ts'
import { nameOf } from '../parts.ts'
import { nodesOf, recordStores } from '../stores.ts'

/** Below this a scan is as fast as a look-up (knowledge E.4). */
const fewRows = 1000

export default defineRule({
  id: 'data-index-wasteful',
  title: 'An index brings nothing',
  category: 'data',
  why: 'Each index takes space and slows every write; a tiny table, a field with few values or a key that is indexed already gives nothing back.',
  fix: 'Consider leaving it out, or make it partial or composite with a field that tells rows apart.',
  question: 'Which query becomes faster through this index, and by how much?',
  examples: {
    bad: [
      `\`\`\`mermaid
flowchart LR
  web[Browser] --> api[User service] --> db[(PostgreSQL)]
\`\`\`
## Data model
- User (pii) in PostgreSQL: key id; fields id, email, is_active; index email, is_active; 4M rows`,
      `\`\`\`mermaid
flowchart LR
  app[Mobile app] --> api[Shop service] --> db[(MySQL)]
\`\`\`
## Data model
- Country in MySQL: key code; fields code, name; index name; 200 rows`,
    ],
    good: [
      `\`\`\`mermaid
flowchart LR
  web[Browser] --> api[User service] --> db[(PostgreSQL)]
\`\`\`
## Data model
- User (pii) in PostgreSQL: key id; fields id, email, is_active; index email; 4M rows`,
      `\`\`\`mermaid
flowchart LR
  web[Browser] --> api[Ticket service] --> db[(PostgreSQL)]
\`\`\`
## Data model
- Ticket in PostgreSQL: key id; fields id, assignee, status; index (assignee, status); 3M rows`,
      `\`\`\`mermaid
flowchart LR
  app[Mobile app] --> api[Shop service] --> db[(MySQL)]
\`\`\`
## Data model
- Country in MySQL: key code; fields code, name; 200 rows`,
    ],
  },
  appliesTo: (context) =>
    context.design.answers.entities.some(({ indexes = [] }) => indexes.length > 0) ||
    nodesOf(context, recordStores).length > 0,
  check(context) {
    return withAdmitted(context, byEntity(context), {
      ...wastefulIndex,
      candidates: nodesOf(context, recordStores),
      severity: 'suggestion',
      tells: 'is said to keep indexes that no query needs',
    })
  },
})

function byEntity(context: CheckContext): readonly Observation[] {
  return context.design.answers.entities.flatMap((entity) => {
    const reasons = (entity.indexes ?? []).flatMap((index) => reasonOf(entity, index) ?? [])
    const [first] = reasons
    if (first === undefined) return []
    return [
      {
        subject: entitySubject(entity, entity.storeIds.slice(0, 1)),
        severity: 'suggestion' as const,
        message: `${entity.name}${placeOf(context, entity)}: ${reasons.join('; ')}.`,
        evidence: { entity: entity.name, reasons },
      },
    ]
  })
}

function placeOf(context: CheckContext, { storeIds }: Entity): string {
  const [store] = storeIds
  return store === undefined ? '' : ` in ${nameOf(context, store)}`
}

const fewValues =
  /^(?:is[_\s-]?\w+|has[_\s-]\w+|is[A-Z]\w*|has[A-Z]\w*|active|enabled|disabled|deleted|archived|verified|gender|sex|bool(?:ean)?|flag|status)$/
const narrowed =
  /\bpartial|composite|\bwhere\b|full[-\s]?text|\bgin\b|\bgist\b|geo|filtered|covering|unique/i

function reasonOf(entity: Entity, index: string): string | undefined {
  const fields = fieldsIn(index)
  const [field] = fields
  if (field === undefined || fields.length > 1 || narrowed.test(index)) return undefined
  const { rows, primaryKey = '', text = '' } = entity
  if (rows !== undefined && rows < fewRows) return `${field} is indexed for ${rows} rows`
  const key = fieldsIn(primaryKey)
  if (key[0]?.toLowerCase() === field.toLowerCase()) {
    return `${field} is indexed although it begins the key`
  }
  if (fewValues.test(field) && !narrowed.test(text)) return `${field} has very few values to index`
  return undefined
}
