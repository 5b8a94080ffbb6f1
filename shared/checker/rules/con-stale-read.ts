import { withAdmitted } from '../admissions.ts'
import { staleCopy } from '../admitted-words.ts'
import type { Entity } from '#shared/design/answers.ts'
import type { DesignNode } from '#shared/design/design.ts'
import { edgesFrom, edgesTo } from '#shared/design/graph.ts'
import { classOf, entitiesIn, sharpClasses, sharpClassIn } from '../data-class.ts'
import { defineRule, type CheckContext, type Observation } from '../define-rule.ts'
import { oncePerCheck } from '../once-per-check.ts'
import { keepsData, nameOf, nodesWith, plays, sentence, wordsOf } from '../parts.ts'
import { isSaidAbout, isSaidAnywhere, isSaidInAnswers } from '../said.ts'
import { possibleReadersOf, possibleWritersOf, usesOf } from '../store-ends.ts'
import { cacheKinds, nodesOf, recordStores } from '../stores.ts'

export default defineRule({
  id: 'con-stale-read',
  title: 'People may not see their own change',
  category: 'consistency',
  why: 'A copy that follows later shows the old balance, or hides what somebody has just saved.',
  fix: 'Send own reads to the primary for a while, or update the cache entry with the write.',
  question: 'Somebody saves and reloads at once: which copy answers?',
  examples: {
    bad: [
      `\`\`\`mermaid
flowchart LR
  web[Browser] --> api[Wallet service] -->|writes| db[(PostgreSQL)]
  db -->|asynchronous replication| rr[(Read replica)]
  api -->|reads| rr
\`\`\`
## Data model
- Balance (money) in PostgreSQL: key account; consistency strong`,
      `flowchart LR
  app[Mobile app] --> api[Account service] -->|writes| db[(MySQL)]
  db -->|replication| rr[(Read replica)]
  api -->|reads account balance| rr`,
      `\`\`\`mermaid
flowchart LR
  web[Browser] --> api[Profile service] --> cache["Redis cache, TTL 10 min"]
  api --> db[(PostgreSQL)]
\`\`\`
## Data model
- Profile (pii) in PostgreSQL: key id; consistency read-your-writes`,
    ],
    good: [
      `\`\`\`mermaid
flowchart LR
  web[Browser] --> api[Wallet service] -->|writes| db[(PostgreSQL)]
  db -->|synchronous replication| rr[(Read replica)]
  api -->|reads| rr
\`\`\`
## Data model
- Balance (money) in PostgreSQL: key account; consistency strong`,
      `\`\`\`mermaid
flowchart LR
  web[Browser] --> api[Profile service] --> cache["Redis cache, TTL 10 min"]
  api --> db[(PostgreSQL)]
\`\`\`
## Data model
- Profile (pii) in PostgreSQL: key id; consistency read-your-writes
## Trade-offs
- A save deletes the cache entry, in exchange for one slow read after it.`,
      `flowchart LR
  web[Browser] --> api[Post service] -->|writes| db[(MySQL)]
  db -->|replication| rr[(Read replica)]
  api -->|reads feed| rr`,
      `\`\`\`mermaid
flowchart LR
  web[Browser] --> api[Post service] -->|writes| db[(MySQL)]
  db -->|replication| rr[(Read replica)]
  api --> rr
\`\`\`
## Data model
- Post (content) in MySQL: key id; consistency eventual`,
    ],
  },
  appliesTo: (context) => copiesIn(context).length + nodesOf(context, recordStores).length > 0,
  check(context) {
    const copied = copiesIn(context).filter(({ id }) => !cacheKinds.has(context.kindOf(id).id))
    return withAdmitted(context, fromCopies(context), {
      ...staleCopy,
      candidates: copied.length > 0 ? copied : nodesOf(context, recordStores),
      severity: 'warning',
      tells: 'is said to answer from a copy that is behind, right after a write',
    })
  },
})

function fromCopies(context: CheckContext): readonly Observation[] {
  return copiesIn(context).flatMap((copy) => {
    const names = staleIn(context, copy)
    if (names.length === 0 || isFresh(context, copy)) return []
    const readers = possibleReadersOf(context, copy.id).filter((id) => isUsers(context, id))
    if (readers.length === 0) return []
    return [observation(context, copy, { names, readers })]
  })
}

const copies: ReadonlySet<string> = new Set(['read-replica', ...cacheKinds])
/** Replicas and caches, and databases that are drawn as following another one. */
function copiesIn(context: CheckContext): readonly DesignNode[] {
  const followers = nodesOf(context, recordStores).filter(({ id, label }) =>
    edgesTo(context.index, id).some(
      (edge) =>
        edge.type === 'replication' &&
        edge.properties['bothWays'] !== true &&
        /\b(?:replicas?|secondary|slave|follower|read)\b/i.test(label),
    ),
  )
  return [...nodesOf(context, copies), ...followers]
}

const pinned =
  /\b(?:pin\w*|sticky|(?:own|fresh|critical|sensitive|balance|strong(?:ly)?(?: consistent)?) reads?|reads? (?:go|goes|are (?:sent|routed)|from) (?:to )?(?:the )?(?:primary|leader|master)|read[-\s]your[-\s](?:own[-\s])?writes? (?:by|via|through|from|is|are|with|:)|from (?:the )?(?:primary|leader)|to (?:the )?(?:primary|leader)|semi[-\s]?sync\w*|synchronous\w*|sync replica\w*|quorum|gtid|lsn|version(?:ed|s)? (?:check|token|read|key)\w*|wait(?:s|ed)? for (?:the )?replica\w*|bounded staleness|raft|paxos)\b/i
