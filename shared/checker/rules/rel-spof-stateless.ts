import type { DesignEdge, DesignNode } from '#shared/design/design.ts'
import { edgesFrom } from '#shared/design/graph.ts'
import { defineRule, type CheckContext } from '../define-rule.ts'
import { cutNodes, dominatorsOf } from '../dominators.ts'
import { isInBackground, mayRun, nodesWith, plays } from '../parts.ts'
import { isRunByOthers } from '../redundancy.ts'
import { isAtLeast } from '../scale.ts'
import { isUptimeAsked, singlePoints } from '../single-points.ts'
import { isOnRequest, userFlowsOf } from '../user-flows.ts'

export default defineRule({
  id: 'rel-spof-stateless',
  title: 'One instance carries a required flow',
  category: 'reliability',
  why: 'One crash or one deployment of that instance stops every feature behind it.',
  fix: 'Run at least two instances in two zones behind a balancer that is itself redundant.',
  question: 'What do users see while this instance restarts?',
  examples: {
    bad: [
      `---
peakQps: 300
availabilityTarget: 99.9%
---
flowchart LR
  web[Browser] --> lb[Load balancer] --> api[Order service] --> db[(PostgreSQL + standby)]`,
      `---
peakQps: 4,600
---
flowchart LR
  app[Mobile app] --> lb[Load balancer x2] --> feed[Feed service]
  feed --> posts[(Posts, primary + 2 replicas)]`,
    ],
    good: [
      `---
peakQps: 4,600
availabilityTarget: 99.95%
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Order service x4] --> db[(PostgreSQL + standby)]`,
      `---
availabilityTarget: 99%
---
flowchart LR
  web[Browser] --> api[Order service] --> db[(PostgreSQL)]`,
      `---
peakQps: 2000
availabilityTarget: 99.9%
---
flowchart LR
  web[Browser] --> lb[Application load balancer, managed] --> a[API 1] & b[API 2]
  a & b --> db[(PostgreSQL + standby)]
  a & b -->|events| q[Queue with DLQ] --> mail[Mail worker]
  %% set lb managed true`,
    ],
  },
  appliesTo: (context) => isUptimeAsked(context) && nodesWith(context, 'client').length > 0,
  check(context) {
    const cut = nodesInTheWay(context)
    const { nodes } = context.design.graph
    return singlePoints(
      context,
      nodes.filter((node) => cut.has(node.id) && isCandidate(context, node)),
      {
        says: 'is drawn with one instance, and requests have no other way.',
        unpromised: isAtLeast(context.band, 'M') ? 'warning' : 'suggestion',
      },
    )
  },
})

function isCandidate(context: CheckContext, node: DesignNode): boolean {
  const { traits } = context.kindOf(node.id)
  const runs = traits.includes('compute') || traits.includes('entry')
  const mayWork = traits.length === 0 && mayRun(context, node.id) && works.test(node.label)
  const isOurs = traits.includes('external') && !isRunByOthers(context, node)
  return (runs || mayWork || isOurs) && !isServerlessDoor(context, node)
}

/** What a box without a kind is called when it runs the product; "Internet" and "Firewall" do not. */
const works = /\b(?:services?|apis?|servers?|back[-\s]?end|web ?site|portal|app(?:lication)?)\b/i

/** A gateway in front of nothing but serverless functions comes from the same provider. */
function isServerlessDoor(context: CheckContext, node: DesignNode): boolean {
  if (!plays(context, node.id, 'entry')) return false
  const behind = edgesFrom(context.index, node.id).map((edge) => context.kindOf(edge.to).id)
  return behind.length > 0 && behind.every((kind) => kind === 'serverless-function')
}

/** What users can do without, or what works in the background although it is drawn as a call. */
function isSideShow(context: CheckContext, id: string): boolean {
  const label = context.index.nodes.get(id)?.label ?? ''
  return isInBackground(context, id) || optional.test(label)
}

const optional =
  /\b(?:recommend\w*|personali[sz]\w*|suggest\w*|analytics|report\w*|stat(?:s|istics)|audit\w*|log\w*|e-?mail\w*|mail\w*|sms|notif\w*|push|index\w*|review\w*|rating\w*|ads?|trending|thumbnail\w*|sync\w*|job\w*|cron|script\w*|admin\w*|config\w*)\b/i

/** What every way to some target passes, the targets that are compute, and the only door of a client. */
function nodesInTheWay(context: CheckContext): ReadonlySet<string> {
  const { clients, targets, leaves } = userFlowsOf(context)
  const follow = (edge: DesignEdge) => isOnRequest(context, edge)
  const dominators = dominatorsOf(context.index, clients, follow)
  const doors = clients.flatMap((id) => {
    const next = new Set(
      edgesFrom(context.index, id)
        .filter(follow)
        .map((edge) => edge.to),
    )
    return next.size === 1 ? [...next] : []
  })
  const asked = leaves.filter((id) => !isSideShow(context, id))
  return new Set([...cutNodes(dominators, targets), ...targets, ...doors, ...asked])
}
