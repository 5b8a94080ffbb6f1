import { withAdmitted } from '../admissions.ts'
import { looseMoney } from '../admitted-places.ts'
import type { Entity } from '#shared/design/answers.ts'
import type { DesignNode } from '#shared/design/design.ts'
import {
  classOf,
  entitiesIn,
  entitySubject,
  sharpClasses,
  sharpClassHeld,
  sharpClassIn,
} from '../data-class.ts'
import { defineRule, type CheckContext, type Observation } from '../define-rule.ts'
import { oncePerCheck } from '../once-per-check.ts'
import { nameOf, nodesWith, sentence } from '../parts.ts'
import { isSaidAbout } from '../said.ts'
import { possibleWritersOf, usesOf } from '../store-ends.ts'
import { cacheKinds, isOf, nodesOf } from '../stores.ts'

export default defineRule({
  id: 'data-acid-on-eventual-store',
  title: 'Money or stock lives where writes may disagree',
  category: 'data',
  why: 'Late or concurrent writes lose money or sell one thing twice when a store only agrees some time later.',
  fix: 'Move it to a relational or NewSQL store, or use conditional writes with strong consistency.',
  question: 'Two requests change this balance at the same moment on two nodes: which one wins?',
  examples: {
    bad: [
      `flowchart LR
  web[Browser] --> api[Wallet service] --> cas[(Cassandra wallet balances)]`,
      `---
peakQps: 3,000
---
\`\`\`mermaid
flowchart LR
  app[Mobile app] --> api[Booking service] --> db[(MongoDB)]
\`\`\`
## Data model
- Seat reservation (booking) in MongoDB: key seat_id; consistency eventual`,
      `\`\`\`mermaid
flowchart LR
  web[Browser] --> shop[Shop service] --> redis[Redis cache]
  shop --> db[(PostgreSQL)]
\`\`\`
## Data model
- Stock level (inventory) in Redis cache: key sku
- Product (content) in PostgreSQL: key sku`,
    ],
    good: [
      `flowchart LR
  web[Browser] --> api[Wallet service] --> cas[("Cassandra wallet balances, lightweight transactions")]`,
      `flowchart LR
  app[Mobile app] --> api[Payment service] --> db[(PostgreSQL ledger)]
  api --> cache[Redis cache]`,
      `flowchart LR
  app[Mobile app] --> api[Payment service] --> db[(CockroachDB)]
  db -->|CDC| k[Kafka] --> w[History worker] --> cas[(Cassandra payment history)]`,
      `\`\`\`mermaid
flowchart LR
  web[Browser] --> api[Order service] --> ddb[(DynamoDB)]
\`\`\`
## Data model
- Payment (money) in DynamoDB: key payment_id; consistency strong`,
    ],
  },
  check(context) {
    const { entities } = context.design.answers
    const placed = entities.filter((entity) => entity.storeIds.length > 0)
    const drawn = context.design.graph.nodes.filter(
      (node) => entitiesIn(context, node.id).length === 0 && agreesLater(context, node.id),
    )
    const found = [
      ...placed.flatMap((entity) => fromEntity(context, entity)),
      ...drawn.flatMap((node) => fromDrawing(context, node)),
    ]
    return withAdmitted(context, found, {
      ...looseMoney,
      candidates: nodesOf(context, loose),
      severity: 'error',
      tells: 'is said to keep money or stock without agreeing on each change',
    })
  },
})

const loose: ReadonlySet<string> = new Set([
  ...cacheKinds,
  'wide-column-db',
  'key-value-db',
  'document-db',
])
const agrees =
  /\b(?:lwt|light[-\s]?weight transactions?|transactions?|transactional|linear[iy][sz]ab\w*|serial(?:i[sz]able)?|quorum|conditional(?:ly)?|compare[-\s]and[-\s](?:set|swap)|cas\b|strong(?:ly)?(?: consisten\w*)?|acid|paxos|raft|single writer|reconcil\w*|append[-\s]only|immutable|idempotent|optimistic|lua)/i

function agreesLater(context: CheckContext, id: string): boolean {
  return context.kindOf(id).id === 'wide-column-db' || isOf(context, id, cacheKinds)
}

/** What was said about data weighs more than the drawing. */
function fromEntity(context: CheckContext, entity: Entity): readonly Observation[] {
  const kind = classOf(entity)
  if (!sharpClasses.has(kind) || entity.ephemeral) return []
  if (!entity.storeIds.every((id) => isUnfit(context, entity, id))) return []
  const [first] = entity.storeIds
  if (first === undefined) return []
  return [
    {
      subject: entitySubject(entity, [first]),
      severity: 'error',
      message: sentence(
        `${nameOf(context, first)} keeps ${entity.name} and may let two copies of it disagree.`,
      ),
      evidence: { entity: entity.name, class: kind, consistency: entity.consistency ?? null },
    },
  ]
}

function isUnfit(context: CheckContext, entity: Entity, id: string): boolean {
  if (agrees.test(entity.text ?? '') || isSaidAbout(context, id, agrees)) return false
  return entity.consistency === 'eventual' || agreesLater(context, id)
}

/** A cache in a drawing is taken for a copy; only a store that says what it holds is judged. */
function fromDrawing(context: CheckContext, node: DesignNode): readonly Observation[] {
  if (isOf(context, node.id, cacheKinds) || isSaidAbout(context, node.id, agrees)) return []
  const named = sharpClassHeld(context, node)
  const writers = named === undefined ? sharpWritersOf(context, node.id) : []
  if (named === undefined && writers.length === 0) return []
  return [
    {
      subject: [node.id],
      severity: named === undefined ? 'warning' : 'error',
      message: sentence(
        `${nameOf(context, node.id)} is eventually consistent, and ${named ?? 'money or stock'} data lives in it.`,
      ),
      evidence: { class: named ?? null, writers },
      nodes: [node.id, ...writers],
    },
  ]
}

/** Services about nothing but money or stock that have no other store to keep it in. */
function sharpWritersOf(context: CheckContext, storeId: string): readonly string[] {
  const writers = possibleWritersOf(context, storeId)
  const isSharp = (id: string) =>
    sharpClassIn(context.index.nodes.get(id)?.label ?? '') !== undefined
  const sharp = writers.filter((id) => isSharp(id) && !fitWriters(context).has(id))
  return sharp.length === writers.length ? sharp.toSorted() : []
}

const fitWriters = oncePerCheck((context): ReadonlySet<string> => {
  const fit = nodesWith(context, 'store').filter(({ id }) => !agreesLater(context, id))
  return new Set(fit.flatMap(({ id }) => usesOf(context, id).map(({ by }) => by)))
})