const maintained =
  /\binvalidat\w*|\bwrite[-\s]?through\b|\bevict\w* on (?:write|save|update)|\b(?:delet|updat|refresh|clear|purg|remov|bust)\w*\b.{0,20}\b(?:cache|entry|entries|keys?)\b|\bcache\b.{0,20}\b(?:deleted|updated|cleared|purged|refreshed) (?:on|by|with|after)\b|\bon (?:every |each )?(?:write|save|update)\b|\bcdc\b|\bdebezium\b/i
const asyncSaid = /\b(?<!a)synchronous(?:ly)?\b/i

/** Names of what may be old in a copy and may not be; empty when nothing says so. */
function staleIn(context: CheckContext, copy: DesignNode): readonly string[] {
  const isCache = cacheKinds.has(context.kindOf(copy.id).id)
  const origins = originsOf(context, copy)
  const own = entitiesIn(context, copy.id)
  const held = own.length > 0 ? own : origins.flatMap((id) => entitiesIn(context, id))
  // What else lives there may be what is read from the copy.
  const isMixed = own.length === 0 && !held.every(needsFresh)
  if (held.length > 0) {
    if (isMixed || (isCache && !expiresOnly(context, copy))) return []
    return held.filter(needsFresh).map(({ name }) => name)
  }
  if (isCache || origins.length === 0) return []
  const words = edgesTo(context.index, copy.id).map(wordsOf)
  return words.filter(
    (text) => sharpClassIn(text) === 'money' || /\bbalances?\b|\bread[-\s]your[-\s]/i.test(text),
  )
}

function needsFresh(entity: Entity): boolean {
  if (entity.ephemeral || entity.consistency === 'eventual') return false
  if (entity.consistency === 'strong' || entity.consistency === 'read-your-writes') return true
  return (
    entity.consistency === undefined &&
    sharpClasses.has(classOf(entity)) &&
    classOf(entity) === 'money'
  )
}

/** A cache that is said to forget by time alone; most are filled and cleared by whoever writes. */
function expiresOnly(context: CheckContext, { id, properties }: DesignNode): boolean {
  if (properties['invalidation'] === 'expiry') return true
  if (properties['invalidation'] !== undefined || properties['cachePattern'] === 'write-through')
    return false
  const hasTtl =
    typeof properties['ttl'] === 'number' || isSaidAbout(context, id, /\bttl\b|\bexpir\w+/i)
  return hasTtl && !isSaidAnywhere(context, maintained)
}

/** Stores that the copy follows: by its arrows, else those that its readers write. */
function originsOf(context: CheckContext, copy: DesignNode): readonly string[] {
  const around = [
    ...edgesTo(context.index, copy.id).map((edge) => edge.from),
    ...edgesFrom(context.index, copy.id).map((edge) => edge.to),
  ].filter((id) => keepsData(context, id))
  if (around.length > 0) return [...new Set(around)]
  const written = possibleReadersOf(context, copy.id).flatMap(
    (id) => storesBy(context).get(id) ?? [],
  )
  return [...new Set(written)]
}

/** Stores that each component writes, or may. */
const storesBy = oncePerCheck((context): ReadonlyMap<string, readonly string[]> => {
  const stores = new Map<string, string[]>()
  for (const { id } of nodesWith(context, 'store')) {
    for (const by of possibleWritersOf(context, id)) {
      const known = stores.get(by)
      if (known === undefined) stores.set(by, [id])
      else known.push(id)
    }
  }
  return stores
})

/** Whether the copy cannot be old, or own reads go elsewhere. */
function isFresh(context: CheckContext, copy: DesignNode): boolean {
  const replication = [...edgesTo(context.index, copy.id)].map(
    (edge) => edge.properties['replication'],
  )
  const stated = [copy.properties['replication'], ...replication].filter(
    (value) => value !== undefined,
  )
  if (stated.some((value) => value !== 'asynchronous' && value !== 'none')) return true
  const words = [...edgesTo(context.index, copy.id), ...edgesFrom(context.index, copy.id)].map(
    wordsOf,
  )
  if (words.some((text) => asyncSaid.test(text))) return true
  const sections = ['api', 'flows', 'data-model'] as const
  return (
    isSaidAnywhere(context, pinned) ||
    isSaidInAnswers(context, pinned, sections) ||
    (cacheKinds.has(context.kindOf(copy.id).id) && isSaidInAnswers(context, maintained, sections))
  )
}

const reports = /\b(?:report\w*|analytics|search|export\w*|dashboard|bi|batch|admin|back-?ups?)\b/i

/** Readers that users wait for. Reports may be a minute old. */
function isUsers(context: CheckContext, id: string): boolean {
  return plays(context, id, 'compute') && !reports.test(context.index.nodes.get(id)?.label ?? '')
}

function observation(
  context: CheckContext,
  copy: DesignNode,
  { names, readers }: { readonly names: readonly string[]; readonly readers: readonly string[] },
): Observation {
  const edges = usesOf(context, copy.id).filter(({ by }) => readers.includes(by))
  return {
    subject: [copy.id],
    severity: 'warning',
    message: sentence(
      `${nameOf(context, readers[0] ?? '')} may read from ${nameOf(context, copy.id)} what is older than the last write (${names.slice(0, 3).join(', ')}).`,
    ),
    evidence: { names, readers: readers.toSorted() },
    nodes: [copy.id, ...readers],
    edges: edges.map(({ edge }) => edge.id),
  }
}
