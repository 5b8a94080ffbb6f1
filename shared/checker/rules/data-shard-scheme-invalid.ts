import type { DesignNode } from '#shared/design/design.ts'
import { edgesFrom, edgesTo } from '#shared/design/graph.ts'
import { defineRule, type CheckContext, type Observation } from '../define-rule.ts'
import { nameOf, namesOf, sentence, wordsOn } from '../parts.ts'
import { sayingsAbout } from '../said.ts'
import { misfitOf, rangesIn } from '../shard-ranges.ts'
import { aboutShards, shardingOf } from '../sharding.ts'
import { isOf, nodesOf, recordStores } from '../stores.ts'

export default defineRule({
  id: 'data-shard-scheme-invalid',
  title: 'Shards without a rule for who belongs where',
  category: 'data',
  why: 'Without a key, or with ranges that overlap or leave gaps, a record has no home or two of them.',
  fix: 'Declare the key and the method; write ranges half-open, [1, 1000001) and then [1000001, …).',
  question: 'A record arrives: how does the service know which shard it belongs to?',
  examples: {
    bad: [
      `---
peakQps: 40,000
---
flowchart LR
  web[Browser] --> lb[Load balancer x4] --> api[Feed service x40] --> db[("MySQL, 16 shards, each with a standby")]`,
      `flowchart LR
  api[User service] --> s1[("MySQL shard 1: users 1-1M")]
  api --> s2[("MySQL shard 2: users 1M-2M")]`,
      `flowchart LR
  api[Directory service] --> s1[("Postgres shard A-H")] & s2[("Postgres shard J-Z")]`,
    ],
    good: [
      `---
peakQps: 40,000
---
flowchart LR
  web[Browser] --> lb[Load balancer x4] --> api[Feed service x40] --> db[("MySQL, 16 shards by user_id, each with a standby")]`,
      `flowchart LR
  web[Browser] --> api[User service] --> s1[("MySQL shard 1: users 1-1000000")]
  api --> s2[("MySQL shard 2: users 1000001-2000000")]`,
      `flowchart LR
  web[Browser] --> api[Order service] --> r[Shard router] --> db[("PostgreSQL x8 shards")]`,
      `flowchart LR
  web[Browser] --> api[Chat service] --> db[("Cassandra, 12 shards")]
  api --> redis[("Redis cluster, 6 shards")]`,
      `flowchart LR
  web[Browser] --> api[Order service] --> db[("PostgreSQL (8 shards)")]
  %% set db shardKey hash of customer`,
    ],
  },
  appliesTo: (context) => nodesOf(context, splitByHand).length > 0,
  check(context) {
    const stores = nodesOf(context, splitByHand)
    const ranged = nodesOf(context, recordStores).filter((node) =>
      /shard|partition/i.test(node.label),
    )
    return [
      ...stores.filter((node) => isWithoutKey(context, node)).map((node) => keyless(context, node)),
      ...misfits(context, ranged),
    ]
  },
})

/** Stores that are split only when somebody says how; others spread their data by themselves. */
const splitByHand: ReadonlySet<string> = new Set(['sql-db', 'document-db', 'graph-db'])
const byThemselves =
  /\b(?:citus|vitess|planetscale|aurora limitless|cockroach\w*|yugabyte\w*|tidb|spanner|dynamo\w*|cosmos\w*|cassandra|scylla\w*|atlas|firestore|auto[-\s]?shard\w*|self[-\s]?shard\w*|managed)\b/i
const method =
  /\b(?:shard|partition)\w*\b[^.;]{0,30}\b(?:by|on|key|via|per)\b|\b(?:shard|partition) keys?\b|\bconsistent[-\s]hash\w*|\bhash(?:ed|es|ing)?\b|\bmod(?:ulo)?\b|%|\brange[-\s]based\b|\bdirectory\b|\blook-?up (?:table|service)\b|\bkey ranges?\b|\bper[-\s](?:tenant|customer|user|region|country)\b|\bby (?:tenant|customer|user|account|region)\b/i

function isWithoutKey(context: CheckContext, node: DesignNode): boolean {
  const sharding = shardingOf(context, node.id)
  if (sharding?.count === undefined || sharding.count < 2 || sharding.keys.length > 0) return false
  if (node.properties['managed'] === true || byThemselves.test(wordsOn(node))) return false
  const { shardMethod } = node.properties
  if (typeof shardMethod === 'string' || method.test(sharding.text)) return false
  return (
    !isRouted(context, node.id) && !isSaidElsewhere(context) && rangesIn(node.label).length === 0
  )
}

/** A router, a directory or a coordinator in front of it knows where a record belongs. */
function isRouted(context: CheckContext, id: string): boolean {
  const around = [
    ...edgesTo(context.index, id).map((edge) => ({ other: edge.from, edge })),
    ...edgesFrom(context.index, id).map((edge) => ({ other: edge.to, edge })),
  ]
  return around.some(({ other, edge }) => {
    const label = context.index.nodes.get(other)?.label ?? ''
    if (isOf(context, other, new Set(['shard-router']))) return true
    return (
      /\b(?:shard|partition)\w* (?:router|map|directory|manager|proxy)|mongos|vtgate/i.test(
        label,
      ) || method.test(edge.label)
    )
  })
}

/** Answers that name no component still say how data is split. */
function isSaidElsewhere(context: CheckContext): boolean {
  if (context.design.answers.entities.some(({ shardKey }) => shardKey !== undefined)) return true
  return (
    sayingsAbout(context, aboutShards).some(({ text }) => method.test(text)) ||
    sayingsAbout(context, method).some(({ text }) => /shard|partition/i.test(text))
  )
}

function keyless(context: CheckContext, node: DesignNode): Observation {
  const { count } = shardingOf(context, node.id) ?? {}
  return {
    subject: [node.id],
    severity: 'error',
    message: sentence(
      `${nameOf(context, node.id)} has ${count} shards and no key that decides between them.`,
    ),
    evidence: { shards: count ?? null, key: null },
  }
}

/** Ranges inside one label, and those of shards that are drawn one by one with one name. */
function misfits(context: CheckContext, nodes: readonly DesignNode[]): readonly Observation[] {
  const families = new Map<string, DesignNode[]>()
  for (const node of nodes) {
    if (rangesIn(node.label).length === 0) continue
    const name = `${context.kindOf(node.id).id} ${node.groupId ?? ''} ${familyOf(node.label)}`
    families.set(name, [...(families.get(name) ?? []), node])
  }
  return [...families.values()].flatMap((family) => {
    const misfit = misfitOf(family.flatMap((node) => rangesIn(node.label)))
    if (misfit === undefined) return []
    const ids = family.map((node) => node.id)
    return [
      {
        subject: ids,
        severity: 'error' as const,
        message: sentence(`${namesOf(context, ids)}: ${misfit}.`),
        evidence: { misfit },
      },
    ]
  })
}

/** What is left of "MySQL shard 2: users 1M-2M" without its numbers. */
function familyOf(label: string): string {
  const plain = rangesIn(label).reduce((rest, { text }) => rest.replace(text, ''), label)
  return plain
    .toLowerCase()
    .replace(/\d+|\b[a-z]\b/g, '')
    .replace(/[^a-z]+/g, ' ')
    .trim()
}
