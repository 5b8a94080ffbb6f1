import type { SectionId } from '#shared/design/answers.ts'
import type { DesignNode } from '#shared/design/design.ts'
import { edgesFrom, edgesTo } from '#shared/design/graph.ts'
import { defineRule, type CheckContext } from '../define-rule.ts'
import { modelOf } from '../model-of.ts'
import { namesOf, nodesWith, sentence, wordsOn } from '../parts.ts'
import { queueEndsOf } from '../queue-ends.ts'
import { isSaidInAnswers, isSaidNear } from '../said.ts'

export default defineRule({
  id: 'yagni-streaming-platform',
  title: 'A streaming platform for a trickle',
  category: 'anti-patterns',
  why: 'A distributed log has partitions, offsets and a cluster to look after; at this rate nothing of it is needed.',
  fix: 'Consider a managed queue, or a table of jobs in the database that is there already.',
  question: 'What does the log give you here that a queue does not?',
  examples: {
    bad: [
      `---
peakQps: 12
---
flowchart LR
  web[Browser] --> api[Order service] --> k[Kafka] --> w[Mail worker]
  api --> db[(PostgreSQL)]`,
      `---
peakQps: 300
---
flowchart LR
  app[Mobile app] --> api[Survey service] --> db[(MySQL)]
  api --> k["Apache Kafka with DLQ"] --> flink[Apache Flink] --> db`,
    ],
    good: [
      `---
peakQps: 12
---
flowchart LR
  web[Browser] --> api[Order service] --> q[SQS queue with DLQ] --> w[Mail worker]
  api --> db[(PostgreSQL)]`,
      `---
peakQps: 300
---
flowchart LR
  app[Mobile app] --> api[Survey service] --> k["Kafka, keeps 30 days for replay, DLQ"] --> w[Report worker]`,
      `---
peakQps: 300
---
flowchart LR
  app[Mobile app] --> api[Trip service] --> k["Kafka with DLQ"]
  k --> a[Receipt worker] & b[Statistics worker] & c[Search indexer]:::worker`,
      `---
peakQps: 40k
---
flowchart LR
  app[Mobile app] --> lb[Load balancer x2] --> api[Click service x60] --> k["Kafka with DLQ"] --> w[Click worker x60]`,
    ],
  },
  appliesTo: (context) => isSmall(context) && platformsOf(context).length > 0,
  check(context) {
    if (isSaidInAnswers(context, needs, sections) || hasHiddenTraffic(context)) return []
    const idle = platformsOf(context)
      .filter((node) => isTrickle(context, node) && !isNeeded(context, node))
      .map((node) => node.id)
    if (idle.length === 0) return []
    const logs = idle.filter((id) => context.kindOf(id).id === 'event-stream')
    const verb = idle.length > 1 ? 'are' : 'is'
    return [
      {
        subject: logs.length > 0 ? logs : idle,
        severity: idle.every((id) => isRented(context, id)) ? 'suggestion' : 'warning',
        message: sentence(
          `${namesOf(context, idle)} ${verb} a streaming platform for fewer than 1,000 messages a second.`,
        ),
        evidence: { kinds: idle.map((id) => context.kindOf(id).id).toSorted(), band: context.band },
        nodes: idle,
      },
    ]
  },
})

/** Messages a second below which a queue does (knowledge 113-115, heuristic). */
const trickle = 1000
const needs =
  /\b(?:replay\w*|reprocess\w*|rewind\w*|backfill\w*|rebuil[dt]\w*|retention|retain\w*|event[-\s]sourc\w*|audit\w*|fan[-\s]?out|(?:three|four|several|many|multiple|\d+) (?:independent )?(?:consumer groups?|consumers|readers|subscribers)|consumer groups|ordered (?:log|by key)|order(?:ing)? (?:per|by) (?:key|partition)|log compaction|compacted|exactly[-\s]once|change data capture|cdc|keeps? \d+ (?:days?|weeks?|hours?)|real[-\s]?time analytics|windows?|windowed|company (?:standard|platform)|existing (?:kafka|cluster|platform)|already (?:run|there|in use))\b/i
const sections: readonly SectionId[] = [
  'functional-requirements',
  'non-functional-requirements',
  'decisions',
  'trade-offs',
  'failures',
  'operations',
]
/** A log of small weight, or one that lives in something that is there anyway. */
const light =
  /\b(?:redis streams?|nats|jetstream|redpanda serverless|upstash|postgres\w*|serverless)\b/i
const rented =
  /\b(?:kinesis|event hubs?|confluent cloud|msk serverless|managed|eventbridge|dataflow|firehose)\b/i
const device =
  /\b(?:sensors?|devices?|telemetry|readings|iot|clickstream|click events|logs|metrics|ticks|gps|location updates)\b/i

function isSmall({ band }: CheckContext): boolean {
  return band === 'XS' || band === 'S'
}

function platformsOf(context: CheckContext): readonly DesignNode[] {
  return context.design.graph.nodes.filter(({ id }) =>
    ['event-stream', 'stream-processor'].includes(context.kindOf(id).id),
  )
}

/** A provider's log takes no operators, only more thought than a queue. */
function isRented(context: CheckContext, id: string): boolean {
  const node = context.index.nodes.get(id)
  if (node === undefined) return false
  return node.properties['managed'] === true || rented.test(wordsOn(node))
}

/** Messages that are not requests of people: their rate does not follow from the peak that was stated. */
function hasHiddenTraffic(context: CheckContext): boolean {
  if (context.design.graph.nodes.some(({ id }) => context.kindOf(id).id === 'iot-device'))
    return true
  const { estimates } = context.design.answers
  return estimates.some(
    ({ dimension, value, name }) =>
      dimension === 'rate' && value >= trickle && /messag|event|reading|click|record/i.test(name),
  )
}

function isTrickle(context: CheckContext, node: DesignNode): boolean {
  const load = modelOf(context).loads.get(node.id)
  if (load !== undefined && load.total.most >= trickle) return false
  const around = [...edgesTo(context.index, node.id), ...edgesFrom(context.index, node.id)]
  return !device.test([wordsOn(node), ...around.map((edge) => edge.label)].join(' '))
}

function isNeeded(context: CheckContext, node: DesignNode): boolean {
  const { retentionHours } = node.properties
  if (typeof retentionHours === 'number' && retentionHours > 0) return true
  if (light.test(wordsOn(node)) || isSaidNear(context, node.id, needs)) return true
  const around = [...edgesTo(context.index, node.id), ...edgesFrom(context.index, node.id)]
  if (around.some(({ type }) => type === 'cdc')) return true
  const { consumers, either } = queueEndsOf(context, node.id)
  if (new Set([...consumers, ...either]).size >= 3) return true
  return nodesWith(context, 'messaging').some(({ id }) => context.kindOf(id).id === 'cdc')
}
