import type { DesignNode } from '#shared/design/design.ts'
import { edgesTo } from '#shared/design/graph.ts'
import { defineRule, type CheckContext } from '../define-rule.ts'
import { namesOf, sentence, waits, wordsOn } from '../parts.ts'
import { isSaidInAnswers, isSaidNear, sayingsOf } from '../said.ts'
import { hasAnswers, isPromised } from '../truth-stores.ts'

export default defineRule({
  id: 'rel-degradation-plan',
  title: 'Optional parts have no plan for their failure',
  category: 'reliability',
  why: 'Without a plan, a part that users could do without takes the rest down with it.',
  fix: 'Serve stale or simpler results, put the work into a queue, or switch the feature off.',
  question: 'Recommendations are down for an hour. What does the page show?',
  examples: {
    bad: [
      `---
availabilityTarget: 99.9%
---
## Failures
- PostgreSQL goes down: ordering stops; detected by health checks; standby takes over in 30 s

\`\`\`mermaid
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> shop[Shop x4] --> db[(PostgreSQL + standby)]
  shop --> es[Elasticsearch x3]
  shop --> rec[Recommendation service x2]
  db -->|CDC| es
\`\`\``,
      `---
availabilityTarget: 99.95%
---
## Functional requirements
- FR1 (must): Drivers see the weather on their route.

\`\`\`mermaid
flowchart LR
  app[Mobile app] --> gw[API gateway x2] --> api[Route service x4] --> db[(PostgreSQL + standby)]
  api --> cache[Redis cache]
  api --> weather[Weather provider]:::external-service
\`\`\``,
    ],
    good: [
      `---
availabilityTarget: 99.9%
---
## Failures
- Elasticsearch fails: search falls back to browsing by category
- Recommendation service fails: the page leaves the box out

\`\`\`mermaid
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> shop[Shop x4] --> db[(PostgreSQL + standby)]
  shop --> es[Elasticsearch x3]
  shop --> rec[Recommendation service x2]
  db -->|CDC| es
\`\`\``,
      `---
availabilityTarget: 99%
---
## Functional requirements
- FR1 (must): Drivers see the weather on their route.

\`\`\`mermaid
flowchart LR
  app[Mobile app] --> api[Route service] --> weather[Weather provider]:::external-service
\`\`\``,
      `---
availabilityTarget: 99.95%
---
## Trade-offs
- Every optional feature degrades: it is switched off by a flag and the rest goes on.

\`\`\`mermaid
flowchart LR
  app[Mobile app] --> gw[API gateway x2] --> api[Route service x4] --> db[(PostgreSQL + standby)]
  api -->|timeout 1 s| weather[Weather provider]:::external-service
\`\`\``,
    ],
  },
  appliesTo: (context) =>
    hasAnswers(context) && isPromised(context) && optionalParts(context).length > 0,
  check(context) {
    if (isSaidInAnswers(context, plan)) return []
    const bare = optionalParts(context).filter((node) => !hasPlan(context, node))
    if (bare.length === 0) return []
    const ids = bare.map((node) => node.id)
    return [
      {
        subject: ids.toSorted(),
        severity: 'suggestion' as const,
        message: sentence(
          `${namesOf(context, ids)} ${ids.length > 1 ? 'are' : 'is'} waited for, and nothing says how the rest goes on without ${ids.length > 1 ? 'them' : 'it'}.`,
        ),
        evidence: { parts: ids.toSorted() },
      },
    ]
  },
})

const optionalKinds: ReadonlySet<string> = new Set([
  'cache',
  'search-index',
  'ml-serving',
  'external-service',
  'vector-db',
  'feature-store',
])
const optionalNames =
  /\b(?:recommend\w*|personali[sz]\w*|search|suggest\w*|mail\w*|e-?mail\w*|sms|notif\w*|weather|maps?|ads?|analytics|reviews?|ratings?|related|trending|avatars?)\b/i
/** Parts of the transaction itself, and counters that a limiter cannot do without. */
const core =
  /\b(?:pay\w*|stripe|paypal|adyen|bank\w*|card\w*|auth\w*|identity|login|sso|ledger|stock|inventory|sessions?|locks?|rate|quota|counters?|presence|tax|kyc)\b/i
const plan =
  /\b(?:degrad\w*|fall-?backs?|falls? back|feature flags?|switched off|turned off|kill switch|read[-\s]only mode|stale|simplified|bulkheads?)\b/i

function optionalParts(context: CheckContext): readonly DesignNode[] {
  return context.design.graph.nodes.filter((node) => {
    if (core.test(wordsOn(node))) return false
    const isOptional = optionalKinds.has(context.kindOf(node.id).id)
    const isNamed = context.kindOf(node.id).id === 'service' && optionalNames.test(node.label)
    if (!isOptional && !isNamed) return false
    return edgesTo(context.index, node.id).some(
      (edge) => waits(context, edge) && context.kindOf(edge.from).traits.includes('compute'),
    )
  })
}

/** "Recommendations away: the box stays empty" names it by what it does. */
function isNamedInFailures(context: CheckContext, { label }: DesignNode): boolean {
  const [first = ''] = label.toLowerCase().match(/[a-z]{5,}/g) ?? []
  if (first === '') return false
  const stem = first.slice(0, Math.max(5, first.length - 3))
  return context.design.answers.failures.some(({ what, text }) =>
    `${what} ${text}`.toLowerCase().includes(stem),
  )
}

/** A failure that names it has an answer to this; so has a word on the drawing. */
function hasPlan(context: CheckContext, node: DesignNode): boolean {
  if (isNamedInFailures(context, node)) return true
  if (node.properties['fallback'] !== undefined || isSaidNear(context, node.id, plan)) return true
  return sayingsOf(context).some(
    ({ section, text, nodeIds }) =>
      nodeIds.includes(node.id) && (section === 'failures' || without.test(text)),
  )
}

/** "Without Redis reads fall back to PostgreSQL" denies nothing. */
const without =
  /\b(?:without|when|if|while)\b[^.;]*\b(?:falls? back|degrad\w*|goes? on|slower|served?|shows?|hidden|left out|skip\w*|queued?)\b/i
