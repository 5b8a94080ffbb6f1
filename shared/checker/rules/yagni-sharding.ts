import type { SectionId } from '#shared/design/answers.ts'
import type { DesignNode } from '#shared/design/design.ts'
import { defineRule, type CheckContext, type Observation } from '../define-rule.ts'
import { modelOf } from '../model-of.ts'
import { namesOf, sentence, wordsOn } from '../parts.ts'
import { isSaidAbout } from '../said.ts'
import { toldAsIs } from '../told.ts'

export default defineRule({
  id: 'yagni-sharding',
  title: 'Data is split that fits on one node',
  category: 'anti-patterns',
  why: 'Queries over shards, moving records between them and routing are paid for, and one node would carry it all.',
  fix: 'Consider an index, a cache and a replica first, and keep a key by which it could be split later.',
  question: 'When would one node be full, in bytes or in writes?',
  examples: {
    bad: [
      `---
peakQps: 12
---
flowchart LR
  web[Browser] --> api[Order service] --> db[(PostgreSQL)]
  %% set db shards 4
  %% set db shardKey customer_id
  %% set db shardMethod hash`,
      `---
peakQps: 800
readWriteRatio: "9:1"
dataSize: 120 GB
---
flowchart LR
  app[Mobile app] --> lb[Load balancer x2] --> api[Recipe service x2] --> db[("MySQL, 8 shards by user, each with a standby")]`,
    ],
    good: [
      `---
peakQps: 12
---
flowchart LR
  web[Browser] --> api[Order service] --> db[(PostgreSQL)]`,
      `---
peakQps: 800
readWriteRatio: "9:1"
dataSize: 120 GB
---
flowchart LR
  app[Mobile app] --> lb[Load balancer x2] --> api[Recipe service x2] --> db[("MySQL, a shard per tenant for isolation, 8 shards, each with a standby")]`,
      `---
peakQps: 800
dataSize: 40 TB
---
flowchart LR
  app[Mobile app] --> lb[Load balancer x2] --> api[Photo service x2] --> db[("MySQL, 8 shards by user, each with a standby")]`,
      `---
peakQps: 90
---
flowchart LR
  app[Mobile app] --> api[Lambda] --> db[(DynamoDB)]
  %% set db shards 4`,
    ],
  },
  appliesTo: (context) => context.band !== 'unknown' && shardedOf(context).length > 0,
  check(context) {
    const needless = shardedOf(context)
      .filter((node) => isSmallData(context, node) && isFewWrites(context, node))
      .filter((node) => !isSaidAbout(context, node.id, reasons, sections))
    const pieces = needless.filter(isPiece)
    const whole = needless.filter((node) => !isPiece(node))
    return [pieces, ...whole.map((node) => [node])].flatMap((nodes): readonly Observation[] => {
      const ids = nodes.map((node) => node.id)
      if (ids.length === 0) return []
      return [
        {
          subject: ids,
          severity: 'warning',
          message: sentence(
            `${namesOf(context, ids)} ${ids.length > 1 ? 'hold' : 'holds'} in shards what one node would hold and carry.`,
          ),
          evidence: {
            shards: nodes.length > 1 ? nodes.length : nodes.map(shardsOf),
            band: context.band,
          },
        },
      ]
    })
  },
})

/** Stores that somebody splits by hand; the others spread data of their own accord. */
const byHand: ReadonlySet<string> = new Set(['sql-db', 'document-db', 'graph-db', 'timeseries-db'])
const byItself =
  /\b(?:aurora limitless|spanner|cockroach\w*|yugabyte\w*|tidb|planetscale|cosmos ?db|atlas|dynamodb|hyperscale|firestore|bigtable)\b/i
const reasons =
  /\b(?:tenants?|tenancy|isolat\w*|residency|sovereign\w*|gdpr|jurisdiction|by (?:country|region|geography)|per (?:country|region)|compliance|regulat\w*|noisy neighbou?rs?|blast radius)\b/i
