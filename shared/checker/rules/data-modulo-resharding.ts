import type { DesignNode } from '#shared/design/design.ts'
import { edgesTo } from '#shared/design/graph.ts'
import { defineRule, type CheckContext } from '../define-rule.ts'
import { nameOf, sentence, wordsOf, wordsOn } from '../parts.ts'
import { isRedundant } from '../redundancy.ts'
import { isSaidInDrawing } from '../said.ts'
import { cacheKinds, nodesOf, recordStores } from '../stores.ts'
import { meantBy, toldAbout } from '../told.ts'

export default defineRule({
  id: 'data-modulo-resharding',
  title: 'Adding a node moves nearly every key',
  category: 'data',
  why: 'With hash modulo N, going from three nodes to four moves three quarters of the keys at once.',
  fix: 'Use consistent hashing, or a directory of many small shards that move one by one.',
  question: 'What share of the keys changes place when you add one node?',
  examples: {
    bad: [
      `\`\`\`mermaid
flowchart LR
  web[Browser] -->|HTTPS| lb[Load balancer, managed] --> api[Profile service x6] --> db[(MySQL, 12 shards)]
\`\`\`
## Functional requirements
- FR1 (must): People keep a profile.
## Sharding
The shard of a profile is the remainder of dividing its number by the number of shards.`,
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
      `\`\`\`mermaid
flowchart LR
  web[Browser] -->|HTTPS| lb[Load balancer, managed] --> api[Profile service x6] --> db[(MySQL, 12 shards)]
\`\`\`
## Data model
- Profile (pii) in MySQL: key id; shard by id
## Operations
- Canary: accounts with account_id % 100 < 5 go to the new servers first.`,
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
    if (isSaidInDrawing(context, steady) || toldAbout(context, steady).length > 0) return []
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
/** The same in a sentence or in code, where a remainder may be taken for other ends as well. */
const remainder =
  /\b(?:hash\w*|crc\w*|murmur\w*|md5|sha\w*|fnv\w*|xxhash\w*)\s*\([^)]*\)\s*(?:%|\bmod(?:ulo)?\b)|\b[\w.]*(?:id|key|hash|number|no|user|customer|account|tenant|crc32|isbn|phone)\)?\s*(?:%|\bmod(?:ulo)?\b)\s*(?:n\b|#|num\w*|len\w*|size|count|the (?:number|count)|\w+\.(?:length|size|len|count)|\w*(?:shards?|nodes?|servers?|partitions?)\b|(?:two|three|four|five|six|seven|eight|ten|twelve|sixteen|twenty|thirty-two)\b|\d+)|\b(?:by|simple|plain|hash|naive)[- ]modulo\b|\bmodulo[- ](?:sharding|hashing|partition\w*|placement|the (?:number|count)|of the|n\b|\d+)|\b(?:remainder|modulus)\b[^.;]{0,60}\b(?:shards?|nodes?|servers?|partitions?|machines?|number of|divid\w+ by)/i
/** What a remainder decides where it places data; without such a word it may be a check digit or a share of users. */
const places =
  /\b(?:shards?|shard(?:ed|ing)|partition\w*|nodes?|servers?|instances?|buckets?|machines?|databases?|placement|placed|placing|routes?|routed|router|client picks|ring|members?|tables?)\b/i
const otherEnds =
  /\b(?:canary|roll-?out|experiments?|a\/b|sampl\w*|check ?digits?|feature flags?|percent|log(?:ged|s)? every|colou?r|kafka|topics?|jitter|stagger\w*)\b|%\s*\d+\s*(?:<|>|==)/i
const steady =
  /\b(?:consistent[-\s]hash\w*|hash ring|ring\b|rendezvous|jump hash|virtual (?:shards?|nodes?|buckets?)|vnodes?|vbuckets?|hash slots?|16,?384 slots|logical (?:shards?|partitions?|buckets?)|(?:shard|lookup|mapping) (?:table|directory|map)s? (?:maps?|tells|says|decides)|shard directory|directory service|redis cluster\b|pre-?split|fixed number of shards|never grows?)\b/i

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
  return isTold(context, node)
}

/** Told of it, or of the only store that is drawn as several where none is named. */
function isTold(context: CheckContext, node: DesignNode): boolean {
  const all = nodesOf(context, split)
  const several = all.filter((one) => isSpread(context, one))
  return toldAbout(context, remainder).some((saying) => {
    if (!isPlacing(saying.text)) return false
    const meant = meantBy(context, saying, several.length > 0 ? several : all)
    return meant.includes(node)
  })
}

function isPlacing(text: string): boolean {
  return places.test(text) && !otherEnds.test(text)
}

/** Whether several machines are drawn, or shards of it. */
function isSpread(context: CheckContext, node: DesignNode): boolean {
  const { shards } = node.properties
  if (typeof shards === 'number' && shards > 1) return true
  const words = wordsOn(node)
  return (
    /\b\d+ (?:\w+ )?(?:nodes|shards|servers|machines|instances|partitions)\b|\bshard/i.test(
      words,
    ) || isRedundant(context, node)
  )
}

/** Beside a shard key the words can mean nothing else: "customer_id % 8". */
const moduloAlone = /\bmod(?:ulo)?\b|%/i

function isRouter(context: CheckContext, id: string): boolean {
  const node = context.index.nodes.get(id)
  return (
    context.kindOf(id).id === 'shard-router' && node !== undefined && modulo.test(wordsOn(node))
  )
}
