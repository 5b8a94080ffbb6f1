import type { DesignNode } from '#shared/design/design.ts'
import { defineRule, type CheckContext } from '../define-rule.ts'
import { isEphemeral } from '../ephemeral.ts'
import { nodesWith } from '../parts.ts'
import { isUptimeAsked, singlePoints } from '../single-points.ts'
import { userFlowsOf } from '../user-flows.ts'

export default defineRule({
  id: 'rel-spof-data',
  title: 'A store has one copy',
  category: 'reliability',
  why: 'Losing that machine loses the feature, and perhaps the data that only it holds.',
  fix: 'Add a standby with automatic failover, or use a managed store that spans zones.',
  question: 'What is lost, and for how long, when this machine does not come back?',
  examples: {
    bad: [
      `---
peakQps: 300
availabilityTarget: 99.9%
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Order service x2] --> db[(PostgreSQL)]`,
      `---
peakQps: 8000
availabilityTarget: 99.95
---
flowchart LR
  app[Mobile app] --> gw[API gateway x3] --> feed[Feed service x6]
  feed --> cache[Redis cache cluster]
  feed --> posts[(MongoDB)]`,
      `flowchart LR
  web[Browser] --> api[Order service] --> db[(PostgreSQL)]`,
    ],
    good: [
      `---
peakQps: 4,600
availabilityTarget: 99.95%
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Order service x4] --> db[(PostgreSQL + standby)]`,
      `---
peakQps: 4,600
availabilityTarget: 99.95%
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Order service x4] --> db[(PostgreSQL primary)]
  db -->|replicates to| copy[(PostgreSQL, second zone)]`,
      `---
peakQps: 900
availabilityTarget: 99%
---
flowchart LR
  web[Browser] --> api[Order service] --> db[(PostgreSQL)]`,
      `---
peakQps: 2000
availabilityTarget: 99.9%
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Upload service x2] --> s3[S3 bucket]
  api --> meta[DynamoDB]`,
    ],
  },
  appliesTo: (context) => isUptimeAsked(context) && storesOnFlows(context).length > 0,
  check(context) {
    const stores = storesOnFlows(context).filter((node) => !isEphemeral(context, node.id))
    return singlePoints(context, stores, {
      says: 'is the only copy of what it holds.',
      unpromised: 'suggestion',
    })
  },
})

/** Stores that users' requests reach. */
function storesOnFlows(context: CheckContext): readonly DesignNode[] {
  const reached = new Set(userFlowsOf(context).targets)
  return nodesWith(context, 'store').filter((node) => reached.has(node.id))
}
