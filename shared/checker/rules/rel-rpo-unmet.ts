import type { DesignEdge, DesignNode } from '#shared/design/design.ts'
import { edgesFrom, edgesTo } from '#shared/design/graph.ts'
import { defineRule, type CheckContext, type Observation } from '../define-rule.ts'
import { minutesIn, rhythmIn } from '../durations.ts'
import { sentencesIn } from '../lacks.ts'
import { nameOf, plays, sentence, wordsOf, wordsOn } from '../parts.ts'
import { sayingsOf } from '../said.ts'
import { says } from '../says.ts'
import { toldAbout } from '../told.ts'
import { truthStoresOf } from '../truth-stores.ts'

export default defineRule({
  id: 'rel-rpo-unmet',
  title: 'More may be lost than the design allows',
  category: 'reliability',
  why: 'Whatever was written after the last copy is gone with the machine, and that is more than was promised.',
  fix: 'Let a write wait for a synchronous or quorum copy, or make backups as often as the promise asks.',
  question: 'Which writes are lost if this machine burns right now?',
  examples: {
    bad: [
      `---
availabilityTarget: 99.95%
rpo: 0
---
## Data model
- Payment (money) in PostgreSQL: key id

\`\`\`mermaid
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Payment service x3] --> db[(PostgreSQL)]
  db -->|asynchronous replication| copy[(PostgreSQL standby)]
\`\`\``,
      `---
peakQps: 50
rpo: 15 min
---
## Data model
- Booking (booking) in MySQL: key id

## Operations
- MySQL is backed up nightly to S3.

\`\`\`mermaid
flowchart LR
  web[Browser] --> api[Booking service] --> db[(MySQL)]
\`\`\``,
    ],
    good: [
      `---
rpo: 60 min
---
## Data model
- Booking (booking) in MySQL: key id

## Operations
- Hourly backups of MySQL to another account.

\`\`\`mermaid
flowchart LR
  web[Browser] --> api[Booking service] --> db[(MySQL)]
\`\`\``,
      `---
rpo: 0
---
## Data model
- Payment (money) in PostgreSQL: key id

## Operations
- Nightly snapshots of PostgreSQL.

\`\`\`mermaid
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Payment service x3] --> db[(PostgreSQL)]
  db -->|synchronous replication| copy[(PostgreSQL, second zone)]
\`\`\``,
      `---
rpo: 5 min
---
## Operations
- Nightly base backups of PostgreSQL with WAL archiving for point-in-time recovery.

\`\`\`mermaid
flowchart LR
  web[Browser] --> api[Wiki service] --> db[(PostgreSQL)]
\`\`\``,
    ],
  },
  appliesTo: (context) =>
    context.design.scale.rpoMinutes !== undefined && truthStoresOf(context).length > 0,
  check(context) {
    const allowed = context.design.scale.rpoMinutes
    if (allowed === undefined) return []
    return truthStoresOf(context).flatMap((node) => observe(context, node, allowed) ?? [])
  },
})

/** A way to keep a second copy, and the minutes of writes that may be missing from it. */
interface Copy {
  readonly minutes: number
  readonly words: string
}

const synchronous =
  /\b(?:(?<!a)(?<!semi[- ])sync(?:hronous(?:ly)?)?|quorum|raft|paxos|zero data loss)\b|\b(?:rds|cloud sql|azure|managed)\b.*\bmulti[-\s]?az\b/i
const asynchronous = /\basync(?:hronous(?:ly)?)?\b/i
/** A copy to read from says nothing about the one that takes over. */
const aside = /\b(?:read[-\s]?replicas?|reporting|analytics|another region|other region|dr)\b/i
const copies = /\b(?:replic\w*|stand-?by|follower|secondary|copy|copies|mirror\w*|multi[-\s]?az)\b/i
const lag = /\blag\w*\b([^.;]*)/i
const continuous =
  /\b(?:pitr|point[-\s]in[-\s]time|wal(?:-[ge])?|bin(?:ary )?logs?|oplog|redo logs?|transaction logs?|log backups?|archive[sd]? logs?|continuous\w*|log shipping|journal\w*|any (?:second|minute) (?:of|in))\b/i
const backups =
  /\b(?:back(?:ed|s)?[-\s]?ups?|snapshots?|dump\w*|mysqldump|pg_?dump|mongodump|rman|export\w*)\b/i
/** Products whose writes wait for several machines, or whose mode of copying is not for a reader to guess. */
const consensus =
  /\b(?:spanner|cockroach\w*|yugabyte\w*|tidb|dynamodb|aurora|cassandra|scylla\w*|etcd|foundationdb|cosmos ?db|firestore|atlas|planetscale)\b/i

function observe(
  context: CheckContext,
  node: DesignNode,
  allowed: number,
): Observation | undefined {
  if (consensus.test(wordsOn(node))) return undefined
  const found = copiesOf(context, node)
  const best = bestOf(found) ?? lossOf(context, node, allowed)
  if (best === undefined || best.minutes <= allowed) return undefined
  return {
    subject: [node.id],
    severity: 'error',
    message: sentence(
      `${nameOf(context, node.id)} has ${best.words}, and no more than ${inWords(allowed)} of writes may be lost.`,
    ),
    evidence: { allowed, copy: best.words },
  }
}

