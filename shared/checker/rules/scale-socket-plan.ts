import type { DesignNode } from '#shared/design/design.ts'
import { edgesFrom, edgesTo } from '#shared/design/graph.ts'
import { defaultOf } from '#shared/model/capacity.ts'
import { defineRule, type CheckContext, type Observation } from '../define-rule.ts'
import { figure } from '../figures.ts'
import { oncePerCheck } from '../once-per-check.ts'
import { nameOf, plays, sentence, wordsOf } from '../parts.ts'
import { instancesOf, isRedundant, isRunByOthers } from '../redundancy.ts'
import { isSaidAbout, isSaidOn } from '../said.ts'
import { queueEndsOf } from '../queue-ends.ts'
import { toldAbout, toldAsIs } from '../told.ts'

export default defineRule({
  id: 'scale-socket-plan',
  title: 'Open connections lack a plan',
  category: 'scalability',
  why: 'The receiver is usually connected to another instance than the sender, and each instance holds only so many connections.',
  fix: 'Publish through a broker that every instance listens to, keep who is connected where with an expiry, and size the fleet by connections.',
  question:
    'Two people are connected to different instances. How does a message get from one to the other?',
  examples: {
    bad: [
      `flowchart LR
  app[Mobile app] -->|WebSocket| lb[Load balancer] --> chat[WebSocket gateway x3] --> db[(Cassandra)]`,
      `flowchart TD
  apps[Phones] -->|wss| nlb[Load balancer]
  nlb --> a[WebSocket server A] & b[WebSocket server B]
  a & b --> db[(MongoDB)]`,
      `---
peakQps: 4000
---
flowchart LR
  web[Browser] -->|wss| lb[Load balancer x2] -->|WebSocket| room[Game room server x6] --> db[(PostgreSQL + standby)]`,
      `---
peakQps: 20000
---
# Chat
\`\`\`mermaid
flowchart LR
  app[Mobile app] -->|WebSocket| lb[Load balancer x2] --> ws[WebSocket gateway x4] --> ps[Redis Pub/Sub x3]
\`\`\`
## Estimates
- Concurrent connections: 2,000,000`,
    ],
    good: [
      `flowchart LR
  app[Mobile app] -->|WebSocket| lb[Load balancer] --> ws[WebSocket gateway x3] <--> ps[Redis Pub/Sub]`,
      `flowchart LR
  app[Mobile app] -->|WebSocket| ws[WebSocket gateway] --> db[(Cassandra)]`,
      `flowchart LR
  app[Mobile app] -->|WebSocket| lb[Load balancer] --> ws[WebSocket gateway x3] --> chat[Chat service x2]
  chat --> k[Kafka] --> d[Delivery worker] --> ws`,
      `flowchart LR
  app[Mobile app] -->|WebSocket| lb[Load balancer] --> ws[WebSocket gateway x3] --> reg[Connection registry, Redis]`,
      `---
peakQps: 20000
---
# Chat
\`\`\`mermaid
flowchart LR
  app[Mobile app] -->|WebSocket| lb[Load balancer x2] --> ws[WebSocket gateway x120] --> ps[Redis Pub/Sub x3]
\`\`\`
## Estimates
- Concurrent connections: 1,000,000`,
    ],
  },
  appliesTo: (context) => socketNodes(context).length > 0,
  check(context) {
    return socketNodes(context).flatMap((node) => {
      const { id } = node
      if (isRunByOthers(context, node)) return []
      if (isSeveral(context, node) && (isAlone(context, node) || !isRouted(context, id)))
        return [unrouted(context, node)]
      return crowded(context, node)
    })
  },
})

