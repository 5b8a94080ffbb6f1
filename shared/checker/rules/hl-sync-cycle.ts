import type { DesignEdge } from '#shared/design/design.ts'
import { cyclesOf, edgesFrom } from '#shared/design/graph.ts'
import { isAnswered } from '../answered.ts'
import { defineRule, type CheckContext } from '../define-rule.ts'
import { mayRun, namesOf, sentence, waits, wordsOf } from '../parts.ts'

export default defineRule({
  id: 'hl-sync-cycle',
  title: 'Services wait for each other in a circle',
  category: 'high-level',
  why: 'Each waits for the next, so they run out of threads together and fail together.',
  fix: 'Break the circle with an event, or merge the services that cannot do without each other.',
  question: 'What happens to the others when one of these answers slowly?',
  examples: {
    bad: [
      `flowchart LR
        web[Browser] --> orders[Order service] --> stock[Stock service]
        stock --> price[Price service] --> orders`,
      `flowchart LR
        web[Browser] --> orders[Order service]
        orders -->|gRPC reserve| stock[Stock service]
        stock -->|gRPC read order| orders`,
    ],
    good: [
      `flowchart LR
        web[Browser] --> orders[Order service] -->|gRPC| stock[Stock service]
        stock -->|publishes events| orders`,
      `flowchart LR
        web[Browser] --> orders[Order service] --> pay[Payment service]
        pay -->|webhook| orders`,
      `flowchart LR
        web[Browser] --> orders[Order service] -->|reserve| stock[Stock service]
        stock -->|response| orders`,
      `flowchart LR
        web[Browser] --> a[Order service] --> db[(PostgreSQL)]
        a --> q[Queue] --> w[Mail worker] --> a`,
    ],
  },
  appliesTo: ({ design }) => design.graph.edges.length > 1,
  check(context) {
    const follow = (edge: DesignEdge) => isCall(context, edge)
    return cyclesOf(context.index, follow)
      .filter((cycle) => cycle.length > 1)
      .map((cycle) => {
        const edges = edgesWithin(context, cycle).filter(follow)
        return {
          subject: cycle.toSorted(),
          severity:
            isMaybeAnswer(edges) || isLoose(context, edges)
              ? ('suggestion' as const)
              : ('error' as const),
          message: messageOf(context, cycle, edges),
          evidence: { calls: edges.map(({ from, to }) => `${from} > ${to}`).toSorted() },
          nodes: cycle,
          edges: edges.map((edge) => edge.id),
        }
      })
  },
})

const answers =
  /\b(?:responses?|repl(?:y|ies)|returns?|results?|answers?|ack\w*|callbacks?|webhooks?|ok|200|push)\b/i

function isCall(context: CheckContext, edge: DesignEdge): boolean {
  if (!waits(context, edge) || answers.test(wordsOf(edge))) return false
  if (mayRun(context, edge.from) && mayRun(context, edge.to)) return true
  return calls.test(wordsOf(edge)) && isUnknown(context, edge.from, edge.to)
}

const calls = /\b(?:sync\w*|rest|grpc|https?|rpc|graphql|soap)\b/i

/** A box without a kind that is called over such an arrow is a service of some sort. */
function isUnknown(context: CheckContext, ...ids: readonly string[]): boolean {
  return ids.every((id) => {
    const { traits } = context.kindOf(id)
    return traits.length === 0 || traits.includes('compute')
  })
}

function edgesWithin(context: CheckContext, cycle: readonly string[]): readonly DesignEdge[] {
  const members = new Set(cycle)
  return cycle.flatMap((id) => edgesFrom(context.index, id).filter((edge) => members.has(edge.to)))
}

/** Many people draw the answer to a call as a second arrow. */
function isMaybeAnswer(edges: readonly DesignEdge[]): boolean {
  return edges.length === 2 && edges.some((edge) => wordsOf(edge).trim() === '')
}

/** In a sketch of modules, a wide circle without a word on its arrows says little about who waits. */
function isLoose(context: CheckContext, edges: readonly DesignEdge[]): boolean {
  const isSketch = !isAnswered(context) && context.band === 'unknown'
  return isSketch && edges.length > 3 && !edges.some((edge) => calls.test(wordsOf(edge)))
}

function messageOf(
  context: CheckContext,
  cycle: readonly string[],
  edges: readonly DesignEdge[],
): string {
  const names = sentence(namesOf(context, cycle))
  if (!isMaybeAnswer(edges)) return `${names} call each other synchronously in a circle.`
  return `${names} call each other. If one arrow is only the answer, one arrow is enough.`
}
