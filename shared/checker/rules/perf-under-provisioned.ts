import { instancesFor, type Utilisation } from '#shared/model/utilisation.ts'
import { defineRule, type CheckContext, type Observation } from '../define-rule.ts'
import { figure, inPercent, roughly } from '../figures.ts'
import { modelOf } from '../model-of.ts'
import { isInBackground, nameOf, plays, sentence } from '../parts.ts'
import { strainOf } from '../strain.ts'

export default defineRule({
  id: 'perf-under-provisioned',
  title: 'The peak is more than a tier carries',
  category: 'performance',
  why: 'Queues and errors grow steeply as utilisation comes near 100 %, so the peak is where people notice.',
  fix: 'Add instances: peak ÷ (capacity × 0.7), rounded up, and one to spare; or scale automatically up to that number.',
  question: 'How many requests a second does one instance carry, and how do you know?',
  examples: {
    bad: [
      `---
peakQps: 12,000
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Order service x3] --> db[(DynamoDB)]`,
      `---
peakQps: 900
---
flowchart LR
  app[Mobile app] --> gw[API gateway x2] --> rides[Ride service x2] --> store[(Cassandra x6)]
  %% set rides capacityQps 500`,
      `---
peakQps: 40k
readWriteRatio: "50:1"
---
flowchart TB
  web[Web client] --> lb[Load balancer x2]
  lb --> search[Search API x4] --> es[Elasticsearch cluster]
  lb --> cart[Cart service x3] --> kv[(DynamoDB)]`,
    ],
    good: [
      `---
peakQps: 10,000
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Shortener service x15]
  api --> cache[Redis cluster] & db[(PostgreSQL, primary + 2 replicas)]`,
      `---
peakQps: 12,000
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api["Order service, autoscaled 6 to 30"] --> db[(DynamoDB)]`,
      `---
peakQps: 9,000
---
flowchart LR
  app[Mobile app] --> gw[API gateway x3]
  gw --> feed[Feed service x10] & likes[Like service x4] & people[Profile service x2]
  feed & likes & people --> db[(Cassandra x9)]`,
      `---
peakQps: 300
---
flowchart LR
  web[Browser] --> app[Shop monolith] --> db[(MySQL)]`,
      `flowchart LR
  web[Browser] --> lb[Load balancer] --> api[Order service x2] --> db[(PostgreSQL)]`,
      `---
peakQps: 2,400
---
flowchart LR
  web[Browser] --> cdn[CDN] --> lb[Load balancer x2] --> site[Page service x2] --> db[(Aurora)]
  %% set site capacityQps 800`,
    ],
  },
  appliesTo: ({ band }) => band !== 'unknown',
  check(context) {
    const { utilisations } = modelOf(context)
    return [...utilisations].flatMap(([id, utilisation]) => observe(context, id, utilisation))
  },
})

function observe(context: CheckContext, id: string, utilisation: Utilisation): Observation[] {
  const node = context.index.nodes.get(id)
  // Those who empty a queue may lag behind; that is a rule of its own.
  if (node === undefined || isInBackground(context, id) || plays(context, id, 'messaging')) {
    return []
  }
  const severity = strainOf(context, node, utilisation)
  if (severity === undefined) return []
  const { capacity, load } = utilisation
  const { readers = 1, perInstance } = capacity
  return [
    {
      subject: [id],
      severity,
      message: messageOf(context, id, utilisation),
      evidence: { load: roughly(load.total.least), instances: readers, perInstance },
    },
  ]
}

function messageOf(context: CheckContext, id: string, { share, capacity, load }: Utilisation) {
  const { readers = 1, perInstance, isStated } = capacity
  const count = readers === 1 ? 'one instance' : `${figure(readers)} instances`
  const about = isStated ? '' : ', if one carries about that'
  const needed = instancesFor(load.total.least, perInstance)
  return sentence(
    `${nameOf(context, id)} is asked ${figure(load.total.least)} requests/s at the peak, ${inPercent(share.least)} of what ${count} of ${figure(perInstance)} carry${about}; ${figure(needed)} would leave room.`,
  )
}
