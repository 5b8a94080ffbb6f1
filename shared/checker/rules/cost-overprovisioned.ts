import type { DesignNode } from '#shared/design/design.ts'
import { instancesFor } from '#shared/model/utilisation.ts'
import { defineRule, type CheckContext, type Observation } from '../define-rule.ts'
import { figure, inPercent, roughly } from '../figures.ts'
import { modelOf } from '../model-of.ts'
import { isInBackground, nameOf, nodesWith, sentence } from '../parts.ts'
import { isSaidAbout } from '../said.ts'

export default defineRule({
  id: 'cost-overprovisioned',
  title: 'Most of a tier has nothing to do',
  category: 'cost',
  why: 'Instances that the stated peak never uses are paid for every hour.',
  fix: 'Lower the number of instances to what the peak needs plus one, or scale automatically.',
  question: 'How did this number of instances come about?',
  examples: {
    bad: [
      `---
peakQps: 200
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Recipe service x12] --> db[(PostgreSQL + standby)]`,
      `---
peakQps: 1500
---
flowchart LR
  app[Mobile app] --> gw[API gateway x2]
  gw --> rides[Ride service x40] & prices[Price service x3]
  rides & prices --> db[(DynamoDB)]`,
    ],
    good: [
      `---
peakQps: 200
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Recipe service x2] --> db[(PostgreSQL + standby)]`,
      `---
peakQps: 200
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api["Recipe service x12, room for growth until next year"] --> db[(PostgreSQL + standby)]`,
      `---
peakQps: 4000
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Recipe service x12] --> db[(DynamoDB)]`,
      `---
peakQps: 200
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Render service x12] --> db[(DynamoDB)]
  %% set api capacityQps 25`,
    ],
  },
  appliesTo: ({ band }) => band !== 'unknown',
  check(context) {
    return nodesWith(context, 'compute').flatMap((node) => observe(context, node))
  },
})

/** Share of capacity below which a tier is idle at its peak. */
const idle = 0.2
const reasons =
  /\b(?:grow\w*|head-?room|next (?:year|quarter|season)|launch\w*|black friday|season\w*|campaign\w*|auto-?scal\w*|cpu[-\s]?bound|heavy|memory[-\s]?bound|per (?:tenant|customer|region|zone)|isolat\w*|shard\w*|smallest|minimum|connections)\b/i

function observe(context: CheckContext, node: DesignNode): Observation[] {
  const { utilisations } = modelOf(context)
  const utilisation = utilisations.get(node.id)
  const kind = context.kindOf(node.id).id
  if (utilisation === undefined || isInBackground(context, node.id)) return []
  const { capacity, share, load } = utilisation
  const { readers = 1, perInstance } = capacity
  const needed = spread(node, Math.max(3, instancesFor(load.total.most, perInstance)))
  const isSure = !capacity.isGuess && kind !== 'websocket-gateway'
  if (!isSure || share.most >= idle || readers < 2 * needed) return []
  if (node.properties['autoscaleMin'] !== undefined || isSaidAbout(context, node.id, reasons)) {
    return []
  }
  return [
    {
      subject: [node.id],
      severity: 'suggestion',
      message: sentence(
        `${nameOf(context, node.id)} runs ${figure(readers)} instances, and the peak uses at most ${inPercent(share.most)} of them; ${figure(needed)} would carry it with one to spare.`,
      ),
      evidence: { instances: readers, load: roughly(load.total.most) },
    },
  ]
}

/** So many that the peak is carried with one zone gone. */
function spread({ properties: { zones } }: DesignNode, needed: number): number {
  return typeof zones === 'number' && zones > 1 ? Math.ceil((needed * zones) / (zones - 1)) : needed
}
