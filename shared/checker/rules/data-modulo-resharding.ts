import type { DesignNode } from '#shared/design/design.ts'
import { edgesTo } from '#shared/design/graph.ts'
import { defineRule, type CheckContext } from '../define-rule.ts'
import { nameOf, sentence, wordsOf, wordsOn } from '../parts.ts'
import { isSaidAnywhere, isSaidInAnswers, sayingsAbout } from '../said.ts'
import { cacheKinds, nodesOf, recordStores } from '../stores.ts'

export default defineRule({
  id: 'data-modulo-resharding',
  title: 'Adding a node moves nearly every key',
  category: 'data',
  why: 'With hash modulo N, going from three nodes to four moves three quarters of the keys at once.',
  fix: 'Use consistent hashing, or a directory of many small shards that move one by one.',
  question: 'What share of the keys changes place when you add one node?',
  examples: {
    bad: [
      `flowchart LR
  api[Feed service] -->|"hash(user_id) % 4"| c[Memcached x4]
  api --> db[(PostgreSQL)]`,
      `flowchart LR
  api[User service] --> r["Shard router: user_id mod N"] --> db[("MySQL, 6 shards")]`,
      `\`\`\`mermaid
flowchart LR
  api[Order service] --> db[(PostgreSQL)]
\`\`\`
## Data model
- Order in PostgreSQL: key id; shard by customer_id modulo 8`,
    ],
    good: [
      `flowchart LR
  web[Browser] --> api[Feed service] -->|consistent hashing| c[Memcached x4]
  api --> db[(PostgreSQL)]`,
      `flowchart LR
  web[Browser] --> api[User service] --> db[("MySQL: user_id mod 4096 virtual shards, mapped to 8 machines")]`,
      `flowchart LR
  web[Browser] --> api[Order service] --> db[("PostgreSQL, 8 shards by hash of customer_id")]`,
    ],
  },
  appliesTo: (context) => nodesOf(context, split).length > 0,
  check(context) {
    if (isSaidAnywhere(context, steady) || isSaidInAnswers(context, steady, ['data-model']))
      return []
    return nodesOf(context, split)
      .filter((node) => saysModulo(context, node))
      .map((node) => ({
        subject: [node.id],
        severity: 'suggestion' as const,
        message: sentence(`${nameOf(context, node.id)} places keys by a remainder.`),
        evidence: { method: 'modulo' },
      }))
  },
})

const split: ReadonlySet<string> = new Set([...recordStores, ...cacheKinds])
const modulo =
  /\bmodulo\b|\bmod[-\s]?n\b|(?:\b(?:hash|crc32|murmur\w*|md5)\s*(?:\([^)]*\))?|\b\w*(?:id|key|hash)\)?)\s*(?:%|\bmod\b)\s*(?:n\b|num\w*|shards?|nodes?|\d+)/i
const steady =
  /\b(?:consistent[-\s]hash\w*|hash ring|ring\b|rendezvous|jump hash|virtual (?:shards?|nodes?|buckets?)|vnodes?|vbuckets?|hash slots?|slots\b|logical shards?|directory|pre-?split|fixed number of shards|never grows?)\b/i

/** On it, on an arrow to it, on the router before it, or in answers that name it or nothing else. */
function saysModulo(context: CheckContext, node: DesignNode): boolean {
  if (modulo.test(wordsOn(node))) return true
  const incoming = edgesTo(context.index, node.id)
  if (incoming.some((edge) => modulo.test(wordsOf(edge)) || isRouter(context, edge.from)))
    return true
  const { entities } = context.design.answers
  const keys = entities.filter((entity) => entity.storeIds.includes(node.id))
  if (
    keys.some(
      ({ shardKey = '', text = '' }) =>
        modulo.test(`${shardKey} . ${text}`) || moduloAlone.test(shardKey),
    )
  ) {
    return true
  }
  return sayingsAbout(context, modulo).some(({ nodeIds }) => nodeIds.includes(node.id))
}

/** Beside a shard key the words can mean nothing else: "customer_id % 8". */
const moduloAlone = /\bmod(?:ulo)?\b|%/i

function isRouter(context: CheckContext, id: string): boolean {
  const node = context.index.nodes.get(id)
  return (
    context.kindOf(id).id === 'shard-router' && node !== undefined && modulo.test(wordsOn(node))
  )
}
