import { withAdmitted } from '../admissions.ts'
import { ownMemory } from '../admitted-places.ts'
import type { DesignNode } from '#shared/design/design.ts'
import { edgesFrom, edgesTo } from '#shared/design/graph.ts'
import { defineRule, type CheckContext, type Observation } from '../define-rule.ts'
import { isSaidAbout, isSaidOn, sayingsAbout } from '../said.ts'
import { oncePerCheck } from '../once-per-check.ts'
import { isInBackground, nameOf, nodesWith, plays, sentence, wordsOf, wordsOn } from '../parts.ts'
import { instancesOf, isRedundant, isRunByOthers } from '../redundancy.ts'

import { toldAbout } from '../told.ts'

export default defineRule({
  id: 'scale-stateful-replicas',
  title: 'State stays in one of several instances',
  category: 'scalability',
  why: 'A request that reaches another instance does not find what the first one remembered.',
  fix: 'Move sessions and other state to Redis or a database, so that any instance can answer.',
  question:
    'Somebody logs in on one instance, and the next request lands on another. What happens?',
  examples: {
    bad: [
      `flowchart LR
  web[Browser] --> lb[Load balancer] --> app[Shop server x2, in-memory sessions] --> db[(MySQL)]`,
      `---
peakQps: 3000
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> cart[Cart service x4] --> db[(PostgreSQL + standby)]
  %% set cart stateful true`,
      `---
peakQps: 900
---
# Tickets
\`\`\`mermaid
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> app[Ticket server x3] --> db[(PostgreSQL + standby)]
\`\`\`
## Operations
- The Ticket server keeps sessions in memory.`,
    ],
    good: [
      `flowchart LR
  web[Browser] --> lb[Load balancer] --> app[Shop server x2] --> s[Redis sessions]
  app --> db[(MySQL)]
  %% set app stateful true`,
      `flowchart LR
  web[Browser] --> app[Shop server, in-memory sessions] --> db[(MySQL)]`,
      `flowchart LR
  web[Browser] --> lb[Load balancer] --> app["Shop server x2, no in-memory sessions"] --> db[(MySQL)]`,
      `flowchart LR
  web[Browser] -->|WebSocket| lb[Load balancer] --> ws[WebSocket gateway x3] --> ps[Redis Pub/Sub]
  %% set ws stateful true`,
      `---
peakQps: 50
---
# Quiz
\`\`\`mermaid
flowchart LR
  web[Browser] --> lb["Load balancer, sticky sessions"] --> app["Quiz server x2, in-memory sessions"]
\`\`\`
## Trade-offs
- Sticky sessions: when an instance dies its players log in again, which we accept.`,
    ],
  },
  appliesTo: (context) => nodesWith(context, 'compute').length > 0,
  check(context) {
    const many = candidates(context).filter((node) => isMany(context, node))
    const found = many
      .filter((node) => isStateful(context, node))
      .filter((node) => !hasSharedState(context, node) && !isAccepted(context, node.id))
      .map((node) => observe(context, node))
    return withAdmitted(context, found, {
      ...ownMemory,
      candidates: many.filter(({ id }) => !isInBackground(context, id)),
      severity: 'error',
      tells: 'is said to keep state in each instance, and no store holds it for all of them',
    })
  },
})

/** Kinds whose state is their purpose, or is handed on by their platform. */
const others: ReadonlySet<string> = new Set([
  'websocket-gateway',
  'sse-endpoint',
  'stream-processor',
  'batch-processor',
  'ml-training',
  'coordination',
  'scheduler',
  'orchestrator',
])
const keeps =
  /\b(?:in[-\s]?(?:memory|process)|local(?:ly stored)?)\s+(?:user\s+|http\s+|login\s+)?(?:sessions?|carts?|session state)\b|\b(?:sessions?|carts?)\b[^.;,|]{0,24}\b(?:in (?:its |their |the )?(?:own |local |app |server |process |instance )*(?:memory|process|ram|heap)|on (?:the |each |its |local )?(?:local )?(?:disk|instance|server)s?)\b|\bstateful (?:app|server|service|instance|session)s?\b/i
const keepsTold =
  /\b(?:lives?|kept|held|stays?|stored|remembered|keeps?|holds?)\b[^.;]{0,50}\bin (?:the |its |their )?(?:own |local )?(?:memory|heap|ram)\b[^.;]{0,20}\bof (?:the|that|each|one|its|whichever) [^.;]{0,30}\b(?:that|which|took|first|it|server|instance|process|pod)\b/i
