import type { DesignEdge } from '#shared/design/design.ts'
import { defineRule, type CheckContext } from '../define-rule.ts'
import { longestChain } from '../longest-chain.ts'
import { mayRun, namesOf, nodesWith, plays, sentence, waits } from '../parts.ts'

/** More services than this in one synchronous flow are worth a word (knowledge E.5). */
const most = 4

export default defineRule({
  id: 'hl-deep-sync-chain',
  title: 'A request waits for a long chain of services',
  category: 'high-level',
  why: 'Delays along the chain add up, and their availabilities multiply: five at 99.9% give 99.5%.',
  fix: 'Merge services, call them in parallel, or move later steps behind a queue.',
  question: 'How long does the slowest one per cent of these requests take, end to end?',
  examples: {
    bad: [
      `flowchart LR
        web[Browser] --> gw[API gateway] --> orders[Order service] --> cart[Cart service]
        cart --> price[Price service] --> tax[Tax service] --> rates[Rate service] --> db[(PostgreSQL)]`,
      `flowchart LR
        app[Mobile app] --> a[Feed service] --> b[Post service] --> c[Media service]
        c --> d[User service] --> e[Profile service]`,
    ],
    good: [
      `flowchart LR
        web[Browser] --> gw[API gateway] --> orders[Order service] --> cart[Cart service]
        cart --> price[Price service] --> db[(PostgreSQL)]`,
      `flowchart LR
        web[Browser] --> api[Order service]
        api --> cart[Cart service] & price[Price service] & tax[Tax service] & mail[Mail service]`,
      `flowchart LR
        web[Browser] --> a[Order service] --> b[Payment service] --> c[Ledger service]
        c --> q[Queue] --> d[Mail worker] --> e[Template service] --> f[Audit service]`,
    ],
  },
  appliesTo: (context) => nodesWith(context, 'client').length > 0,
  check(context) {
    const chain = longestChain(context.index, {
      starts: nodesWith(context, 'client').map((node) => node.id),
      follow: (edge: DesignEdge) => isFollowed(context, edge),
      counts: (id) => isService(context, id),
    })
    const services = chain.filter((id) => isService(context, id))
    if (services.length <= most) return []
    return [
      {
        subject: services.toSorted(),
        severity: 'warning' as const,
        message: sentence(
          `${namesOf(context, chain.slice(0, 1))} waits for ${services.length} services one after another: ${namesOf(context, services)}.`,
        ),
        evidence: { services },
        nodes: chain,
        edges: edgesAlong(context, chain),
      },
    ]
  },
})

/** Compute that is not a way in. */
function isService(context: CheckContext, id: string): boolean {
  return mayRun(context, id) && !plays(context, id, 'entry')
}

/** A store answers and calls nobody; an arrow to a client is an answer as well. */
function isFollowed(context: CheckContext, edge: DesignEdge): boolean {
  if (plays(context, edge.from, 'store') || plays(context, edge.to, 'client')) return false
  return waits(context, edge)
}

function edgesAlong(context: CheckContext, chain: readonly string[]): readonly string[] {
  const next = new Map(chain.map((id, i) => [id, chain[i + 1]]))
  const { edges } = context.design.graph
  return edges.filter((edge) => next.get(edge.from) === edge.to).map((edge) => edge.id)
}
