import { withAdmitted } from '../admissions.ts'
import { hotShard } from '../admitted-words.ts'
import type { DesignNode } from '#shared/design/design.ts'
import { fieldsIn } from '../access-paths.ts'
import { entitiesIn } from '../data-class.ts'
import { defineRule, type CheckContext, type Observation, type Severity } from '../define-rule.ts'
import { nameOf, sentence } from '../parts.ts'
import { isSaidAnywhere } from '../said.ts'
import { shardingOf } from '../sharding.ts'
import { nodesOf, recordStores } from '../stores.ts'

export default defineRule({
  id: 'data-shard-key-hotspot',
  title: 'One shard takes most of the work',
  category: 'data',
  why: 'With a key that grows with time, or has few values, new writes meet on one shard while others idle.',
  fix: 'Use a key with many values, hashed or in front of the time: user and month instead of month.',
  question: 'Which shard takes the next thousand writes?',
  examples: {
    bad: [
      `flowchart LR
  app[Mobile app] --> api[Upload service] --> db[("MySQL, 12 shards by upload month")]`,
      `# Posts
\`\`\`mermaid
flowchart LR
  app[Mobile app] --> api[Post service] --> db[("MySQL, 64 shards by creation month, semi-sync replicas")]
\`\`\`
## Data model
- Post (content) in MySQL: key id; shard by creation month`,
      `\`\`\`mermaid
flowchart LR
  web[Browser] --> api[Order service] --> db[(MongoDB)]
\`\`\`
## Data model
- Order in MongoDB: key order_id; fields order_id, status, total; shard by status; 400M rows`,
      `flowchart LR
  api[Event service] --> db[("Cassandra, partition key: day")]`,
    ],
    good: [
      `flowchart LR
  app[Mobile app] --> api[Upload service] --> db[("MySQL, 12 shards by hash of user_id")]`,
      `\`\`\`mermaid
flowchart LR
  app[Mobile app] --> api[Chat service] --> db[(Cassandra)]
\`\`\`
## Data model
- Message (message) in Cassandra: key (conversation_id, sent_at); shard by (conversation_id, day)`,
      `flowchart LR
  web[Browser] --> api[Billing service] --> db[("PostgreSQL, partitioned by month")]`,
      `flowchart LR
  dev[Sensors] --> in[Ingest service] --> ts[("TimescaleDB sharded by day")]`,
      `---
regions: 3
compliance: [GDPR]
---
flowchart LR
  web[Browser] --> api[Profile service] --> db[("PostgreSQL shards by country")]`,
    ],
  },
  appliesTo: (context) => nodesOf(context, recordStores).length > 0,
  check(context) {
    return withAdmitted(context, byKey(context), {
      ...hotShard,
      candidates: nodesOf(context, recordStores).filter(({ id }) => shardingOf(context, id)),
      severity: 'warning',
      tells: 'is said to have one shard that takes most of the load',
    })
  },
})

function byKey(context: CheckContext): readonly Observation[] {
  return nodesOf(context, recordStores).flatMap((node) => {
    const keys = shardingOf(context, node.id)?.keys ?? []
    const found = keys.flatMap((key) => {
      const reason = reasonOf(context, node, key)
      return reason === undefined ? [] : [{ key, ...reason }]
    })
    const [first] = found
    // A second key that was said for the same store is as likely the one that decides.
    if (first === undefined || found.length < keys.length) return []
    return [
      {
        subject: [node.id],
        severity: first.severity,
        message: sentence(
          `${nameOf(context, node.id)} is split by ${first.key}, ${first.because}.`,
        ),
        evidence: { keys: found.map(({ key }) => key) },
      },
    ]
  })
}

const growing =
  /^(?:(?:upload|creation|created|insert\w*|event|order|sent|posted|publish\w*|signup|write)?[\s_-]*(?:at|on|date(?:time)?|day|week|month|quarter|year|hour|minute|time(?:stamp)?|ts)|(?:upload|creation|date|day|month|year|time)[\s_-]*(?:of[\s\w]*|range|bucket)?|auto[\s_-]?increment\w*(?: id)?|serial|sequence(?: number)?|sequential id|monotonic\w*(?: id)?)s?$/i
const fewValues =
  /^(?:\w+[\s_-])?(?:status|state|gender|sex|type|kind|plan|tier|priority|category|language|locale|role|is_\w+|has_\w+|active|boolean|flag|level|platform)s?$/i
const places = /^(?:\w+[\s_-])?(?:country|continent|region)(?:[\s_-](?:code|id))?s?$/i
const residency =
  /\b(?:residen\w+|gdpr|geo[-\s]?(?:partition|shard|fenc|local|rout|distribut|dns)\w*|multi[-\s]?region|regional|local law|sovereign\w*|data protection|close to (?:the )?users?|latency)\b/i
const spread = /\bhash\w*|\bsalt\w*|\bbucket\w*|\brandom\w*|\bprefix\w*|\bmod(?:ulo)?\b|%/i

interface Reason {
  readonly severity: Severity
  readonly because: string
}

/** One field with many values in the key is enough to spread the writes. */
function reasonOf(context: CheckContext, node: DesignNode, key: string): Reason | undefined {
  const fields = fieldsIn(key.replace(/\brange[s]?\b|\bof (?:the )?\w+\b/gi, ' ')).map(bare)
  if (fields.length === 0) return undefined
  const isFew = fields.every((field) => fewValues.test(field))
  const isPlace = fields.every((field) => places.test(field))
  if (isFew) return { severity: 'warning', because: 'which has only a few values' }
  if (isPlace) return isGeography(context) ? undefined : place
  if (!fields.every((field) => growing.test(field)) || spread.test(key)) return undefined
  return isLocal(context, node) ? undefined : time
}

const place: Reason = { severity: 'suggestion', because: 'and some are far larger than others' }
const time: Reason = { severity: 'warning', because: 'so all new records go to the newest shard' }

/** Words that describe the key, left out: "the upload month", "its created_at column". */
function bare(field: string): string {
  return field
    .replace(/\b(?:the|its|their|a|by|per|of|range|ranges|column|field|key|desc|asc)\b/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

function isGeography(context: CheckContext): boolean {
  const { compliance = [], regions = 1 } = context.design.scale
  if (regions > 1 || compliance.some((name) => name.toLowerCase() !== 'none')) return true
  return isSaidAnywhere(context, residency)
}

/** A table that one machine cuts by time, or records of which only the newest are read and the old expire. */
function isLocal(context: CheckContext, node: DesignNode): boolean {
  const sharding = shardingOf(context, node.id)
  const isSplit = (sharding?.count ?? 1) > 1 || /\bshard/i.test(sharding?.text ?? '')
  if (context.kindOf(node.id).id === 'sql-db' && !isSplit && !hasShardKey(context, node))
    return true
  const held = entitiesIn(context, node.id)
  const isExpiring = held.some(
    ({ class: name, retentionDays }) =>
      (name === 'timeseries' || name === 'event') && retentionDays !== undefined,
  )
  return isExpiring && !isSplit
}

function hasShardKey(context: CheckContext, node: DesignNode): boolean {
  if (typeof node.properties['shardKey'] === 'string') return true
  return entitiesIn(context, node.id).some(({ shardKey }) => shardKey !== undefined)
}
