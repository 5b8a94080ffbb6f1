import type { DesignEdge, PropertyValue } from '#shared/design/design.ts'
import { edgesTo } from '#shared/design/graph.ts'
import { defineRule, type CheckContext, type Observation, type Severity } from '../define-rule.ts'
import { isInBackground, nameOf, namesOf, plays, sentence, waits } from '../parts.ts'
import { soundsForeign } from '../redundancy.ts'
import { isSaidAnywhere, isSaidInAnswers, isSaidNear, sayingsAbout } from '../said.ts'
import { isAtLeast } from '../scale.ts'
import { hasAnswers, isPromised } from '../truth-stores.ts'

export default defineRule({
  id: 'rel-unguarded-call',
  title: 'A slow dependency can hold its callers',
  category: 'reliability',
  why: 'A call without a limit waits as long as the other side likes, and holds a thread of every caller in front of it.',
  fix: 'Set a timeout below the caller’s own, retry a few times at most, and open a circuit breaker to a fallback.',
  question:
    'The other side answers after 30 seconds instead of 30 milliseconds. What do your users see?',
  examples: {
    bad: [
      `---
peakQps: 2,000
availabilityTarget: 99.9%
---
## Functional requirements
- FR1 (must): Customers pay by card.

## Operations
- Dashboards per service and alerts on errors.

\`\`\`mermaid
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Order service x4] --> stripe[Stripe]
  api --> db[(PostgreSQL + standby)]
\`\`\``,
      `---
peakQps: 400
---
flowchart LR
  web[Browser] --> orders[Order service] --> stock[Inventory service] --> pay[Payment service]
  pay --> mail[Mail service]`,
      `flowchart LR
  app[Mobile app] --> api[Trip service] --> maps[Google Maps]:::external-service`,
    ],
    good: [
      `---
peakQps: 2,000
availabilityTarget: 99.9%
---
## Failures
- Stripe is slow or down: orders stay pending; detected by error rate; the circuit breaker opens and a worker charges later

\`\`\`mermaid
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Order service x4] --> stripe[Stripe]
  api --> db[(PostgreSQL + standby)]
\`\`\``,
      `flowchart LR
  web[Browser] --> api[Order service] -->|HTTPS, timeout 2 s, breaker| tax[Tax provider]:::external-service`,
      `flowchart LR
  web[Browser] --> orders[Order service] -->|gRPC| stock[Inventory service] -->|gRPC| price[Price service]
  mesh[Istio service mesh]`,
      `flowchart LR
  web[Browser] --> api[Order service] --> q[Queue with DLQ] --> w[Mail worker] --> sg[SendGrid]`,
    ],
  },
  appliesTo: (context) => callsOf(context).length > 0,
  check(context) {
    if (isSaidAnywhere(context, mesh)) return []
    const calls = callsOf(context).filter((edge) => !isGuarded(context, edge))
    const inside = calls.filter((edge) => !isOutside(context, edge))
    const outside = new Set(calls.filter((edge) => isOutside(context, edge)).map(({ to }) => to))
    const found = [...outside].map((id) =>
      outsideCall(
        context,
        id,
        calls.filter((edge) => edge.to === id),
      ),
    )
    return inside.length === 0 ? found : [...found, insideCalls(context, inside)]
  },
})

const mesh = /\b(?:service mesh|istio|linkerd|consul connect|app mesh|cilium mesh|kuma)\b/i
const limits =
  /\b(?:time-?outs?|timed? out|deadlines?|(?:circuit[-\s]?)?breakers?|hystrix|resilience4j|polly|circuits? (?:opens?|closes?|is open)|opens? (?:the |a )?circuit|time[-\s]?limits?|limit of \d+ ?m?s|waits? (?:at most|no longer|up to|for at most)|(?:at most|no longer than|max\.?|up to) \d[\d.,]* ?(?:ms|s|sec\w*)|(?:after|within) \d[\d.,]* ?(?:ms|s|sec\w*) (?:we |it |the \w+ )?(?:gives?|stops?|aborts?|or|else|cancel\w*|hang\w*|fails?)|(?:gives?|giving) up|aborts?|fall-?backs?|falls? back|bulkheads?)\b/i
