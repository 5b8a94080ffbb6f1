import { admissionsOf } from '../admissions.ts'
import { mixedTenants } from '../admitted-places.ts'
import { quoted } from '../answered.ts'
import type { Entity } from '#shared/design/answers.ts'
import { defineRule, type CheckContext, type Observation } from '../define-rule.ts'
import { namesOf } from '../parts.ts'
import { isSaidAnywhere, isSaidInAnswers } from '../said.ts'
import { says } from '../says.ts'
import { nodesOf, recordStores } from '../stores.ts'
import { answerSubject } from '../subject.ts'

export default defineRule({
  id: 'data-tenant-isolation',
  title: 'Nothing keeps customers apart',
  category: 'data',
  why: 'Where rows carry no tenant, one forgotten filter shows a customer the data of another one.',
  fix: 'Choose a tenant key in every row, a schema each or a database each, and add quotas.',
  question: 'What stops one customer from reading the rows of another?',
  examples: {
    bad: [
      `\`\`\`mermaid
flowchart LR
  web[Browser] --> api[Invoice service] --> db[(PostgreSQL)]
\`\`\`
## Functional requirements
- FR1 (must): The product is multi-tenant: each company sees its own invoices.
## Data model
- Invoice in PostgreSQL: key id; fields id, number, total
- Line in PostgreSQL: key id; fields id, invoice_id, text`,
      `\`\`\`mermaid
flowchart LR
  web[Browser] --> api[CRM] --> db[(MySQL)]
\`\`\`
## Functional requirements
- FR1 (must): Sales people of many tenants keep their contacts.
## Data model
- Contact (pii) in MySQL: key id; fields id, name, phone`,
    ],
    good: [
      `\`\`\`mermaid
flowchart LR
  web[Browser] --> api[Invoice service] --> db[(PostgreSQL)]
\`\`\`
## Functional requirements
- FR1 (must): The product is multi-tenant: each company sees its own invoices.
## Data model
- Invoice in PostgreSQL: key (company_id, id); fields id, company_id, total`,
      `\`\`\`mermaid
flowchart LR
  web[Browser] --> api[CRM] --> db[(MySQL)]
\`\`\`
## Functional requirements
- FR1 (must): Sales people of many tenants keep their contacts.
## Data model
- Contact (pii) in MySQL: key id; fields id, name, phone
## Decisions
- Isolation: a schema per tenant over one shared schema because a filter is easily forgotten; consequence: more migrations`,
      `\`\`\`mermaid
flowchart LR
  web[Browser] --> api[Blog service] --> db[(PostgreSQL)]
\`\`\`
## Functional requirements
- FR1 (must): People write posts.
- (out): Multi-tenancy.
## Data model
- Post (content) in PostgreSQL: key id; fields id, title`,
    ],
  },
  appliesTo: (context) =>
    askedFor(context.design.answers.requirements).length > 0 ||
    nodesOf(context, recordStores).length > 0,
  check(context) {
    const found = byKeys(context)
    if (found.length > 0) return found
    return admissionsOf(context, mixedTenants)
      .slice(0, 1)
      .map(({ saying, text }) => ({
        subject: [answerSubject('data-model')],
        severity: 'error' as const,
        message: `Data of several customers is said not to be kept apart: ${quoted(text)}.`,
        evidence: { said: text },
        nodes: storesOf(context, context.design.answers.entities),
        answers: [saying.section],
      }))
  },
})

function byKeys(context: CheckContext): readonly Observation[] {
  if (askedFor(context.design.answers.requirements).length === 0) return []
  const { entities, requirements } = context.design.answers
  const described = entities.filter(isDescribed)
  if (described.length === 0 || entities.some(hasTenantKey) || isChosen(context)) return []
  const names = described.map(({ name }) => name)
  const stores = storesOf(context, described)
  const where = stores.length === 0 ? '' : ` (${namesOf(context, stores)})`
  return [
    {
      subject: [answerSubject('data-model')],
      severity: 'error',
      message: `Several tenants are asked for, and neither a key nor a decision keeps them apart in ${names.slice(0, 3).join(', ')}${where}.`,
      evidence: { entities: names, asked: askedFor(requirements) },
      nodes: stores,
      answers: ['data-model', 'functional-requirements'],
    },
  ]
}

