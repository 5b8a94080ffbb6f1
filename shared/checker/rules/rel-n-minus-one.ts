import type { DesignNode } from '#shared/design/design.ts'
import type { Utilisation } from '#shared/model/utilisation.ts'
import { defineRule, type CheckContext, type Observation } from '../define-rule.ts'
import { figure, inPercent, roughly } from '../figures.ts'
import { modelOf } from '../model-of.ts'
import { isInBackground, nameOf, plays, sentence } from '../parts.ts'
import { strainOf } from '../strain.ts'
import { isPromised } from '../truth-stores.ts'

export default defineRule({
  id: 'rel-n-minus-one',
  title: 'One failure overloads the rest',
  category: 'reliability',
  why: 'When one instance or one zone is gone at the peak, the survivors take its share; overloaded, they fail next.',
  fix: 'Size the tier so that what is left after one failure carries the peak: one instance more, or one zone’s worth.',
  question: 'What happens to the other instances when one of them dies at the peak?',
  examples: {
    bad: [
      `---
peakQps: 1,300
availabilityTarget: 99.95%
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Checkout service x2] --> db[(Aurora)]
  %% set api capacityQps 1000`,
      `---
peakQps: 5,000
availabilityTarget: 99.99%
---
flowchart LR
  app[Mobile app] --> lb[Load balancer x2] --> match[Match service x9] --> db[(DynamoDB)]
  %% set match capacityQps 800
  %% set match zones 3`,
    ],
    good: [
      `---
peakQps: 1,300
availabilityTarget: 99.95%
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Checkout service x3] --> db[(Aurora)]
  %% set api capacityQps 1000`,
      `---
peakQps: 1,300
availabilityTarget: 99%
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Checkout service x2] --> db[(Aurora)]
  %% set api capacityQps 1000`,
      `---
peakQps: 1,300
availabilityTarget: 99.95%
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api["Checkout service x2, autoscaled"] --> db[(Aurora)]
  %% set api capacityQps 1000
  %% set api autoscaleMax 8`,
    ],
  },
  appliesTo: (context) => context.band !== 'unknown' && isPromised(context),
  check(context) {
    return [...modelOf(context).utilisations].flatMap(([id, utilisation]) => {
      const node = context.index.nodes.get(id)
      return node === undefined ? [] : observe(context, node, utilisation)
    })
  },
})

function observe(context: CheckContext, node: DesignNode, utilisation: Utilisation): Observation[] {
  const { capacity, share } = utilisation
  const { readers = 1 } = capacity
  const lost = lostAtOnce(node, readers)
  const left = readers - lost
  const isJudged = plays(context, node.id, 'compute') || plays(context, node.id, 'entry')
  if (!isJudged || isInBackground(context, node.id) || left < 1) return []
  const after = (share.least * readers) / left
  // What is too much already is said elsewhere; a default capacity is too rough for one instance.
  if (share.least > 1 || after <= 1 || strainOf(context, node, utilisation) === 'error') return []
  return [
    {
      subject: [node.id],
      severity: capacity.isStated ? 'warning' : 'suggestion',
      message: sentence(
        `${nameOf(context, node.id)} is at ${inPercent(share.least)} at the peak; with ${lost === 1 ? 'one instance' : `one zone of ${figure(lost)} instances`} gone the other ${figure(left)} would be at ${inPercent(after)}.`,
      ),
      evidence: { after: roughly(after), instances: readers, lost },
    },
  ]
}

/** An instance, or those of one zone where it is said over how many they are spread. */
function lostAtOnce({ properties }: DesignNode, instances: number): number {
  const { zones } = properties
  if (typeof zones !== 'number' || zones < 2) return 1
  return Math.max(1, Math.ceil(instances / zones))
}
