import type { DesignNode } from '#shared/design/design.ts'
import { defineRule, type CheckContext, type Observation } from '../define-rule.ts'
import { figure, roughly } from '../figures.ts'
import { modelOf } from '../model-of.ts'
import { nameOf, nodesWith, sentence, wordsOn } from '../parts.ts'
import { isDeadLetterQueue, queueEndsOf } from '../queue-ends.ts'
import { instancesOf } from '../redundancy.ts'
import { isSaidAbout } from '../said.ts'

export default defineRule({
  id: 'scale-consumer-lag',
  title: 'Consumers fall behind the producers',
  category: 'scalability',
  why: 'While more arrives than is taken, the backlog and the delay of every message grow.',
  fix: 'Add consumers, and partitions for them, take messages in batches, or shed load at the door.',
  question: 'How long after the peak is the last message of the peak handled?',
  examples: {
    bad: [
      `---
peakQps: 8,000
---
flowchart LR
  dev[Sensors]:::iot-device --> lb[Load balancer x2] --> api[Ingest service x10] --> k[Kafka x3 with DLQ] --> w[Aggregation worker x4] --> db[(InfluxDB)]
  %% set w capacityMessages 500`,
      `---
peakQps: 3,000
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Order service x5] --> k["Kafka, 6 partitions"] --> w[Invoice worker x12]`,
      `---
peakQps: 500
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Photo service x3] --> db[(PostgreSQL + standby)]
  api -->|400 jobs/s| q[RabbitMQ queue with DLQ] --> w[Thumbnail worker x3]
  %% set w capacityMessages 50
  %% set w replicas 3`,
    ],
    good: [
      `---
peakQps: 8,000
---
flowchart LR
  dev[Sensors]:::iot-device --> lb[Load balancer x2] --> api[Ingest service x10] --> k[Kafka x3 with DLQ] --> w[Aggregation worker x20] --> db[(InfluxDB)]
  %% set w capacityMessages 500`,
      `---
peakQps: 3,000
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Order service x5] --> k["Kafka with DLQ, 12 partitions"] --> w[Invoice worker x12]`,
      `---
peakQps: 500
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Photo service x3] --> db[(PostgreSQL + standby)]
  api --> q[RabbitMQ queue with DLQ] --> w[Thumbnail worker x3]
  %% set w capacityMessages 50`,
      `---
peakQps: 8,000
---
flowchart LR
  dev[Sensors]:::iot-device --> lb[Load balancer x2] --> api[Ingest service x10] --> k["Kafka x3 with DLQ, 7 days retention, the backlog of the peak drains within an hour"] --> w[Aggregation worker x4]
  %% set w capacityMessages 500`,
      `flowchart LR
  api[Order service] --> q[Queue] --> w[Mail worker x3]`,
    ],
  },
  appliesTo: (context) => context.band !== 'unknown' && nodesWith(context, 'messaging').length > 0,
  check(context) {
    return nodesWith(context, 'messaging').flatMap((queue) => {
      if (isDeadLetterQueue(context, queue.id) || isSaidAbout(context, queue.id, plans)) return []
      return queueEndsOf(context, queue.id).consumers.flatMap((id) => {
        const consumer = context.index.nodes.get(id)
        if (consumer === undefined || isSaidAbout(context, id, plans)) return []
        return idle(context, queue, consumer) ?? slow(context, queue, consumer) ?? []
      })
    })
  },
})

const plans =
  /\b(?:catch(?:es)?[-\s]?up|caught up|drain\w*|absorb\w*|autoscal\w*|auto-scal\w*|scal\w+ (?:by|with|on) (?:the )?(?:queue|lag|depth|backlog|length)|keda|shed\w*|spot instances)\b/i
/** A worker's default of 100 jobs a second is a guess, and real ones take up to a hundred times that. */
const farBeyond = 100

/** More consumers in a group than partitions: the others stay idle. */
function idle(context: CheckContext, queue: DesignNode, consumer: DesignNode) {
  const partitions = partitionsOf(queue)
  const instances = instancesOf(consumer)
  const isStream = context.kindOf(queue.id).id === 'event-stream'
  if (!isStream || partitions === undefined || instances <= partitions) return undefined
  return observe([queue, consumer], {
    text: `${figure(instances)} instances of ${nameOf(context, consumer.id)} share ${figure(partitions)} partitions of ${nameOf(context, queue.id)}, so ${figure(instances - partitions)} stay idle`,
    evidence: { instances, partitions },
  })
}

function slow(context: CheckContext, queue: DesignNode, consumer: DesignNode) {
  const { capacities, loads, utilisations } = modelOf(context)
  const rate = loads.get(queue.id)?.total.least
  const share = utilisations.get(consumer.id)?.share.least
  const capacity = capacities.get(consumer.id)
  const { autoscaleMax } = consumer.properties
  if (rate === undefined || share === undefined || autoscaleMax !== undefined) return undefined
  if (capacity === undefined || share <= (capacity.isStated ? 1 : farBeyond)) return undefined
  if (!capacity.isStated && capacity.perInstance < 1) return undefined
  const carried = capacity.perInstance * (capacity.readers ?? 1)
  return observe([queue, consumer], {
    text: `${figure(rate)} messages/s arrive in ${nameOf(context, queue.id)} at the peak, and ${nameOf(context, consumer.id)} takes ${figure(carried)}`,
    evidence: { rate: roughly(rate), carried: roughly(carried) },
  })
}

function observe(
  [queue, consumer]: readonly [DesignNode, DesignNode],
  seen: { readonly text: string; readonly evidence: Observation['evidence'] },
): Observation {
  return {
    subject: [consumer.id],
    severity: 'warning',
    message: sentence(`${seen.text}.`),
    evidence: seen.evidence,
    nodes: [consumer.id, queue.id],
  }
}

function partitionsOf(queue: DesignNode): number | undefined {
  const { partitions } = queue.properties
  if (typeof partitions === 'number') return partitions
  const said = Number(/\b(\d{1,6}) partitions\b/i.exec(wordsOn(queue))?.[1])
  return said >= 1 ? said : undefined
}
