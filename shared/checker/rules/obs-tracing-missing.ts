import { edgesFrom } from '#shared/design/graph.ts'
import { defineRule, type CheckContext } from '../define-rule.ts'
import { carriesWork, isInBackground, namesOf, sentence } from '../parts.ts'
import { isSaidInAnswers, isSaidInDrawing } from '../said.ts'

export default defineRule({
  id: 'obs-tracing-missing',
  title: 'A request cannot be followed through its services',
  category: 'observability',
  why: 'When an answer is slow, nobody can tell which of the services on its way took the time.',
  fix: 'Send a trace id along with every call, keep a sample of the traces, and keep all of those with an error.',
  question: 'One call in a hundred takes four seconds: how do you find the hop that waits?',
  examples: {
    bad: [
      `flowchart LR
  web[Browser] --> gw[API gateway] --> order[Order service]
  order -->|gRPC| stock[Stock service] & price[Price service]
  order --> pay[Payment service] --> db[(PostgreSQL)]`,
      `\`\`\`mermaid
flowchart LR
  app[Rider app]:::mobile-client --> gw[API gateway] --> trip[Trip service] --> match[Matching service]
  match --> geo[Location service] --> eta[Arrival time service] --> db[(Cassandra)]
\`\`\`
## Operations
- Metrics and logs of every service; no tracing yet.`,
    ],
    good: [
      `flowchart LR
  web[Browser] --> gw[API gateway] --> order[Order service]
  order --> stock[Stock service] & price[Price service]
  order --> pay[Payment service] --> db[(PostgreSQL)]
  order -.->|traces| jaeger[Jaeger]`,
      `\`\`\`mermaid
flowchart LR
  app[Rider app]:::mobile-client --> gw[API gateway] --> trip[Trip service] --> match[Matching service]
  match --> geo[Location service] --> eta[Arrival time service] --> db[(Cassandra)]
\`\`\`
## Operations
- A correlation id travels with each request and stands in every log line.`,
      `flowchart LR
  web[Browser] --> shop[Shop monolith] --> db[(PostgreSQL)]
  shop --> stripe[Stripe]
  shop --> mail[SendGrid]`,
      `flowchart LR
  web[Browser] --> gw[API gateway]
  gw --> a[User service]
  gw --> b[Catalogue service]
  gw --> c[Review service]
  gw --> d[Offer service]`,
    ],
  },
  check(context) {
    const services = longestFlow(context)
    if (services.length < 4 || isTraced(context)) return []
    return [
      {
        subject: services,
        severity: 'suggestion',
        message: sentence(`A request runs through ${namesOf(context, services)} without a trace.`),
        evidence: { services: services.length },
      },
    ]
  },
})

const kinds: ReadonlySet<string> = new Set([
  'service',
  'serverless-function',
  'bff',
  'orchestrator',
])
const traced =
  /\b(?:trac(?:e|es|ed|ing|er)|traceparent|jaeger|zipkin|tempo|x-?ray|opentelemetry|otel|open ?tracing|datadog|dynatrace|new relic|honeycomb|lightstep|apm|(?:correlation|request|trace)[-\s]?ids?|istio|linkerd|service mesh)\b/i

function isTraced(context: CheckContext): boolean {
  const isTracer = ({ id }: { id: string }) =>
    ['tracing', 'apm', 'service-mesh'].includes(context.kindOf(id).id)
  if (context.design.graph.nodes.some(isTracer)) return true
  return isSaidInDrawing(context, traced) || isSaidInAnswers(context, traced)
}

/** The services of the flow with the most of them: of those that were declared, else of those that are drawn. */
function longestFlow(context: CheckContext): readonly string[] {
  const declared = context.design.answers.flows.map(({ nodeIds }) =>
    [...new Set(nodeIds)].filter((id) => isService(context, id)),
  )
  const flows = declared.some((ids) => ids.length > 0) ? declared : drawnFlows(context)
  return flows.reduce((best, ids) => (ids.length > best.length ? ids : best), [])
}

/** What each service waits for, itself included. Enough of them settle the question, so it stays linear. */
function drawnFlows(context: CheckContext): readonly (readonly string[])[] {
  const services = context.design.graph.nodes
    .map(({ id }) => id)
    .filter((id) => isService(context, id))
  const flows: (readonly string[])[] = []
  for (const id of services) {
    const called = calledFrom(context, id)
    flows.push(called)
    if (called.length >= 4) break
  }
  return flows
}

const enough = 8

function calledFrom(context: CheckContext, start: string): readonly string[] {
  const seen = new Set<string>()
  const waiting = [start]
  for (let id = waiting.pop(); id !== undefined && seen.size < enough; id = waiting.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    for (const edge of edgesFrom(context.index, id)) {
      const isCall = edge.type === 'sync' && carriesWork(context, edge)
      if (isCall && isService(context, edge.to)) waiting.push(edge.to)
    }
  }
  return [...seen]
}

function isService(context: CheckContext, id: string): boolean {
  return kinds.has(context.kindOf(id).id) && !isInBackground(context, id)
}