const sections: readonly SectionId[] = ['decisions', 'trade-offs', 'data-model', 'security']

const terabyte = 1e12
/** For how long data is kept where nobody says when it goes: long enough to be careful with advice. */
const yearsKept = 3
/** Writes a second of one node of a relational or document store (knowledge F.2), where none is stated. */
const capacityOfOne = 5000

function shardedOf(context: CheckContext): readonly DesignNode[] {
  const { nodes } = context.design.graph
  const stores = nodes.filter(
    (node) =>
      byHand.has(context.kindOf(node.id).id) &&
      node.properties['managed'] !== true &&
      !byItself.test(wordsOn(node)),
  )
  const pieces = stores.filter(isPiece)
  return stores.filter((node) =>
    isPiece(node) ? pieces.length > 1 : shardsOf(node) > 1 || isToldSharded(context, node),
  )
}

const told =
  /\b(?:is|are|was|were) (?:sharded|split (?:\w+ )?(?:into|over|across) (?:\w+ )?shards)\b|\bsharded (?:by|over|across|into)\b/i
const notNow =
  /\b(?:not|never|could|can|would|should|may|might|if|once|when|later|until|some day|ever|next|then|instead|rather|over|no)\b/i

function isToldSharded(context: CheckContext, { id }: DesignNode): boolean {
  return toldAsIs(context, told).some(
    ({ text, nodeIds }) =>
      nodeIds.length === 1 && nodeIds[0] === id && !notNow.test(text.replace(/\bover \d+/i, '')),
  )
}

/** One of several stores that are drawn side by side: "Orders shard 2". */
function isPiece(node: DesignNode): boolean {
  return /\bshard(?:[\s#_-]*\d+|[\s#_-]+[a-z])\b/i.test(node.label)
}

/** At least two where it is said to be sharded and nobody said into how many. */
function shardsOf({ properties, label }: DesignNode): number {
  const { shards } = properties
  if (typeof shards === 'number') return shards
  const count = /\b(\d{1,5})\s+(?:\w+\s+)?shards?\b/i.exec(label)?.[1]
  if (count !== undefined) return Number(count)
  return /\bsharded\b|\bshards\b|\bcitus\b|\bvitess\b/i.test(label) &&
    !/\bnot sharded\b/i.test(label)
    ? 2
    : 1
}

/** Only very little load lets one conclude that there is little data while nobody said how much. */
function isSmallData(context: CheckContext, { id, properties }: DesignNode): boolean {
  const { storageGb } = properties
  if (typeof storageGb === 'number') return storageGb * 1e9 < terabyte
  const { dataBytes, dataBytesPerYear, retentionDays = yearsKept * 365 } = context.design.scale
  const kept = dataBytesPerYear === undefined ? undefined : (dataBytesPerYear * retentionDays) / 365
  const stated = dataBytes ?? kept ?? bytesOfEntities(context, id)
  return stated === undefined ? context.band === 'XS' : stated < terabyte
}

function bytesOfEntities(context: CheckContext, storeId: string): number | undefined {
  const held = context.design.answers.entities.filter(({ storeIds }) => storeIds.includes(storeId))
  const sizes = held.map(({ rows, meanBytes }) =>
    rows === undefined || meanBytes === undefined ? undefined : rows * meanBytes,
  )
  if (sizes.length === 0 || sizes.includes(undefined)) return undefined
  return sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0)
}

function isFewWrites(context: CheckContext, { id }: DesignNode): boolean {
  const model = modelOf(context)
  const one = model.capacities.get(id)?.perInstance ?? capacityOfOne
  const { peakQps = 0, readsPerWrite } = context.design.scale
  const stated = readsPerWrite === undefined ? peakQps : peakQps / (1 + readsPerWrite)
  const writes = model.loads.get(id)?.writes?.most ?? stated
  return writes < one / 2
}
