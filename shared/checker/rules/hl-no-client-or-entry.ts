import type { DesignEdge } from '#shared/design/design.ts'
import { edgesFrom, edgesTo, reachableFrom } from '#shared/design/graph.ts'
import { isAnswered } from '../answered.ts'
import { defineRule, type CheckContext, type Observation } from '../define-rule.ts'
import {
  carriesWork,
  isInBackground,
  keepsData,
  namesOf,
  nodesWith,
  plays,
  sentence,
  wordsOn,
} from '../parts.ts'

export default defineRule({
  id: 'hl-no-client-or-entry',
  title: 'No request can reach the design',
  category: 'high-level',
  why: 'Without somebody who asks and a way in, there is no flow to reason about.',
  fix: 'Add the client, or the source of the data, and connect it to the first component.',
  question: 'Who uses this, and where does their first request arrive?',
  examples: {
    bad: [
      `flowchart LR
        lb[Load balancer] --> api[Order service] --> db[(PostgreSQL)]`,
      `flowchart LR
        web[Browser] --> cdn[CDN]
        lb[Load balancer] --> api[Order service] --> db[(PostgreSQL)]`,
    ],
    good: [
      `flowchart LR
        web[Browser] --> api[Order service] --> db[(PostgreSQL)]`,
      `flowchart LR
        cron[Nightly scheduler] --> job[Spark batch job] --> dw[(Snowflake)]`,
      `flowchart LR
        web[Browser] --> cdn[CDN] --> s3[S3 bucket]`,
      `flowchart LR
        api[Order service]`,
      `flowchart LR
        shops[Merchants' servers] --> gw[API gateway] --> pay[Payment API x4] --> db[(CockroachDB)]`,
    ],
  },
  appliesTo: ({ design }) => design.graph.nodes.length > 1 && design.graph.edges.length > 0,
  check(context) {
    const served = servedNodes(context)
    if (served.length === 0) return []
    const clients = nodesWith(context, 'client').map((node) => node.id)
    if (clients.length === 0) {
      return hasOtherSource(context) || hasCaller(context) ? [] : [withoutClient(context, served)]
    }
    return isReached(context, clients, served) ? [] : [withoutWayIn(context, clients)]
  },
})

/** What somebody must reach: compute, or stores where a design has no compute (a static site). */
function servedNodes(context: CheckContext): readonly string[] {
  const compute = nodesWith(context, 'compute')
  const nodes = compute.length > 0 ? compute : context.design.graph.nodes
  const ids = nodes.map((node) => node.id)
  return compute.length > 0 ? ids : ids.filter((id) => keepsData(context, id))
}

/** Pipelines begin at a timer, at another company's system, or at a queue that somebody else fills. */
function hasOtherSource(context: CheckContext): boolean {
  return context.design.graph.nodes.some(({ id }) => {
    if (edgesFrom(context.index, id).length === 0) return false
    if (plays(context, id, 'external') || context.kindOf(id).traits.length === 0) return true
    if (edgesTo(context.index, id).length > 0) return false
    const isTimer = ['scheduler', 'batch-processor', 'etl-pipeline'].includes(context.kindOf(id).id)
    return isTimer || plays(context, id, 'messaging')
  })
}

/** "Merchants' servers", "Partner systems": whoever calls in is drawn, as a box that looks like ours. */
const others =
  /\b\p{L}+s['’](?:\s|$)|\b\p{L}+['’]s (?:own |systems?|servers?|apps?|back[-\s]?ends?|phones?|site)|\b(?:partners?|merchants?|third[-\s]part(?:y|ies)|external|vendors?|suppliers?|subscribers?|callers?|tenants?|everybody|anyone|the public)\b/iu

function hasCaller(context: CheckContext): boolean {
  return context.design.graph.nodes.some(({ id, label }) => {
    if (keepsData(context, id)) return false
    if (edgesTo(context.index, id).length > 0 || edgesFrom(context.index, id).length === 0)
      return false
    return others.test(label)
  })
}

