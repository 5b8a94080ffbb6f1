import { edgesTo } from '#shared/design/graph.ts'
import { defineRule, type CheckContext, type Observation } from '../define-rule.ts'
import { figure, inPercent, roughly } from '../figures.ts'
import { modelOf } from '../model-of.ts'
import { nameOf, nodesWith, plays, sentence } from '../parts.ts'
import { isDeadLetterQueue, queueEndsOf } from '../queue-ends.ts'
import { readsPerWriteOf } from '../reads-per-write.ts'
import { isSaidAbout } from '../said.ts'
import { possibleWritersOf } from '../store-ends.ts'
import { truthStoresOf } from '../truth-stores.ts'

export default defineRule({
  id: 'scale-write-ceiling',
  title: 'One primary takes more writes than it can',
  category: 'scalability',
  why: 'Caches and replicas help reads alone; every write still goes through the one primary.',
  fix: 'Put a queue before the store and write in batches, then shard it or choose a store that spreads writes.',
  question: 'What is the first thing to give way when writes double?',
  examples: {
    bad: [
      `---
peakQps: 40,000
readWriteRatio: "1:1"
---
flowchart LR
  dev[Sensors]:::iot-device --> lb[Load balancer x2] --> api[Ingest service x40] --> db[(PostgreSQL + standby)]`,
      `---
peakQps: 3,000
readWriteRatio: "2:1"
---
flowchart LR
  app[Mobile app] --> gw[API gateway x2] --> trips[Trip service x6] --> store[(MySQL primary + 2 replicas)]
  trips --> cache[Redis x3]
  %% set store capacityQps 1000`,
    ],
    good: [
      `---
peakQps: 40,000
readWriteRatio: "1:1"
---
flowchart LR
  dev[Sensors]:::iot-device --> lb[Load balancer x2] --> api[Ingest service x40] --> k[Kafka x6 with DLQ] --> w[Batch writers x8]:::worker --> db[(PostgreSQL + standby)]`,
      `---
peakQps: 40,000
readWriteRatio: "1:1"
---
flowchart LR
  dev[Sensors]:::iot-device --> lb[Load balancer x2] --> api[Ingest service x40] --> db[(Cassandra x12)]`,
      `---
peakQps: 40,000
readWriteRatio: "1:1"
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Order service x60] --> db[("PostgreSQL, 16 shards by customer")]`,
      `---
peakQps: 40,000
readWriteRatio: "100:1"
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Article service x60] --> db[(PostgreSQL + standby)]
  api --> cache[Redis x3]`,
    ],
  },
  appliesTo: (context) => context.band !== 'unknown' && readsPerWriteOf(context) !== undefined,
  check(context) {
    return truthStoresOf(context).flatMap(({ id }) => observe(context, id))
  },
})

const onePrimary: ReadonlySet<string> = new Set(['sql-db', 'graph-db', 'document-db'])
const eased =
  /\bbatch\w*|\bbuffer\w*|\bshard\w*|\bpartition(?:ed|s|ing)\b|\bwrite[-\s]behind\b|\bqueue[ds]?\b|\bload[-\s]?tested\b|\bbenchmark\w*|\bmeasured\b/i

function observe(context: CheckContext, id: string): Observation[] {
  if (!onePrimary.has(context.kindOf(id).id)) return []
  const { loads, capacities } = modelOf(context)
  const writes = loads.get(id)?.writes?.least
  const capacity = capacities.get(id)
  if (writes === undefined || capacity?.writers === undefined) return []
  const share = writes / (capacity.perInstance * capacity.writers)
  if (share <= (capacity.isStated ? 0.7 : 1)) return []
  if (isEased(context, id) || isTakenElsewhere(context, id)) return []
  return [
    {
      subject: [id],
      severity: 'warning',
      message: sentence(
        `${figure(writes)} writes/s reach ${nameOf(context, id)} at the peak, ${inPercent(share)} of what its primary carries.`,
      ),
      evidence: { writes: roughly(writes), primaries: capacity.writers },
    },
  ]
}

/** Where a stream or a queue takes what others send, nobody says how much of the writes is left for the store. */
function isTakenElsewhere(context: CheckContext, id: string): boolean {
  const writers = new Set(possibleWritersOf(context, id))
  return nodesWith(context, 'messaging').some((queue) => {
    if (isDeadLetterQueue(context, queue.id)) return false
    const { producers, consumers } = queueEndsOf(context, queue.id)
    return producers.length > 0 && ![...producers, ...consumers].some((end) => writers.has(end))
  })
}

/** What is written from behind a queue comes at the store's own pace. */
function isEased(context: CheckContext, id: string): boolean {
  const writers = edgesTo(context.index, id).map(({ from }) => from)
  return (
    writers.some((from) => plays(context, from, 'messaging')) || isSaidAbout(context, id, eased)
  )
}