const socketWords = /\bweb ?sockets?\b|\bwss?\b|\bsocket\.?io\b|\bsignalr\b/i
const plans =
  /\bpub\/?sub\b|\bback-?planes?\b|\bbrokers?\b|\bregistr(?:y|ies)\b|\brouting (?:table|map|layer)\b|\bconsistent hash\w*|\b(?:room|channel|document|session|conversation)[-\s](?:affinity|owner\w*)|\b(?:routed|route|sharded|hashed|assigned|pinned|sticky) (?:by|to|per) (?:the )?(?:room|channel|document|board|match|game|conversation)\b|\badapter\b|\blisten\s?\/\s?notify\b|\b(?:servers?|instances?|gateways?|nodes?|they)\b[^.;]{0,20}\b(?:pass|forward|relay|hand)(?:es|s)?\b[^.;]{0,20}\b(?:messages?|events?|them)\b|\bfull mesh\b|\b(?:servers|instances|gateways|nodes) (?:talk|connect|speak) to each other\b|\b(?:orleans|akka|erlang|elixir|phoenix|durable objects?)\b|\bhash(?:ed|es|ing)? (?:of|by|on) (?:the |its |their )?(?:\w+ )?(?:id|match|room|channel|document|board|game|conversation|session|lobby)\b|\b(?:all|everybody|everyone|players|members|people|participants|editors)\b[^.;]{0,40}\b(?:match|room|channel|document|board|game|conversation|session|lobby|call|meeting)\b[^.;]{0,40}\b(?:one|same|single) (?:server|instance|gateway|node|process|pod)\b|\bredis\b|\bnats\b|\bkafka\b|\bgossip\b|\bbroadcast\w* (?:between|to) (?:all )?instances\b/i
const registries: ReadonlySet<string> = new Set([
  'cache',
  'session-store',
  'key-value-db',
  'service-registry',
  'coordination',
])

/** Gateways for sockets, and compute that sockets are said to lead to. */
const socketNodes = oncePerCheck((context): readonly DesignNode[] =>
  context.design.graph.nodes.filter(({ id, label }) => {
    const { id: kind, traits } = context.kindOf(id)
    if (kind === 'websocket-gateway') return true
    const isServer = /^web ?sockets? (?:server|gateway|host|node)s?\b/i.test(label)
    if (isServer && traits.length === 0) return true
    if (!traits.includes('compute')) return false
    return edgesTo(context.index, id).some((edge) => {
      const isEntry = plays(context, edge.from, 'entry')
      if (!isEntry && !plays(context, edge.from, 'client')) return false
      return socketWords.test(wordsOf(edge)) || (isEntry && isPassedOn(context, edge.from))
    })
  }),
)

/** Whether sockets come in at an entry that leads to one place alone. */
function isPassedOn({ index }: CheckContext, entry: string): boolean {
  const places = new Set(edgesFrom(index, entry).map(({ to }) => to))
  return places.size === 1 && edgesTo(index, entry).some((edge) => socketWords.test(wordsOf(edge)))
}

function isSeveral(context: CheckContext, node: DesignNode): boolean {
  return instancesOf(node) > 1 || isRedundant(context, node) || hasTwin(context, node)
}

/** Whether another gateway for sockets hangs on the same entry: each is one instance of a fleet. */
function hasTwin(context: CheckContext, { id }: DesignNode): boolean {
  const sources = new Set(edgesTo(context.index, id).map(({ from }) => from))
  return socketNodes(context).some(
    (other) =>
      other.id !== id &&
      context.kindOf(other.id).id === 'websocket-gateway' &&
      edgesTo(context.index, other.id).some(({ from }) => sources.has(from)),
  )
}

/** That each instance reaches its own connections alone, as people write it. */
const own =
  /\b(?:only|just|nothing but|no more than)\b[^.;]{0,30}\b(?:its|their|the|his) own (?:connections|sockets|clients|users|people|subscribers|players|members)\b|\b(?:own|local) (?:connections|sockets|clients|players) (?:only|alone)\b|\b(?:connections|clients|users|people|players|sockets) (?:of|on|at) (?:the )?(?:other|another|different) (?:servers?|instances?|gateways?|nodes?|machines?|pods?)\b[^.;]{0,60}\b(?:when|not|never|after|until|later|re-?open\w*|reload\w*|refresh\w*|miss\w*|poll\w*)\b|\b(?:servers?|instances?|gateways?|nodes?|pods?)\b[^.;]{0,20}\b(?:do not|don['’]t|never|cannot|can['’]t) (?:talk|speak|know|reach|see|share|communicate)\b|\bno (?:back-?plane|pub\/?sub|broker|(?:shared |connection |session )?registry|fan-?out)\b[^.;]{0,40}\b(?:between|instances|servers|gateways|nodes|yet|needed|sockets?)\b|\b(?:only|just)\b[^.;]{0,40}\b(?:to|reaches|reach|sees?|those)\b[^.;]{0,40}\b(?:on|connected to|at) the same (?:server|instance|gateway|node|machine|pod|process)\b/i

