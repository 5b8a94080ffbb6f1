import type { DesignNode } from '#shared/design/design.ts'
import { isSaidSomewhere } from '../answered.ts'
import { defineRule, type CheckContext } from '../define-rule.ts'
import { figure } from '../figures.ts'
import { isInBackground, namesOf, nodesWith, sentence } from '../parts.ts'
import { instancesOf, isRunByOthers } from '../redundancy.ts'
import { isSaidAnywhere } from '../said.ts'
import { isAtLeast } from '../scale.ts'

export default defineRule({
  id: 'scale-autoscaling-missing',
  title: 'The fleet is fixed and the load is not',
  category: 'scalability',
  why: 'A fixed number of instances is idle for most of the day or too small at the peak.',
  fix: 'Set a minimum, a maximum and a target of about 70 %, and think of the minutes that a new instance needs.',
  question: 'How many of these instances have work at four in the morning?',
  examples: {
    bad: [
      `---
averageQps: 1000
peakQps: 8000
---
flowchart LR
  app[Mobile app] --> lb[Load balancer x2] --> api[Ticket service x12] --> db[(DynamoDB)]`,
      `---
averageQps: 2000
peakQps: 5000
---
# Flash sale
\`\`\`mermaid
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> shop[Shop service x8] --> db[(Aurora)]
\`\`\`
## Non-functional requirements
- Traffic is unpredictable: a sale may begin at any minute.`,
    ],
    good: [
      `---
averageQps: 1000
peakQps: 8000
---
flowchart LR
  app[Mobile app] --> lb[Load balancer x2] --> api["Ticket service, autoscaled 4 to 14"] --> db[(DynamoDB)]`,
      `---
averageQps: 4000
peakQps: 8000
---
flowchart LR
  app[Mobile app] --> lb[Load balancer x2] --> api[Ticket service x12] --> db[(DynamoDB)]`,
      `---
averageQps: 100
peakQps: 800
---
flowchart LR
  app[Mobile app] --> lb[Load balancer x2] --> api[Ticket service x2] --> db[(DynamoDB)]`,
      `---
averageQps: 1000
peakQps: 8000
---
# Tickets
\`\`\`mermaid
flowchart LR
  app[Mobile app] --> lb[Load balancer x2] --> api[Ticket service x12] --> db[(DynamoDB)]
\`\`\`
## Trade-offs
- The fleet is sized for the peak: idle machines in exchange for no surprises.`,
    ],
  },
  appliesTo: (context) => isAtLeast(context.band, 'M') && fixedCompute(context).length > 0,
  check(context) {
    const { averageQps, peakQps } = context.design.scale
    const factor = averageQps === undefined || peakQps === undefined ? 0 : peakQps / averageQps
    const isUneven = factor >= 4 || isSaidSomewhere(context, uneven)
    const fixed = fixedCompute(context)
    if (!isUneven || isSaidAnywhere(context, plans) || isAnyElastic(context)) return []
    const ids = fixed.map(({ id }) => id)
    const load =
      factor >= 4 ? `the peak is ${figure(factor)} times the average` : 'the load is uneven'
    return [
      {
        subject: ids,
        severity: 'suggestion' as const,
        message: sentence(
          `${namesOf(context, ids)}: the number of instances is fixed, and ${load}.`,
        ),
        evidence: { factor: Math.round(factor) },
      },
    ]
  },
})

const uneven =
  /\b(?:unpredictab\w*|spik(?:y|es?)|bursty|flash sales?|viral|sudden (?:peaks?|load|traffic)|black friday|ticket drops?|christmas|sale days?|(?:five|six|seven|eight|nine|ten|twelve|twenty|[4-9]|[1-9]\d)(?: ?x| times)(?: as (?:high|much|many)| the (?:usual|night|average|normal|load)))\b/i
const plans =
  /\bauto-?scal\w*|\belastic(?:ally|ity)?\b|\bscal\w+ (?:out|up|in|down|on|with|by|automatically|to)\b|\bhpa\b|\bkeda\b|\bserverless\b|\b(?:sized|provisioned|dimensioned) for (?:the )?peaks?\b|\bover-?provision\w*|\bscheduled scaling\b|\bheadroom\b|\bspot\b/i

/** Compute that answers people, with a stated number of instances of its own. */
function fixedCompute(context: CheckContext): readonly DesignNode[] {
  return nodesWith(context, 'compute').filter((node) => {
    if (isInBackground(context, node.id) || isRunByOthers(context, node)) return false
    return instancesOf(node) > 1 && !isElastic(node)
  })
}

function isAnyElastic(context: CheckContext): boolean {
  return nodesWith(context, 'compute').some(isElastic)
}

function isElastic({ properties }: DesignNode): boolean {
  const { autoscaleMin, autoscaleMax, autoscaleMetric } = properties
  return autoscaleMin !== undefined || autoscaleMax !== undefined || autoscaleMetric !== undefined
}