function withoutClient(context: CheckContext, served: readonly string[]): Observation {
  const firsts = served.filter((id) => edgesTo(context.index, id).length === 0)
  const nodes = firsts.length > 0 ? firsts : served.slice(0, 1)
  return {
    subject: [],
    severity: isMaybeInside(context) ? 'suggestion' : 'error',
    message: `Nobody uses this design yet: no client leads to ${namesOf(context, nodes)}.`,
    evidence: { clients: 0 },
    nodes,
  }
}

/**
 * Where a drawing may well begin without a client: data that moves in the background, a sketch of the inside
 * of a system, or a box at the beginning that may be a person ("Riders").
 */
function isMaybeInside(context: CheckContext): boolean {
  const { nodes } = context.design.graph
  if (nodes.some(({ id }) => isActor(context, id))) return true
  const isDoor = nodes.some(
    ({ id }) => plays(context, id, 'entry') && context.kindOf(id).id !== 'websocket-gateway',
  )
  if (isDoor) return false
  const isMoving = nodes.some(
    ({ id }) => plays(context, id, 'messaging') || isInBackground(context, id),
  )
  return isMoving || isSketch(context)
}

const works =
  /\b(?:services?|svc|apis?|servers?|back[-\s]?ends?|gateways?|balancers?|prox(?:y|ies)|workers?|lambdas?|functions?|controllers?|handlers?|processors?|engines?|managers?|monolith|jobs?)\b/i
const people =
  /\b(?:users?|clients?|customers?|visitors?|browsers?|developers?|admins?|people|members?|guests?|operators?|internet)\b/i

/** A box that calls and is not called, with a name that speaks of no work. */
function isActor(context: CheckContext, id: string): boolean {
  if (!plays(context, id, 'compute') || edgesTo(context.index, id).length > 0) return false
  const node = context.index.nodes.get(id)
  if (node === undefined || edgesFrom(context.index, id).length === 0) return false
  return people.test(node.label) || !works.test(wordsOn(node))
}

function withoutWayIn(context: CheckContext, clients: readonly string[]): Observation {
  const verb = clients.length === 1 ? 'has' : 'have'
  return {
    subject: clients,
    severity: isMaybeServed(context, clients) ? 'suggestion' : 'error',
    message: sentence(
      `${namesOf(context, clients)} ${verb} no way to any component that does the work.`,
    ),
    evidence: { isReached: false },
  }
}

/** A sketch may call what does the work by another name, or its arrows show where data goes, to the clients. */
function isMaybeServed(context: CheckContext, clients: readonly string[]): boolean {
  const isShown = clients.some(
    (id) => edgesFrom(context.index, id).length === 0 && edgesTo(context.index, id).length > 0,
  )
  return isShown || (isSketch(context) && leadsSomewhere(context, clients))
}

function isSketch(context: CheckContext): boolean {
  return !isAnswered(context) && context.band === 'unknown'
}

/** Whether a client calls anything that may do the work by another name. */
function leadsSomewhere(context: CheckContext, clients: readonly string[]): boolean {
  return clients.some((id) => edgesFrom(context.index, id).length > 0)
}

/** A box of no known kind that keeps data, or another "client" that does, is what does the work. */
function mayServe(context: CheckContext, id: string): boolean {
  if (plays(context, id, 'entry') || keepsData(context, id)) return false
  if (plays(context, id, 'external') || edgesTo(context.index, id).length === 0) return false
  return edgesFrom(context.index, id).some((edge) => keepsData(context, edge.to))
}

/** A push may be drawn from the gateway to the client, so streams are followed both ways. */
function isReached(
  context: CheckContext,
  clients: readonly string[],
  served: readonly string[],
): boolean {
  const pushes = clients.flatMap((id) =>
    edgesTo(context.index, id)
      .filter((edge) => edge.type === 'stream' || edge.properties['bothWays'] === true)
      .map((edge) => edge.from),
  )
  const follow = (edge: DesignEdge) => carriesWork(context, edge)
  const reached = reachableFrom(context.index, [...clients, ...pushes], { follow })
  // A gateway that writes into a store does the work itself, whatever it is called.
  return [...reached].some(
    (id) =>
      served.includes(id) ||
      mayServe(context, id) ||
      (plays(context, id, 'entry') && asksStore(context, id)),
  )
}

function asksStore(context: CheckContext, id: string): boolean {
  return edgesFrom(context.index, id).some(({ to }) => keepsData(context, to))
}
