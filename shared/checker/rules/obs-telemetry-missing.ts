import type { SectionId } from '#shared/design/answers.ts'
import { exposureOf, isDue, isNearlyWhole } from '../exposure.ts'
import { defineRule, type CheckContext, type Severity } from '../define-rule.ts'
import { namesOf, nodesWith, sentence } from '../parts.ts'
import { isSaidInAnswers, isSaidInDrawing } from '../said.ts'
import { isAtLeast } from '../scale.ts'
import { answerSubject } from '../subject.ts'

export default defineRule({
  id: 'obs-telemetry-missing',
  title: 'Nothing watches the system',
  category: 'observability',
  why: 'A problem that nobody measures can be neither seen nor shown to be solved.',
  fix: 'Measure rate, errors and duration of every service and the use of every resource, and keep structured logs, before it carries traffic.',
  question: 'How do you learn that something is slow before people complain?',
  examples: {
    bad: [
      `---
publicFacing: true
peakQps: 4000
availabilityTarget: 99.9%
---
\`\`\`mermaid
flowchart LR
  app[Mobile app] --> gw[API gateway x2] --> feed[Feed service x6] --> db[(PostgreSQL + standby)]
\`\`\`
## Operations
- Rolling releases, one instance at a time.`,
      `---
publicFacing: true
peakQps: 200
---
flowchart LR
  web[Browser] --> api[Recipe service] --> db[(MySQL)]`,
    ],
    good: [
      `---
publicFacing: true
peakQps: 4000
availabilityTarget: 99.9%
---
\`\`\`mermaid
flowchart LR
  app[Mobile app] -->|OAuth, quotas| gw[API gateway x2] --> feed[Feed service x6] --> db[(PostgreSQL + standby)]
  feed -.->|metrics| prom[Prometheus]
\`\`\`
## Operations
- Rolling releases, one instance at a time.`,
      `---
peakQps: 200
---
\`\`\`mermaid
flowchart LR
  web[Browser] --> api[Recipe service] --> db[(MySQL)]
\`\`\`
## Operations
- Request rate, errors and p99 in CloudWatch; quotas for each user.`,
      `flowchart LR
  web[Browser] --> api[Recipe service] --> db[(MySQL)]`,
    ],
  },
  appliesTo: (context) =>
    (isDue(context, 'operations') || exposureOf(context) === 'public') &&
    nodesWith(context, 'compute').length > 0,
  check(context) {
    if (isWatched(context)) return []
    const nodes = nodesWith(context, 'compute').map((node) => node.id)
    const isBare = !isDue(context, 'operations')
    return [
      {
        subject: isBare ? nodes : [answerSubject('operations', 'telemetry')],
        severity: isBare ? 'suggestion' : severityOf(context),
        message: sentence(
          `Nothing measures or logs what ${namesOf(context, nodes)} ${nodes.length > 1 ? 'do' : 'does'}.`,
        ),
        evidence: { watched: false },
        nodes,
        answers: isBare ? [] : ['operations'],
      },
    ]
  },
})

const watching: ReadonlySet<string> = new Set([
  'metrics',
  'logging',
  'tracing',
  'apm',
  'dashboard',
  'alerting',
])
const words =
  /\b(?:metrics?|monitor\w*|logs|logging|(?:access|structured|central\w*|json|request|application) log\w*|observab\w*|telemetry|opentelemetry|otel|dashboards?|alerts?|alerting|alarms?|prometheus|grafana|datadog|new relic|cloudwatch|stackdriver|splunk|kibana|elk|loki|sentry|honeycomb|dynatrace|apm|tracing|traces|jaeger|zipkin|pager\w*|on-call|slis?|slos?|red metrics|golden signals|(?:error|hit|request) rates?|p9\d|operations suite|insights|zabbix|nagios|icinga|checkmk|graphite|statsd|netdata|uptimerobot|pingdom|rollbar|bugsnag|appsignal|instrumented|(?:we|somebody|someone|team|engineer|on[-\s]call) (?:are|is|gets?) (?:called|woken|rung|told|paged|alerted)|uptime|watch(?:es|dog)? (?:calls|rings|tells|wakes|pages)|(?:calls?|rings?|wakes?|pages?|tells?) (?:the |an? )?(?:engineer|operator|on[-\s]call|team|admin\w*)|counts? (?:every |all )?(?:calls|requests|errors|failures)|(?:calls|requests|errors|failures) (?:are|is) counted|time[sd]? (?:taken|every)|watchdog|(?:synthetic|health) probes?|health dashboards?)\b/i
const sections: readonly SectionId[] = [
  'operations',
  'failures',
  'decisions',
  'trade-offs',
  'security',
]

function isWatched(context: CheckContext): boolean {
  const { nodes, edges } = context.design.graph
  if (nodes.some((node) => watching.has(context.kindOf(node.id).id))) return true
  if (edges.some((edge) => edge.type === 'observability')) return true
  return isSaidInDrawing(context, words) || isSaidInAnswers(context, words, sections)
}

/** What is drawn alone, or written about one thing only, is asked softly. */
function severityOf(context: CheckContext): Severity {
  const { availabilityTarget = 0, publicFacing = false } = context.design.scale
  const isDescribed = publicFacing || isNearlyWhole(context)
  const isOwed = isAtLeast(context.band, 'M') || availabilityTarget >= 99.9
  return isDescribed && isOwed ? 'warning' : 'suggestion'
}
