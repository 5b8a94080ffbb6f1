import type { SectionId } from '#shared/design/answers.ts'
import { defineRule, type CheckContext } from '../define-rule.ts'
import { isSaidInAnswers, isSaidInDrawing } from '../said.ts'
import { answerSubject } from '../subject.ts'

export default defineRule({
  id: 'obs-slo-missing',
  title: 'A target that nobody measures',
  category: 'observability',
  why: 'A promise about availability or latency is a wish until somebody measures it and is called when it slips.',
  fix: 'Define what is measured for each promise, set an objective a little stricter than the promise, and raise an alert on it.',
  question: 'Who is told, and when, that the target will be missed this month?',
  examples: {
    bad: [
      `---
availabilityTarget: 99.9%
latencyTarget: p99 under 200 ms
---
\`\`\`mermaid
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Search service x3] --> db[(PostgreSQL + standby)]
\`\`\`
## Operations
- Logs are kept for thirty days; releases every week.`,
      `---
availabilityTarget: 99.95%
---
\`\`\`mermaid
flowchart LR
  app[Mobile app] --> gw[API gateway x2] --> api[Booking service x3] --> db[(Aurora)]
\`\`\`
## Operations
- Grafana shows everything; no alerts yet.`,
    ],
    good: [
      `---
availabilityTarget: 99.9%
---
\`\`\`mermaid
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Search service x3] --> db[(PostgreSQL + standby)]
\`\`\`
## Operations
- SLO of 99.95 % good answers over 30 days; the pager rings at twice the burn rate.`,
      `---
latencyTarget: p99 under 200 ms
---
\`\`\`mermaid
flowchart LR
  web[Browser] --> api[Search service] --> db[(PostgreSQL)]
\`\`\`
## Operations
- Alerts on p99 over 250 ms and on errors over 1 %.`,
      `---
availabilityTarget: 99.9%
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Search service x3] --> db[(PostgreSQL + standby)]`,
      `\`\`\`mermaid
flowchart LR
  web[Browser] --> api[Search service] --> db[(PostgreSQL)]
\`\`\`
## Operations
- Logs are kept for thirty days.`,
    ],
  },
  appliesTo: (context) => isAsked(context) && targetsOf(context).length > 0,
  check(context) {
    const isAlerting = ({ id }: { id: string }) => context.kindOf(id).id === 'alerting'
    if (context.design.graph.nodes.some(isAlerting)) return []
    if (isSaidInDrawing(context, words) || isSaidInAnswers(context, words, sections)) return []
    const targets = targetsOf(context)
    return [
      {
        subject: [answerSubject('operations', 'objectives')],
        severity: 'suggestion',
        message: `Nobody is alerted when the target for ${targets.join(' and ')} slips.`,
        evidence: { targets },
      },
    ]
  },
})

const words =
  /\b(?:slos?|slis?|service[-\s]level|error budgets?|burn[-\s]rates?|alerts?|alerting|alerted|alarms?|pagers?|paged|pages? (?:on-call|somebody|someone|us|the)|(?:we|they) page|paging|pagerduty|opsgenie|on[-\s]call (?:is|gets|hears)|(?:we|somebody|someone|team|engineer) (?:are|is|gets?) (?:called|woken|rung|told|paged|alerted)|uptime (?:checks?|monitor\w*))\b/i
const sections: readonly SectionId[] = [
  'non-functional-requirements',
  'operations',
  'failures',
  'decisions',
  'trade-offs',
]

/** Operations are the last step of a practice run: who has not come so far is not asked. */
function isAsked({ design }: CheckContext): boolean {
  return design.answers.sections.some(({ id }) => id === 'operations' || id === 'failures')
}

function targetsOf({ design }: CheckContext): readonly string[] {
  const { availabilityTarget, latencyMs } = design.scale
  const hasLatency = latencyMs !== undefined && Object.values(latencyMs).some((ms) => ms > 0)
  return [
    ...(availabilityTarget === undefined ? [] : ['availability']),
    ...(hasLatency ? ['latency'] : []),
  ]
}