/** "Up to a day of bookings may be lost" is said of what is kept in a backup, or of nothing in particular. */
function lossOf(context: CheckContext, node: DesignNode, allowed: number): Copy | undefined {
  const told = toldAbout(context, losing).flatMap(({ text, nodeIds }) => {
    if (!isAbout(nodeIds, node)) return []
    return sentencesIn(text).filter((part) => says(part, losing) && ofBackups.test(text))
  })
  const minutes = told.flatMap((text) =>
    minutesIn(text.replace(/\blast (?=hour|day|night)/i, 'one ')),
  )
  const worst = Math.max(...minutes)
  return worst > allowed
    ? { minutes: worst, words: `a loss of up to ${inWords(worst)}` }
    : undefined
}

const losing =
  /\b(?:los(?:e|es|t|ing)|loss of)\s(?:up to |at most |about |as much as |no more than )?(?:the |a |an )?(?:last |one |two |half an |\d+ ?)+(?:days?|night|hours?|minutes?|min|h)\b|\b(?:up to|at most|about|as much as|the last) (?:an? |the |one |two |half an |\d+ ?)?(?:days?|night|hours?|minutes?|min|h)\b(?: of \w+)?[^.;:]{0,16}\b(?:lost|missing|gone)\b/i
const ofBackups =
  /\b(?:back(?:ed|s)?[-\s]?ups?|snapshots?|dump\w*|restor\w*|cop(?:y|ies)|stand-?by)\b/i

/** Where one sentence calls the copy asynchronous, another that only counts it changes nothing. */
function bestOf(found: readonly Copy[]): Copy | undefined {
  const isKnown = found.some(({ words }) => words === lagging)
  const judged = isKnown ? found.filter(({ words }) => words !== some) : found
  return judged.toSorted((a, b) => a.minutes - b.minutes)[0]
}

const lagging = 'an asynchronous copy'
const some = 'a copy'

function copiesOf(context: CheckContext, node: DesignNode): readonly Copy[] {
  const ways = copyEdges(context, node).map((edge) => {
    const other = context.index.nodes.get(edge.from === node.id ? edge.to : edge.from)
    return fromWords(`${wordsOf(edge)} ${other?.label ?? ''}`, edge.properties)
  })
  const stated = fromWords(wordsOn(node), node.properties)
  const said = sayingsOf(context)
    .filter(
      ({ section, nodeIds }) => section !== 'non-functional-requirements' && isAbout(nodeIds, node),
    )
    .flatMap(({ text }) => text.split(/[.;](?=\s|$)/))
    .map((text) => text.split(/\b(?:over|instead of|rather than)\b/i, 1)[0] ?? text)
    .map((text) => fromWords(text, {}))
  return [...ways, stated, ...said].flat()
}

/** Of a saying that names several stores each may be meant; one that names none may mean this one. */
function isAbout(nodeIds: readonly string[], node: DesignNode): boolean {
  return nodeIds.length === 0 || nodeIds.includes(node.id)
}

/** A feed into an index or a warehouse is no copy to recover from. */
function copyEdges(context: CheckContext, { id }: DesignNode): readonly DesignEdge[] {
  const edges = [...edgesFrom(context.index, id), ...edgesTo(context.index, id)]
  return edges.filter(({ from, to, type }) => {
    const other = from === id ? to : from
    const isStore = plays(context, other, 'store') || context.kindOf(other).id === 'read-replica'
    return other !== id && isStore && type !== 'cdc' && type !== 'batch'
  })
}

/** What is not said stays out: a copy of an unknown mode may be a synchronous one. */
function fromWords(text: string, properties: DesignNode['properties']): readonly Copy[] {
  const found = [...fromProperties(properties)]
  const isCopied = says(text, copies)
  if (isCopied || /\b(?:writes?|commits?)\b/i.test(text)) {
    if (says(text, synchronous)) found.push({ minutes: 0, words: 'a synchronous copy' })
    else if (asynchronous.test(text)) found.push(behind(text))
    else if (isCopied && !(backups.test(text) && rhythmIn(text) !== undefined))
      found.push({ minutes: 0, words: some })
  }
  if (says(text, backups) || says(text, continuous)) found.push(...backupIn(text))
  return found
}

function* fromProperties({ replication, backup }: DesignNode['properties']): Generator<Copy> {
  if (replication === 'asynchronous') yield behind('')
  else if (replication !== undefined && replication !== 'none') yield { minutes: 0, words: some }
  if (backup === 'continuous') yield { minutes: 1, words: 'continuous backups' }
  if (backup === 'hourly') yield { minutes: 60, words: 'hourly backups' }
  if (backup === 'daily') yield { minutes: 1440, words: 'daily backups' }
}

function behind(text: string): Copy {
  const [minutes = 0.02] = minutesIn(lag.exec(text)?.[1] ?? '')
  return { minutes, words: aside.test(text) ? 'a copy that lags' : lagging }
}

function backupIn(text: string): readonly Copy[] {
  const [stated] = minutesIn(/\brpo\b([^.;]*)/i.exec(text)?.[1] ?? '')
  if (says(text, continuous))
    return [{ minutes: stated ?? 1, words: 'a log of its writes elsewhere' }]
  const minutes = rhythmIn(text)
  return minutes === undefined ? [] : [{ minutes, words: `a backup every ${inWords(minutes)}` }]
}

function inWords(minutes: number): string {
  if (minutes === 0) return '0 minutes'
  if (minutes < 1) return `${Math.round(minutes * 60)} s`
  if (minutes < 60) return `${minutes} min`
  return minutes < 1440 ? `${minutes / 60} h` : `${minutes / 1440} d`
}