function isAlone(context: CheckContext, { id }: DesignNode): boolean {
  if (isSaidOn(context, id, own)) return true
  return toldAsIs(context, own).some(({ nodeIds }) => nodeIds.length === 0 || nodeIds.includes(id))
}

/** A sentence that names the means alone speaks of the sockets by these words. */
const instances =
  /\b(?:servers|instances|gateways|web ?sockets?|sockets|connections|connected|pods)\b/i

/** A broker or a registry within two arrows over compute, or words that say how. */
function isRouted(context: CheckContext, id: string): boolean {
  if (isSaidAbout(context, id, plans)) return true
  if (toldAbout(context, plans).some(({ text }) => instances.test(text))) return true
  const near = neighbours(context, id)
  const further = near.filter((other) => plays(context, other, 'compute'))
  return [...near, ...further.flatMap((other) => neighbours(context, other))].some(
    (other) =>
      registries.has(context.kindOf(other).id) ||
      (plays(context, other, 'messaging') && !leadsAway(context, other, near)),
  )
}

/** Whether all who take from a channel are about something else, and none of them is beside the sockets. */
function leadsAway(context: CheckContext, channel: string, near: readonly string[]): boolean {
  const { consumers } = queueEndsOf(context, channel)
  if (consumers.length === 0 || near.includes(channel)) return false
  return consumers.every(
    (id) => !near.includes(id) && aside.test(context.index.nodes.get(id)?.label ?? ''),
  )
}

const aside =
  /\b(?:writers?|persist\w*|archiv\w*|stor(?:e|age|ing)|history|push|notif\w*|e-?mails?|sms|index\w*|search|analytics|etl|moderat\w*|audit|log\w*|metrics|sav\w*)\b/i

function neighbours({ index }: CheckContext, id: string): readonly string[] {
  return [
    ...edgesFrom(index, id).map(({ to }) => to),
    ...edgesTo(index, id).map(({ from }) => from),
  ]
}

function unrouted(context: CheckContext, node: DesignNode): Observation {
  const count = instancesOf(node)
  return {
    subject: [node.id],
    severity: 'error',
    message: sentence(
      `${nameOf(context, node.id)} holds connections in ${count > 1 ? count : 'several'} instances, and nothing passes messages between them or knows who is connected where.`,
    ),
    evidence: { instances: count, routed: false },
  }
}

/** A default of 10,000 is careful: real gateways hold six times that, so it is not held against anybody. */
const careful = 6.5

function crowded(context: CheckContext, node: DesignNode): Observation[] {
  const { connections } = node.properties
  const isStated = typeof connections === 'number' && connections > 0
  const each = isStated
    ? connections
    : (defaultOf(context.kindOf(node.id), 'connections') ?? 10_000)
  const peak = peakConnections(context)
  const { autoscaleMax } = node.properties
  const instances = Math.max(instancesOf(node), Number(autoscaleMax ?? 1))
  const isCounted = instances > 1 || !isRedundant(context, node)
  if (context.band === 'unknown' || peak === undefined || !isCounted) return []
  if (socketNodes(context).length > 1 || peak <= instances * each * (isStated ? 1 : careful))
    return []
  return [
    {
      subject: [node.id],
      severity: 'warning',
      message: sentence(
        `${figure(peak)} connections at the peak are more than ${nameOf(context, node.id)} holds: ${figure(instances)} × ${figure(each)}.`,
      ),
      evidence: { peak, instances, each },
      answers: ['estimates'],
    },
  ]
}

function peakConnections({ design }: CheckContext): number | undefined {
  const about = /\b(?:concurrent|simultaneous|open|connect\w*|sockets?|online)\b/i
  const found = design.answers.estimates
    .filter(({ dimension, name, perSeconds }) => {
      return dimension === 'count' && perSeconds === undefined && about.test(name)
    })
    .filter(
      ({ name, text }) => !/\b(?:each|per|instance|gateway|server)\b/i.test(`${name} ${text}`),
    )
    .map(({ value }) => value)
  return found.length === 0 ? undefined : Math.max(...found)
}
