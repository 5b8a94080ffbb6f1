import type { DesignEdge, DesignNode } from '#shared/design/design.ts'
import { edgesTo } from '#shared/design/graph.ts'
import { inPlaceTold, isGathered, updatesInPlace } from '../counting.ts'
import { entitiesIn } from '../data-class.ts'
import { defineRule, type CheckContext, type Observation } from '../define-rule.ts'
import { figure, roughly } from '../figures.ts'
import { oncePerCheck } from '../once-per-check.ts'
import { isInBackground, nameOf, nodesWith, plays, sentence, wordsOf } from '../parts.ts'
import { readsPerWriteOf } from '../reads-per-write.ts'
import { says } from '../says.ts'
import { nodesOf } from '../stores.ts'
import { meantBy } from '../told.ts'

export default defineRule({
  id: 'scale-hot-counter',
  title: 'Everybody updates the same counter',
  category: 'scalability',
  why: 'Each update waits for the lock of the same row, so a popular item slows every request that touches it.',
  fix: 'Count in memory or in a stream and write sums every few minutes, or spread the counter over many rows.',
  question: 'How many updates of the busiest row arrive in a second?',
  examples: {
    bad: [
      `---
peakQps: 9,000
readWriteRatio: "8:1"
---
\`\`\`mermaid
flowchart LR
  fans[Mobile app] -->|HTTPS| lb[Load balancer, managed] --> songs[Song service x12] --> db[(MySQL + standby)]
\`\`\`
## Functional requirements
- FR1 (must): Fans applaud a song.
## How applause is counted
Each clap inserts a row and runs, in the same transaction,
~~~sql
UPDATE song SET claps = claps + 1 WHERE id = :song;
~~~`,
      `---
peakQps: 10,000
readWriteRatio: "100:1"
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Redirect service x15] --> cache[Redis x3]
  api -->|increment click_count| db[(PostgreSQL + standby)]`,
      `---
peakQps: 6,000
readWriteRatio: "20:1"
---
# Clips
\`\`\`mermaid
flowchart LR
  app[Mobile app] --> lb[Load balancer x2] --> api[Clip service x9] --> db[(MySQL + standby)]
\`\`\`
## Data model
- Clip (content) in MySQL: key id; fields id, title, view_count, owner; 5M rows of 1 KB
- View count (counter) in MySQL: key clip; fields clip, count`,
    ],
    good: [
      `---
peakQps: 9,000
readWriteRatio: "8:1"
---
\`\`\`mermaid
flowchart LR
  fans[Mobile app] -->|HTTPS| lb[Load balancer, managed] --> songs[Song service x12] --> db[(MySQL + standby)]
\`\`\`
## Functional requirements
- FR1 (must): Fans applaud a song.
## Data model
- Clap total (counter) in MySQL: key (song, slot); every clap updates one of 50 slots of the total at random, and a read sums them`,
      `---
peakQps: 10,000
readWriteRatio: "100:1"
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Redirect service x15] --> cache[Redis x3]
  api -->|click events| k[Kafka x3 with DLQ] --> w[Click worker x2] -->|sums each minute| db[(PostgreSQL + standby)]`,
      `---
peakQps: 20
readWriteRatio: "100:1"
---
flowchart LR
  web[Browser] --> api[Redirect service] -->|increment click_count| db[(PostgreSQL)]`,
      `---
peakQps: 10,000
readWriteRatio: "100:1"
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Redirect service x15] -->|INCR click count| cache[Redis x3]
  api --> db[(PostgreSQL + standby)]`,
      `---
peakQps: 6,000
readWriteRatio: "20:1"
---
# Clips
\`\`\`mermaid
flowchart LR
  app[Mobile app] --> lb[Load balancer x2] --> api[Clip service x9] --> db[(MySQL + standby)]
\`\`\`
## Data model
- View count (counter) in MySQL: key clip; fields clip, count
## Decisions
- Counters: batches in memory over an update per view because of row locks; consequence: counts are 5 minutes late, flushed every 5 min`,
    ],
  },
  appliesTo: ({ band }) => band !== 'unknown',
  check(context) {
    if (isGathered(context)) return []
    return nodesWith(context, 'store').flatMap((node) => observe(context, node))
  },
})