/** Words that mean a way out where they are said of the very component. */
const waysOut =
  /\b(?:degrad\w*|fail[-\s]?(?:fast|open|soft|over)|hedg\w*|back[-\s]?off|later|queued?|stale|cached|pending|second provider|skip(?:s|ped)?|hides?|hidden|optional|without it|instead|parked|gives? up|refus\w*|rejected?|message|error page|by hand|last known|unavailable)\b/i

/** Arrows on which somebody waits: to another company, and from one service to the next but one. */
function callsOf(context: CheckContext): readonly DesignEdge[] {
  // A sketch without a word about its load is often no network of services at all.
  const isKnown = hasAnswers(context) || context.band !== 'unknown'
  return context.design.graph.edges.filter((edge) => {
    if (!waits(context, edge) || !isCaller(context, edge.from)) return false
    return isOutside(context, edge) || (isKnown && isSecondHop(context, edge))
  })
}

function isCaller(context: CheckContext, id: string): boolean {
  return plays(context, id, 'compute') && !isInBackground(context, id)
}

function isOutside(context: CheckContext, edge: DesignEdge): boolean {
  const { id } = context.kindOf(edge.to)
  if (id === 'external-service') return true
  return id === 'service' && soundsForeign(context.index.nodes.get(edge.to)?.label ?? '')
}

/** A service that is itself called by a service calls another one. */
function isSecondHop(context: CheckContext, edge: DesignEdge): boolean {
  if (edge.from === edge.to || !isService(context, edge.from) || !isService(context, edge.to))
    return false
  return edgesTo(context.index, edge.from).some(
    (before) =>
      before.from !== edge.to &&
      before.from !== edge.from &&
      isService(context, before.from) &&
      waits(context, before),
  )
}

function isService(context: CheckContext, id: string): boolean {
  return isCaller(context, id) && !plays(context, id, 'entry')
}

const proofs = ['timeoutMs', 'circuitBreaker', 'fallback'] as const

function isGuarded(context: CheckContext, edge: DesignEdge): boolean {
  const nodes = [edge.from, edge.to].map((id) => context.index.nodes.get(id))
  const stated = [edge, ...nodes].some((part) =>
    proofs.some((id) => isStated(part?.properties[id])),
  )
  if (stated || isSaidInAnswers(context, limits)) return true
  if (isSaidNear(context, edge.to, limits) || isSaidNear(context, edge.from, limits)) return true
  return sayingsAbout(context, waysOut).some(({ nodeIds }) => nodeIds.includes(edge.to))
}

function isStated(value: PropertyValue | undefined): boolean {
  return value !== undefined && value !== false && value !== 'none'
}

function outsideCall(context: CheckContext, id: string, edges: readonly DesignEdge[]): Observation {
  const callers = [...new Set(edges.map((edge) => edge.from))]
  return {
    subject: [id],
    severity: severityOf(context),
    message: sentence(
      `${namesOf(context, callers)} ${callers.length > 1 ? 'wait' : 'waits'} for ${nameOf(context, id)}, and nothing says for how long or what happens then.`,
    ),
    evidence: { callers: callers.toSorted(), isPromised: isPromised(context) },
    nodes: [id, ...callers],
    edges: edges.map((edge) => edge.id),
  }
}

/** One finding for all of them, since one policy of timeouts settles it. */
function insideCalls(context: CheckContext, edges: readonly DesignEdge[]): Observation {
  const callees = [...new Set(edges.map((edge) => edge.to))]
  const callers = edges.map((edge) => edge.from)
  return {
    subject: callees.toSorted(),
    severity: severityOf(context),
    message: sentence(
      `${namesOf(context, callees)} ${callees.length > 1 ? 'are' : 'is'} called by services that are waited for themselves, and nothing says for how long.`,
    ),
    evidence: { calls: edges.map(({ from, to }) => `${from} > ${to}`).toSorted() },
    nodes: [...new Set([...callees, ...callers])],
    edges: edges.map((edge) => edge.id),
  }
}

/** Few people write timeouts on a sketch; a document that speaks of operation is asked for them. */
function severityOf(context: CheckContext): Severity {
  if (!hasAnswers(context)) return 'suggestion'
  return isPromised(context) || isAtLeast(context.band, 'S') ? 'warning' : 'suggestion'
}
