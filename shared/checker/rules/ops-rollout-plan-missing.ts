import { isSaidSomewhere, isWhole } from '../answered.ts'
import { defineRule, type CheckContext } from '../define-rule.ts'
import { closingSections, exampleDocument } from '../example-document.ts'
import { answerSubject } from '../subject.ts'

export default defineRule({
  id: 'ops-rollout-plan-missing',
  title: 'It is open how a change goes live',
  category: 'operations',
  why: 'Most outages come from changes, so a promise of availability is kept by the way that they are released.',
  fix: 'Say how a release is rolled out (rolling, blue-green, canary), how it is taken back, and how the schema changes.',
  question: 'A release turns out to be broken at noon: who notices, and what happens next?',
  examples: {
    bad: [
      exampleDocument({
        operations: `- Metrics, logs and dashboards per service, alerts on p99 and error rate against the SLO.
- Nightly backups kept in another region, restores tested every quarter.`,
      }),
      `---
availabilityTarget: 99.95%
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Shop service x4] --> db[(PostgreSQL + standby)]

## Functional requirements
- Customers order.
- Customers browse.
- Staff change prices.
## Operations
- Logs go to one place.
${closingSections}`,
    ],
    good: [
      exampleDocument({}),
      exampleDocument({
        operations: `- Blue-green by the load balancer, old version kept for an hour; metrics, logs, alerts against the SLO.
- Nightly backups kept in another region, restores tested every quarter.`,
      }),
      exampleDocument({
        facts: { availabilityTarget: '99%' },
        operations: `- Metrics, logs and dashboards per service, alerts on p99 and error rate against the SLO.
- Nightly backups kept in another region, restores tested every quarter.`,
      }),
      `---
availabilityTarget: 99.9%
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Shop service x4] --> db[(PostgreSQL + standby)]`,
    ],
  },
  appliesTo: (context) => isWhole(context) && isHighTarget(context),
  check(context) {
    const { graph, scale } = context.design
    const isDelivered = graph.nodes.some(({ id }) =>
      ['ci-cd', 'feature-flags'].includes(context.kindOf(id).id),
    )
    if (isDelivered || isSaidSomewhere(context, rollout)) return []
    return [
      {
        subject: [answerSubject('operations', 'rollout')],
        severity: 'suggestion',
        message: `${scale.availabilityTarget}% is promised, and nothing says how a release is rolled out or taken back.`,
        evidence: { target: scale.availabilityTarget },
      },
    ]
  },
})

const rollout =
  /\b(?:canar(?:y|ies)|blue[-/ ]?green|rolling|roll(?:ed|s)? ?(?:out|back)|rollouts?|rollbacks?|deploy\w*|releases?|feature flags?|ci\/?cd|continuous (?:delivery|deployment)|argo ?cd|spinnaker|helm|migrations?|expand[- ]and[- ]contract|staged|progressive|revert\w*|put back|(?:goes|swapped|switched|taken?|step) back|slots? (?:are )?swap\w*|swap(?:ped|s)? (?:slots?|back)|new version|one (?:instance|server|node|zone) (?:at a time|after)|\d+ ?% of (?:the )?(?:traffic|users|requests)|instance by instance|zone by zone)\b/i

function isHighTarget({ design }: CheckContext): boolean {
  return (design.scale.availabilityTarget ?? 0) >= 99.9
}