/** Updates of one row a second that make its lock felt. */
const limit = 100
const rowStores: ReadonlySet<string> = new Set(['sql-db', 'newsql-db', 'document-db', 'graph-db'])
const counting =
  /\+=? ?1\b|\+\+|\b(?:increment\w*|incr|count(?:s|ing)? (?:up|each|every)|bumps?|updates? (?:the )?(?:\w+[_\s])?(?:counts?|counters?))\b|\b(?:clicks?|views?|likes?|hits?|plays?|votes?|shares?|impressions?|visits?|downloads?)[_\s]?count(?:er)?s?\b/i
/** What happens whenever somebody reads. */
const perRead =
  /\b(?:clicks?|views?|visits?|hits?|impressions?|plays?|redirects?|downloads?|opens?)/i
function observe(context: CheckContext, node: DesignNode): Observation[] {
  if (!rowStores.has(context.kindOf(node.id).id)) return []
  const edge = edgesTo(context.index, node.id).find((edge) => isCounting(context, edge))
  const what =
    edge === undefined
      ? (toldFor(context, node) ?? countingFlow(context, node.id) ?? counterIn(context, node))
      : wordsOf(edge)
  if (what === undefined) return []
  const rate = rateOf(context, what)
  if (rate === undefined || rate <= limit) return []
  return [
    {
      subject: [node.id],
      severity: 'warning',
      message: sentence(
        `${nameOf(context, node.id)} takes an update of a counter for up to ${figure(rate)} requests/s, and those for one item wait for one row.`,
      ),
      evidence: { rate: roughly(rate) },
      ...(edge === undefined ? {} : { nodes: [edge.from, node.id], edges: [edge.id] }),
    },
  ]
}

function isCounting(context: CheckContext, edge: DesignEdge): boolean {
  if (edge.type !== 'sync' || isInBackground(context, edge.from)) return false
  if (plays(context, edge.from, 'messaging') || plays(context, edge.from, 'client')) return false
  return says(wordsOf(edge), counting) || says(wordsOf(edge), updatesInPlace)
}

/** A sentence or a line of code that counts in place, of this store or where it is the only one. */
function toldFor(context: CheckContext, { id }: DesignNode): string | undefined {
  const stores = nodesOf(context, rowStores)
  return inPlaceTold(context).find((saying) =>
    meantBy(context, saying, stores).some((store) => store.id === id),
  )?.text
}

/** A step of a flow that counts, in a flow that ends in this store and hands nothing over on the way. */
function countingFlow({ design, ...rest }: CheckContext, id: string): string | undefined {
  const context = { design, ...rest }
  return design.answers.flows
    .filter(({ nodeIds }) => nodeIds.includes(id))
    .filter(({ nodeIds }) => nodeIds.every((other) => !plays(context, other, 'messaging')))
    .flatMap(({ steps }) => steps)
    .find((step) => says(step, counting))
}

/** A counter that is said to live there, where nothing gathers counts on the way. */
function counterIn(context: CheckContext, { id }: DesignNode): string | undefined {
  if (gathersElsewhere(context)) return undefined
  const held = entitiesIn(context, id)
  const found = held.find(
    ({ class: type, name, fields = [] }) =>
      type === 'counter' && counting.test(`${name} ${fields.join(' ')} count`),
  )
  return found === undefined ? undefined : `${found.name} ${found.fields?.join(' ') ?? ''}`
}

const gathersElsewhere = oncePerCheck((context) =>
  context.design.graph.nodes.some(
    ({ id }) =>
      plays(context, id, 'messaging') ||
      ['cache', 'stream-processor'].includes(context.kindOf(id).id),
  ),
)

/**
 * Reads count clicks and views, and are at least half of what comes in; likes and votes are writes, whose
 * number nobody knows without the ratio.
 */
function rateOf(context: CheckContext, what: string): number | undefined {
  const { peakQps } = context.design.scale
  const readsPerWrite = readsPerWriteOf(context)
  if (peakQps === undefined) return undefined
  const writes = readsPerWrite === undefined ? undefined : peakQps / (readsPerWrite + 1)
  return perRead.test(what) ? peakQps - (writes ?? peakQps / 2) : writes
}
