import type { Entity } from '#shared/design/answers.ts'
import { entitySubject } from '../data-class.ts'
import { defineRule, type CheckContext, type Observation } from '../define-rule.ts'
import { isEphemeralEntity } from '../ephemeral.ts'
import { keepsData, nameOf, plays } from '../parts.ts'
import { sayingsOf } from '../said.ts'
import { nodesOf, recordStores } from '../stores.ts'
import { answerSubject } from '../subject.ts'

export default defineRule({
  id: 'data-model-missing',
  title: 'An entity has no place or no key',
  category: 'data',
  why: 'Data that no store holds is lost, and a record without a key can be neither found nor updated.',
  fix: 'Name for each entity its key and the store on the canvas that keeps it.',
  question: 'Where does this record live, and how do you find exactly one of them?',
  examples: {
    bad: [
      `\`\`\`mermaid
flowchart LR
  web[Browser] --> api[Order service] --> db[(PostgreSQL)]
  api --> docs[(MongoDB)]
\`\`\`
## Data model
- Order in PostgreSQL: key id; fields id, customer, total
- Review: key id; fields id, product, stars, text`,
      `\`\`\`mermaid
flowchart LR
  app[Mobile app] --> api[Clinic service] --> db[(MySQL)]
\`\`\`
## Data model
- Patient (pii) in MySQL: key patient_id; fields patient_id, name, birthday
- Prescription in MySQL: fields drug, dose, doctor`,
    ],
    good: [
      `\`\`\`mermaid
flowchart LR
  web[Browser] --> api[Order service] --> db[(PostgreSQL)]
\`\`\`
## Data model
- Order: key id; fields id, customer, total
- Review: key id; fields id, product, stars, text`,
      `\`\`\`mermaid
flowchart LR
  web[Browser] --> api[Link service] --> db[(PostgreSQL)]
  api --> redis[Redis cache]
\`\`\`
## Data model
- Link in PostgreSQL: key code; fields code, url
- Login token (session, ephemeral): TTL 30 min
- Click (event) in PostgreSQL: fields link, time, country`,
      `\`\`\`mermaid
flowchart LR
  app[Mobile app] --> api[Photo service] --> s3[(S3 photos)]
  api --> db[(DynamoDB)]
\`\`\`
## Data model
- Album in DynamoDB: key album_id; fields album_id, title
- Photos (media) in S3: kept for ever`,
      `flowchart LR
  web[Browser] --> api[Note service] --> db[(PostgreSQL)]`,
    ],
  },
  appliesTo: ({ design }) => design.answers.entities.length > 0,
  check(context) {
    const { entities } = context.design.answers
    const placed = entities.filter((entity) => entity.storeIds.length > 0)
    const unplaced = entities.filter((entity) => isWithoutPlace(context, entity))
    return [
      ...placesMissing(context, placed, unplaced),
      ...placed.flatMap((entity) => keyMissing(context, entity)),
    ]
  },
})

/** Nobody has to write down what a drawing with one store says by itself. */
function placesMissing(
  context: CheckContext,
  placed: readonly Entity[],
  unplaced: readonly Entity[],
): readonly Observation[] {
  const { nodes } = context.design.graph
  if (unplaced.length === 0 || nodes.length === 0) return []
  const stores = nodes.filter((node) => mayKeep(context, node.id)).map((node) => node.id)
  // Files and caches are no rivals of the one database.
  if (stores.length === 1 || nodesOf(context, databases).length === 1) return []
  if (placed.length >= unplaced.length) {
    return unplaced.map(({ name }) => ({
      subject: [answerSubject('data-model', name)],
      severity: 'error' as const,
      message: `No store is named for ${name}, while the other entities have theirs.`,
      evidence: { entity: name, stores: [] },
    }))
  }
  const names = unplaced.map(({ name }) => name)
  const isNamedStore = nodes.some(({ label }) => storeLike.test(label))
  return [
    {
      subject: [answerSubject('data-model')],
      severity: stores.length === 0 && !isNamedStore ? ('error' as const) : ('suggestion' as const),
      message: `Nothing says which store keeps ${names.join(', ')}.`,
      evidence: { entities: names },
    },
  ]
}