const cached =
  /\bcach\w*|\bcop(?:y|ies)\b|\bre-?load\w*|\brebuil\w*|\bsticky\b|\baffinity\b|\bhash/i
const sharded =
  /\b(?:sharded|consistent hash\w*|partitioned|owns? (?:a |its )?(?:shard|partition|keys?)|by room|actor\w*)\b/i
const accepted =
  /\b(?:sticky|affinity)\b[^.]*\b(?:accept\w*|log(?:s|ged)? in again|lose|lost|loss)\b|\b(?:accept\w*|lose|losing|lost)\b[^.]*\b(?:sticky|sessions?|carts?)\b/i
const stateStores: ReadonlySet<string> = new Set(['cache', 'session-store', 'key-value-db'])
const sessionWords = /\b(?:sessions?|carts?|state|tokens?)\b/i

/** Compute, and servers whose label speaks so much of sessions that they look like a store of them. */
const candidates = oncePerCheck((context): readonly DesignNode[] =>
  context.design.graph.nodes.filter((node) => {
    if (plays(context, node.id, 'compute')) return true
    return lookalikes.has(context.kindOf(node.id).id) && serverWords.test(node.label)
  }),
)
const lookalikes: ReadonlySet<string> = new Set(['session-store', 'reverse-proxy', 'component'])
const serverWords = /\b(?:servers?|services?|app|api|back-?end|web|instance)\b/i

/** How many servers bear a name, digits and letters at its end left out: "App server 1", "App server B". */
const namesakes = oncePerCheck((context): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const { label } of candidates(context)) {
    counts.set(stemOf(label), (counts.get(stemOf(label)) ?? 0) + 1)
  }
  return counts
})

function stemOf(label: string): string {
  return label.toLowerCase().replace(/[\s#-]*\b(?:\d+|[a-c])\b/g, '')
}

function isMany(context: CheckContext, node: DesignNode): boolean {
  if (others.has(context.kindOf(node.id).id)) return false
  if ((namesakes(context).get(stemOf(node.label)) ?? 0) > 1) return true
  const { autoscaleMax } = node.properties
  if (instancesOf(node) > 1 || (typeof autoscaleMax === 'number' && autoscaleMax > 1)) return true
  return isRedundant(context, node) && !isRunByOthers(context, node)
}

function isStateful(context: CheckContext, node: DesignNode): boolean {
  const { stateful, sessionIn } = node.properties
  if (stateful === true || sessionIn === 'instance') return true
  if (sessionIn !== undefined || sharded.test(wordsOn(node))) return false
  if (isSaidOn(context, node.id, keeps)) return true
  if (sayingsAbout(context, keeps).some(({ nodeIds }) => nodeIds.includes(node.id))) return true
  return toldAbout(context, keepsTold).some(
    ({ nodeIds, text }) => nodeIds.includes(node.id) && !cached.test(text),
  )
}

/** A store beside it for such state; where words say what stays inside, one that is about it. */
function hasSharedState(context: CheckContext, node: DesignNode): boolean {
  const isSpelled = isSaidOn(context, node.id, keeps)
  const { index } = context
  const beside = [
    ...edgesFrom(index, node.id).map((edge) => ({ edge, other: edge.to })),
    ...edgesTo(index, node.id).map((edge) => ({ edge, other: edge.from })),
  ]
  return beside.some(({ edge, other }) => {
    const target = index.nodes.get(other)
    if (target === undefined) return false
    const { id } = context.kindOf(other)
    if (id === 'session-store' || sessionWords.test(`${wordsOn(target)} ${wordsOf(edge)}`)) {
      return id !== 'load-balancer' && context.kindOf(other).group !== 'edge'
    }
    return !isSpelled && stateStores.has(id)
  })
}

function isAccepted(context: CheckContext, id: string): boolean {
  return isSaidAbout(context, id, accepted)
}

function observe(context: CheckContext, node: DesignNode): Observation {
  const count = instancesOf(node)
  return {
    subject: [node.id],
    severity: 'error',
    message: sentence(
      `${nameOf(context, node.id)} keeps state in ${count > 1 ? `each of its ${count} instances` : 'several instances'}, and no store beside it holds that state for all of them.`,
    ),
    evidence: { instances: count },
  }
}