/** Where the entities are placed, else the only store that can be meant. */
function storesOf(context: CheckContext, entities: readonly Entity[]): readonly string[] {
  const placed = new Set(entities.flatMap((entity) => entity.storeIds))
  const drawn = nodesOf(context, recordStores).map((node) => node.id)
  return placed.size === 0 && drawn.length === 1 ? drawn : [...placed]
}

const tenants =
  /\bmulti[-\s]?tenan\w*|\b(?:several|many|multiple|all|each|every|different) tenants?\b|\btenants\b|\bwhite[-\s]?label|\bno (?:firm|compan(?:y|ies)|clinic|practice|school|merchant|organi[sz]ation|shop|agency|club|employer|hospital|business|restaurant|vendor|publisher|hotel)s? (?:may|can|must|should|ever|is able to)? ?(?:ever )?(?:see|read|access|reach|open)s?\b|\beach (?:firm|company|clinic|practice|school|merchant|organi[sz]ation|agency|club|employer|hospital|business|publisher|hotel)\b[^.;]{0,30}\b(?:sees?|reads?|manages?|works? with) only (?:its|their)|\b(?:customers?|compan(?:y|ies)|firms?|clinics?|organi[sz]ations?|schools?|merchants?)['’]s? data\b[^.;]{0,30}\b(?:apart|separate\w*|isolated)\b|\bdata of (?:one|different) (?:compan(?:y|ies)|firms?|clinics?|organi[sz]ations?|schools?|merchants?) (?:is|are|must be|stays?) (?:never|not|kept|separate)/i

/** People who live somewhere are tenants as well. */
const rent = /\b(?:landlords?|rent(?:s|al|ing)?|lease|apartments?|flats?|propert(?:y|ies))\b/i

function askedFor(
  requirements: readonly { readonly text: string; readonly priority: string }[],
): readonly string[] {
  return requirements
    .filter(({ text, priority }) => priority !== 'out' && says(text, tenants) && !rent.test(text))
    .map(({ text }) => text)
}

const tenantKey =
  /(?:tenant|org(?:ani[sz]ation)?|workspace|company|account|customer|client|merchant|shop|store|team|school|clinic|site|business|firm|practice|branch|employer|agency|property|vendor|brand|hotel|club|gym|restaurant|franchise|university|municipality|district|hospital|partner|subscriber|seller|publisher|group|realm)[\s_-]?(?:id|key|uuid)?\b/i
const models =
  /\b(?:(?:schema|database|db|keyspace|namespace|cluster|instance|deployment|cell|silo|shard|bucket|table|stack|index)s?[-\s](?:per|for each|for every)[-\s](?:\w+[-\s])?(?:tenant|customer|company|client|organi[sz]ation)|row[-\s]level (?:security|polic\w+|filter\w*|access)|(?:compare|filter|scope|check|match)\w*\b[^.;]{0,40}\b\w+_id\b[^.;]{0,40}\b(?:token|session|caller|claim|user)s?\b|\brls\b|tenant[_\s-]?(?:id|key|column|filter|context|isolation|scoped?)|isolat\w+ (?:by|per) tenant|(?:keyed|sharded|partitioned|filtered|scoped) by (?:tenant|customer|company|organi[sz]ation|workspace)|separate (?:schemas?|databases?|deployments?)|one (?:schema|database|deployment) (?:per|each|for)|per[-\s]tenant)\b/i

/** Keys or fields were listed, so that a missing one is left out and not merely unsaid. */
function isDescribed({ fields = [], primaryKey, text = '' }: Entity): boolean {
  return fields.length > 0 || primaryKey !== undefined || /\w+, \w+, \w+/.test(text)
}

function hasTenantKey({
  fields = [],
  primaryKey = '',
  shardKey = '',
  indexes = [],
  text = '',
}: Entity): boolean {
  return [...fields, primaryKey, shardKey, ...indexes, text].some((words) => tenantKey.test(words))
}

function isChosen(context: CheckContext): boolean {
  return (
    isSaidAnywhere(context, models) ||
    isSaidInAnswers(context, models, [
      'functional-requirements',
      'non-functional-requirements',
      'data-model',
      'api',
    ])
  )
}
