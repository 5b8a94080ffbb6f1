import { withAdmitted } from '../admissions.ts'
import { textSearch as matchedInRows } from '../admitted-places.ts'
import type { DesignNode } from '#shared/design/design.ts'
import { edgesTo } from '#shared/design/graph.ts'
import { defineRule, type CheckContext, type Observation, type Severity } from '../define-rule.ts'
import { nameOf, sentence, wordsOf } from '../parts.ts'
import { isSaidAnywhere } from '../said.ts'
import { isAtLeast } from '../scale.ts'
import { says } from '../says.ts'
import { usesOf } from '../store-ends.ts'
import { nodesOf, recordStores } from '../stores.ts'

/** Rows from which a scan of texts is felt, and to which a database's own full-text index reaches (knowledge E.4). */
const manyRows = 100_000
const tooManyRows = 1_000_000

export default defineRule({
  id: 'data-search-on-oltp',
  title: 'Texts are searched in the transactional store',
  category: 'data',
  why: 'A relational store scans texts row by row, and every search slows the orders and sign-ups beside it.',
  fix: 'Add a search index that events or change capture keep up to date.',
  question: 'What does a search for two misspelt words cost in this database?',
  examples: {
    bad: [
      `---
peakQps: 4,000
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Catalogue service x4]
  api -->|full-text search| db[(PostgreSQL + standby)]`,
      `---
peakQps: 2,500
---
\`\`\`mermaid
flowchart LR
  app[Mobile app] --> lb[Load balancer x2] --> api[Listing service x3] --> db[(MySQL + standby)]
\`\`\`
## Functional requirements
- FR1 (must): People search listings by keyword, with typos forgiven.
## Data model
- Listing in MySQL: key id; fields id, title, text; 40M rows`,
    ],
    good: [
      `---
peakQps: 4,000
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Catalogue service x4] --> db[(PostgreSQL + standby)]
  db -->|CDC| es[OpenSearch x3]
  api -->|full-text search| es`,
      `---
peakQps: 20
---
flowchart LR
  web[Browser] --> api[Recipe site] -->|full-text search| db[(PostgreSQL)]`,
      `---
peakQps: 2,500
---
\`\`\`mermaid
flowchart LR
  app[Rider app] --> lb[Load balancer x2] --> api[Ride service x3] --> db[(PostgreSQL + standby)]
\`\`\`
## Functional requirements
- FR1 (must): Riders search for drivers nearby.`,
    ],
  },
  appliesTo: (context) => context.band !== 'XS' && nodesOf(context, recordStores).length > 0,
  check(context) {
    if (nodesOf(context, indexes).length > 0) return []
    return withAdmitted(context, hasSearch(context) ? [] : fromAsked(context), {
      ...matchedInRows,
      candidates: nodesOf(context, recordStores),
      severity: severityOf(context),
      tells: 'is said to match words itself, row by row',
    })
  },
})

function fromAsked(context: CheckContext): readonly Observation[] {
  const asked = context.design.answers.requirements.filter(
    ({ text, priority }) => priority !== 'out' && asksForTexts(text),
  )
  const isMany = rowsOf(context) > manyRows || isAtLeast(context.band, 'M')
  const isAsked = asked.some(({ text }) => isMany || asText.test(text) || isForgiving.test(text))
  return nodesOf(context, recordStores)
    .filter((node) => isDrawn(context, node) || (isAsked && isSearchedFirst(context, node)))
    .map((node) => ({
      subject: [node.id],
      severity: severityOf(context),
      message: sentence(`${nameOf(context, node.id)} answers searches over texts itself.`),
      evidence: { requirements: asked.map(({ text }) => text) },
    }))
}

const indexes: ReadonlySet<string> = new Set(['search-index', 'vector-db'])
const engines =
  /\b(?:elastic\w*|open ?search|solr|lucene|algolia|typesense|meili\w*|sphinx|atlas search|cloud ?search|azure (?:ai |cognitive )?search|search (?:index|cluster|engine)|inverted index|trie|suggester|vespa|vector (?:db|store|database|search))\b/i
const ownIndex = /\b(?:tsvector|pg_trgm|trigram|full[-\s]?text index|gin index|fts5?)\b/i
const textSearch =
  /\bfull[-\s]?text|\bfuzzy|\btypos?\b|misspel|\bfacet|\brelevance\b|\bkeywords?\b|\bfree[-\s]text|\bsearch(?:es|ing)?\b.{0,40}\b(?:by|in|for|through|across)\b.{0,30}\b(?:title|name|description|text|content|ingredient|word|body)s?\b|\bsearch(?:es|ing)?\s+(?:for\s+)?(?:the\s+|all\s+)?(?:products?|listings?|articles?|posts?|messages?|documents?|recipes?|catalog(?:ue)?|books?|movies?|songs?|jobs?|items?|restaurants?|hotels?|videos?|notes?|tweets?|questions?)\b/i
const otherSearch =
  /\b(?:near(?:by|est|by)?|radius|geo\w*|location|route|availab\w+|flights?|dates?|by (?:id|code|number|e-?mail|phone|username)|exact|web search)\b/i
/** Wishes that a plain query cannot grant, however few rows there are. */
const isForgiving = /\btypos?\b|misspel|\brelevance\b|\branked\b/i
const asText = /\bfull[-\s]?text|\bfuzzy|\bLIKE ['"]?%|\bfacet|\btext search|\bkeyword search/i

function asksForTexts(text: string): boolean {
  return says(text, textSearch) && !otherSearch.test(text)
}

function hasSearch(context: CheckContext): boolean {
  if (nodesOf(context, indexes).length > 0 || isSaidAnywhere(context, engines)) return true
  return rowsOf(context) < tooManyRows && isSaidAnywhere(context, ownIndex)
}

function isDrawn(context: CheckContext, node: DesignNode): boolean {
  return edgesTo(context.index, node.id).some((edge) => says(wordsOf(edge), asText))
}

/** The store that most services use is the one that people would search. */
function isSearchedFirst(context: CheckContext, node: DesignNode): boolean {
  const counts = nodesOf(context, recordStores).map(({ id }) => ({
    id,
    uses: usesOf(context, id).length,
    named: named(context, id),
  }))
  const best = counts.toSorted((a, b) => b.named - a.named || b.uses - a.uses)[0]
  return best?.id === node.id
}

/** Whether what lives in the store is named by a requirement about searching. */
function named(context: CheckContext, id: string): number {
  const { entities, requirements } = context.design.answers
  const about = requirements
    .filter(({ text }) => asksForTexts(text))
    .map(({ text }) => text.toLowerCase())
  const held = entities.filter((entity) => entity.storeIds.includes(id))
  return held.filter(({ name }) => about.some((text) => text.includes(name.toLowerCase()))).length
}

function rowsOf({ design }: CheckContext): number {
  return Math.max(0, ...design.answers.entities.map(({ rows = 0 }) => rows))
}

function severityOf({ band }: CheckContext): Severity {
  return isAtLeast(band, 'M') ? 'warning' : 'suggestion'
}
