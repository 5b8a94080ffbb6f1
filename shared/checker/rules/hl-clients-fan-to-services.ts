import { edgesFrom } from '#shared/design/graph.ts'
import { defineRule, type CheckContext } from '../define-rule.ts'
import { mayRun, nameOf, namesOf, nodesWith, sentence, waits } from '../parts.ts'

export default defineRule({
  id: 'hl-clients-fan-to-services',
  title: 'A client calls many services',
  category: 'high-level',
  why: 'The client then knows the whole topology, and each service repeats authentication and limits.',
  fix: 'Consider one way in: an API gateway, or a back end for this kind of client.',
  question: 'What has to change in the app when one of these services is split in two?',
  examples: {
    bad: [
      `flowchart LR
        app[Mobile app] --> orders[Order service]
        app --> users[User service]
        app --> catalog[Catalog service]`,
      `flowchart LR
        web[Browser] --> cdn[CDN]
        web --> feed[Feed service] & posts[Post service] & likes[Like service] & mail[Mail service]`,
    ],
    good: [
      `flowchart LR
        app[Mobile app] --> gw[API gateway] --> orders[Order service]
        gw --> users[User service]
        gw --> catalog[Catalog service]`,
      `flowchart LR
        web[Browser] --> cdn[CDN]
        web --> api[Chat service]
        web -->|WebSocket| ws[WebSocket gateway]
        web --> auth[Auth service]`,
      `flowchart LR
        web[Browser] --> read[Read service]
        web --> write[Write service]`,
    ],
  },
  appliesTo: (context) => nodesWith(context, 'client').length > 0,
  check(context) {
    return nodesWith(context, 'client').flatMap(({ id }) => {
      const services = servicesCalledBy(context, id)
      if (services.length < 3) return []
      return [
        {
          subject: [id],
          severity: 'suggestion' as const,
          message: sentence(
            `${nameOf(context, id)} calls ${services.length} services directly: ${namesOf(context, services)}.`,
          ),
          evidence: { services: [...services].sort() },
          nodes: [id, ...services],
        },
      ]
    })
  },
})

const doors: ReadonlySet<string> = new Set(['websocket-gateway', 'sse-endpoint', 'auth-service'])
const signIn = /\b(?:auth\w*|identity|sign[-\s]?in|log[-\s]?in|sso|oauth|oidc|websocket)\b/i

/** Ids, one for each name: three boxes called "API 1" to "API 3" are one service drawn three times. */
function servicesCalledBy(context: CheckContext, client: string): readonly string[] {
  const byName = new Map<string, string>()
  for (const edge of edgesFrom(context.index, client)) {
    const label = context.index.nodes.get(edge.to)?.label ?? ''
    const isDoor = doors.has(context.kindOf(edge.to).id) || signIn.test(label)
    if (isDoor || !mayRun(context, edge.to) || !waits(context, edge)) continue
    const name = label.replace(/[\s#_-]*(?:\d+|[a-z])$/i, '').toLowerCase()
    byName.set(name === '' ? edge.to : name, edge.to)
  }
  return [...byName.values()]
}
