import { edgesFrom, edgesTo } from '#shared/design/graph.ts'
import { defineRule, type CheckContext, type Observation } from '../define-rule.ts'
import { figure, inPercent, roughly } from '../figures.ts'
import { modelOf } from '../model-of.ts'
import { oncePerCheck } from '../once-per-check.ts'
import { nameOf, plays, sentence } from '../parts.ts'
import { readsPerWriteOf } from '../reads-per-write.ts'
import { isSaidAbout } from '../said.ts'
import { truthStoresOf } from '../truth-stores.ts'

export default defineRule({
  id: 'scale-read-heavy-unassisted',
  title: 'All reads go to the primary store',
  category: 'scalability',
  why: 'Most reads ask for the same few things again; without a cache or a copy the store answers every one of them and saturates first.',
  fix: 'Cache the hot share of the reads, then add read replicas where that is not enough.',
  question: 'Which reads repeat, and what answers them before the database does?',
  examples: {
    bad: [
      `---
peakQps: 20,000
readWriteRatio: "100:1"
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Article service x30] --> db[(PostgreSQL)]`,
      `---
peakQps: 2,000
readWriteRatio: "20:1"
---
flowchart LR
  app[Mobile app] --> gw[API gateway x2] --> menu[Menu service x4] --> store[(MySQL)]
  %% set store capacityQps 2000`,
    ],
    good: [
      `---
peakQps: 20,000
readWriteRatio: "100:1"
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Article service x30] --> db[(PostgreSQL)]
  api --> cache[(Redis x3)]`,
      `---
peakQps: 20,000
readWriteRatio: "100:1"
---
flowchart LR
  web[Browser] --> cdn[CDN] --> lb[Load balancer x2] --> api[Article service x30] --> db[(PostgreSQL)]`,
      `---
peakQps: 20,000
readWriteRatio: "5:1"
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Usage service x30] --> db[(PostgreSQL)]
  api --> q[Kafka with DLQ] --> w[Writer workers x8] --> db`,
      `---
peakQps: 2,500
readWriteRatio: "20:1"
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Menu service x5] --> db[(PostgreSQL)]`,
      `---
peakQps: 20,000
readWriteRatio: "100:1"
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Article service x30] --> db[(PostgreSQL)]
  db -->|replication| r[(Read replicas x5)]
  api -->|reads| r`,
    ],
  },
  appliesTo: (context) => context.band !== 'unknown' && (readsPerWriteOf(context) ?? 0) >= 10,
  check(context) {
    return truthStoresOf(context).flatMap(({ id }) => observe(context, id))
  },
})

const helps = /\bcach\w*|\bread[-\s]?replicas?|\breplicas\b|\bcdn\b|\bmaterialized\b|\bmemory\b/i

function observe(context: CheckContext, id: string): Observation[] {
  const { loads, capacities } = modelOf(context)
  const reads = loads.get(id)?.reads?.least
  const capacity = capacities.get(id)
  if (reads === undefined || capacity?.readers === undefined || capacity.isGuess) return []
  const share = reads / (capacity.perInstance * capacity.readers)
  if (share <= (capacity.isStated ? 0.7 : 1) || isAssisted(context, id)) return []
  return [
    {
      subject: [id],
      severity: 'warning',
      message: sentence(
        `${figure(reads)} reads/s reach ${nameOf(context, id)} at the peak, ${inPercent(share)} of what it carries, and no cache, replica or CDN answers before it.`,
      ),
      evidence: { reads: roughly(reads), perInstance: capacity.perInstance },
    },
  ]
}

/** A cache beside it, a copy of it, or a content network on the way. */
function isAssisted(context: CheckContext, id: string): boolean {
  const { index } = context
  const callers = edgesTo(index, id).map(({ from }) => from)
  const beside = callers.flatMap((from) => edgesFrom(index, from).map(({ to }) => to))
  if (beside.some((other) => other !== id && plays(context, other, 'derived'))) return true
  if (edgesFrom(index, id).some(({ type }) => type === 'replication')) return true
  return hasContentNetwork(context) || isSaidAbout(context, id, helps)
}

const hasContentNetwork = oncePerCheck((context) =>
  context.design.graph.nodes.some(({ id }) => context.kindOf(id).id === 'cdn'),
)
