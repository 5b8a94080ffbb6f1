import type { DesignNode } from '#shared/design/design.ts'
import { instancesFor } from '#shared/model/utilisation.ts'
import { quoted } from '../answered.ts'
import { defineRule, type CheckContext, type Observation } from '../define-rule.ts'
import { figure, inPercent, roughly } from '../figures.ts'
import { modelOf } from '../model-of.ts'
import { isInBackground, nameOf, namesOf, nodesWith, sentence } from '../parts.ts'
import { isSaidAbout } from '../said.ts'
import { admissionsOf, runnersIn } from '../told-faults.ts'

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
    const found = nodesWith(context, 'compute').flatMap((node) => observe(context, node))
    return found.length > 0 ? found : told(context)
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

const admitted =
  /\b(?:although|while|but)\b[^.;]{0,40}\b(?:one|two|three|four|half|a third|\d+)\b[^.;]{0,20}\b(?:would|could) (?:do|carry|suffice|be enough|be plenty)|\bnever uses? (?:more than|over|above) (?:[1-9]|1\d) ?%|\b(?:cpu|utili[sz]ation|load)\b[^.;]{0,30}\b(?:at|of|is|around|about|below|under|to)\b ?(?:\w+ )?(?:[1-9]|1\d) ?%[^.;]{0,30}\bpeak|\bpeak\b[^.;]{0,40}\b(?:cpu|utili[sz]ation)\b[^.;]{0,20}\b(?:[1-9]|1\d) ?%|\bruns? (?:all year|around the clock|day and night) for (?:one|a|two)\b|\b(?:sit|stand|are|is)s? idle (?:most|all|nearly|for most)/i
const bearable =
  /\b(?:zones?|regions?|stand-?by|fail-?over|n ?\+ ?1|grow\w*|head-?room|workers?|spare|night)\b/i

/** Said outright, of servers or instances. */
function told(context: CheckContext): readonly Observation[] {
  const said = admissionsOf(context, { words: admitted, unless: bearable })
  const [found] = said.filter(({ text }) =>
    /\b(?:instances?|servers?|nodes?|machines?|pods?|vms?|containers?)\b/i.test(text),
  )
  if (found === undefined) return []
  return [
    {
      subject: runnersIn(context, found),
      severity: 'suggestion',
      message: sentence(
        `${namesOf(context, runnersIn(context, found))} has little to do: ${quoted(found.text)}.`,
      ),
      evidence: { admitted: true },
    },
  ]
}

/** So many that the peak is carried with one zone gone. */
function spread({ properties: { zones } }: DesignNode, needed: number): number {
  return typeof zones === 'number' && zones > 1 ? Math.ceil((needed * zones) / (zones - 1)) : needed
}