const databases: ReadonlySet<string> = new Set([...recordStores, 'timeseries-db', 'event-store'])
/** Said to be nowhere, or somewhere that the drawing does not name. */
const elsewhere =
  /(?:^|;\s)in\s|\b(?:deriv\w+|computed|calculated|in memory|on the (?:client|device)|in the browser|jwt|token|cookie|held by|kept by|provider|third[-\s]part\w+|external\w*|not stored|never stored|transient)\b/i

function isWithoutPlace(context: CheckContext, entity: Entity): boolean {
  const { design } = context
  const { name, text = '', storeIds } = entity
  if (storeIds.length > 0 || isEphemeralEntity(entity) || elsewhere.test(text)) return false
  if (!isRecord(entity)) return false
  const word = name.toLowerCase().replace(/s$/, '')
  if (isPlacedInWords(context, word)) return false
  return !design.graph.nodes.some((node) => node.label.toLowerCase().includes(word))
}

/** A store, or something unknown or foreign that may be one. */
function mayKeep(context: CheckContext, id: string): boolean {
  const { traits } = context.kindOf(id)
  if (keepsData(context, id) || plays(context, id, 'messaging')) return true
  return traits.includes('external') || traits.length === 0
}

/** Some sentence names it together with a store, or speaks of where everything is. */
function isPlacedInWords(context: CheckContext, word: string): boolean {
  const last = word.split(/\s+/).at(-1) ?? word
  return sayingsOf(context).some(({ section, text, nodeIds }) => {
    if (section === 'data-model' && everyPlace.test(text)) return true
    const isNamed = last.length > 2 && text.toLowerCase().includes(last)
    return isNamed && nodeIds.some((id) => keepsData(context, id))
  })
}

const everyPlace =
  /\b(?:all|everything|(?:all |the )?others?|the rest|both|each|all of (?:it|them))\b[^.;]{0,40}\b(?:in|on|into|by)\b/i

/** Described by a key or by fields; a line about one column is no record. */
function isRecord({ name, primaryKey, fields = [] }: Entity): boolean {
  if (columnLike.test(name) || sentenceLike.test(name)) return false
  return primaryKey !== undefined || fields.length > 1
}

/** A box that may keep data although it was read as something else. */
const storeLike = /\bdb\b|database|stor(?:e|age)|sql|data|disk|files?\b|sheet|repositor/i
/** A heading or half a sentence that was read as a name. */
const sentenceLike =
  /\b(?:instead of|rather than|over|because|consequence|bottleneck|decision|we|is|are)\b|^\d+\.\d|^(?:index(?:es)?|indices|keys?|constraints?|shards?|sharding|partition\w*|retention|consistency|storage|size|backup)$|(?:\S+\s+){5}/i
const columnLike =
  /^(?:id|uuid|name|title|e-?mail|status|state|type|url|text|body|data|value|key|role|\w+_(?:id|at|on|by|key|url|count|hash|date|time|type|status|name))$/i

const keyLike =
  /(?:^|[\s_-])(?:id|uuid|guid|key|pk|code|slug|e-?mail|username|handle|number|no|name|isbn|sku|hash|url|token)\b|[a-z]Id\b/i
const keyedStores: ReadonlySet<string> = new Set(['sql-db', 'newsql-db', 'document-db'])
const keyless: ReadonlySet<string | undefined> = new Set([
  'event',
  'timeseries',
  'counter',
  'graph',
  'media',
  'search',
  'config',
])

/** Only where fields were listed, none of which can be a key, and where others were given one. */
function keyMissing(context: CheckContext, entity: Entity): readonly Observation[] {
  const { name, primaryKey, fields = [], storeIds } = entity
  if (primaryKey !== undefined || fields.length < 2 || fields.some((f) => keyLike.test(f)))
    return []
  if (keyless.has(entity.class) || isEphemeralEntity(entity)) return []
  const others = context.design.answers.entities.filter((other) => other.primaryKey !== undefined)
  const store = storeIds.find((id) => keyedStores.has(context.kindOf(id).id))
  if (store === undefined || others.length === 0) return []
  return [
    {
      subject: entitySubject(entity, [store]),
      severity: 'warning',
      message: `${name} in ${nameOf(context, store)} has no key.`,
      evidence: { entity: name, fields },
    },
  ]
}
