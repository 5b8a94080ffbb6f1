/** What the place of a box in the drawing says: who calls it, whom it calls, and over which words. */
import type { Lexicon } from './lexicon.ts'
import {
  isClient,
  isPerson,
  isTruth,
  kindOf,
  labelsAt,
  type Company,
  type Placed,
  type Rule,
} from './placed.ts'
import { heaviest, raise } from './read-label.ts'
import { rulesOfRoles } from './rules-of-roles.ts'

/** The first rule that answers decides; a stated kind is never moved. */
export function weighByPlace(lexicon: Lexicon, one: Placed, drawing: Company): void {
  if (one.node.kind !== undefined) return
  for (const rule of rules) {
    const kind = rule(lexicon, one, drawing)
    if (kind === undefined || !lexicon.kinds.has(kind)) continue
    const best = one.weights.get(heaviest(one.weights)) ?? 0
    raise(one.weights, kind, Math.max(0.62, best + 0.03))
    return
  }
}

const rules: readonly Rule[] = [
  sharedMemory,
  proxyOrBalancer,
  servedFrontend,
  calledCaller,
  brokerOfJobs,
  withSideQueue,
  loneApp,
  dashboardOrClient,
  mailOfOurOwn,
  codeOrPartner,
  fedByQueue,
  ...rulesOfRoles,
]

const uses: readonly (readonly [string, RegExp])[] = [
  [
    'queue',
    /\b(?:queue|enqueue|dequeue|jobs?|tasks?|broker|celery|bull\w*|sidekiq|rq|workers?)\b/i,
  ],
  ['pubsub', /\b(?:pub\w*|sub\w*|broadcast\w*|channels?|fan[-\s]?out)\b/i],
  ['session-store', /\bsessions?\b/i],
  ['event-stream', /\bstreams?\b/i],
  ['cache', /\b(?:cach\w*|hits?|miss\w*|lookup|ttl)\b/i],
  [
    'key-value-db',
    /\b(?:state|rate|limit\w*|counters?|locks?|leaderboard|presence|kv|persist\w*|store[sd]?|save[sd]?)\b/i,
  ],
]

/** Redis and the like: the words at their arrows, then the company they keep. */
function sharedMemory(_: Lexicon, one: Placed, drawing: Company): string | undefined {
  const { weights } = one
  if (heaviest(weights) !== 'cache' || !weights.has('key-value-db')) return undefined
  if (/\bcach/i.test(one.node.label)) return 'cache'
  const said = [one.node.label, ...labelsAt(one)].join(' ')
  const byUse = uses.find(([, pattern]) => pattern.test(said))
  if (byUse !== undefined) return byUse[0]
  if (one.outgoing.some(({ other }) => kindOf(other) === 'worker')) return 'queue'
  const isOnlyStore = drawing.stores === 0 && drawing.size > 2 && one.incoming.length > 0
  return isOnlyStore ? 'key-value-db' : 'cache'
}

/** A proxy before several instances of one thing spreads load. */
function proxyOrBalancer(_: Lexicon, one: Placed): string | undefined {
  if (heaviest(one.weights) !== 'reverse-proxy' || !one.weights.has('load-balancer'))
    return undefined
  const targets = one.outgoing.map(({ other }) => stemOf(other.node.label))
  const isSpread = targets.length > 1 && new Set(targets).size < targets.length
  const isMany = /[x×]\s?\d|\breplicas|\binstances/i.test(
    one.outgoing.map(({ other }) => other.node.label).join(' '),
  )
  return isSpread || isMany ? 'load-balancer' : undefined
}

/** A front end behind a balancer, or one that asks a database itself, runs on a server. */
function servedFrontend(lexicon: Lexicon, one: Placed): string | undefined {
  if (heaviest(one.weights) !== 'web-client' || isPerson(one)) return undefined
  if (one.incoming.length === 0) return undefined
  const entry = new Set(['load-balancer', 'api-gateway', 'reverse-proxy', 'gslb'])
  const isBehind = one.incoming.some(({ other }) => entry.has(kindOf(other)))
  const asks = one.outgoing.some(({ other }) => isTruth(other) && kindOf(other) !== 'object-store')
  const isAsked = one.incoming.some(({ other }) => isClient(lexicon, other))
  return isBehind || (asks && isAsked) ? 'service' : undefined
}

/** What a thing is, at the end of its name: "Vehicle service" is no vehicle. */
const ourWork =
  /\b(?:micro)?(?:services?|svc|apis?|servers?|back[-\s]?ends?|engine|processor|manager)$/i

function nameIn(label: string): string {
  return (label.split(/[,:;(|]|<br|\s[–—-]\s/, 1)[0] ?? '').trim().replace(/\s[x×]\s?\d+$/i, '')
}

const passesOn = new Set(['cdn', 'waf', 'load-balancer', 'api-gateway', 'reverse-proxy', 'gslb'])
const handsOn = new Set(['queue', 'event-stream', 'pubsub'])

/**
 * What is named like a caller ("Portal, .NET monolith", "Usage meter") and is itself called through an entry, or
 * fed by a queue, while it keeps data and calls nobody else, is a program of ours.
 */
function calledCaller(lexicon: Lexicon, one: Placed): string | undefined {
  if (!isClient(lexicon, one) || isPerson(one) || one.incoming.length === 0) return undefined
  if (ourWork.test(nameIn(one.node.label))) return 'service'
  if (isAtBroker(one)) return undefined
  const keeps = one.outgoing.some(({ other }) => isKeeping(lexicon, other))
  const calls = one.outgoing.some(({ other }) => {
    const traits = lexicon.kinds.get(kindOf(other))?.traits ?? []
    return traits.includes('entry') || traits.includes('compute')
  })
  if (!keeps || calls) return undefined
  const callers = one.incoming.map(({ other }) => kindOf(other))
  if (callers.every((kind) => handsOn.has(kind))) return 'worker'
  return callers.some((kind) => passesOn.has(kind) || handsOn.has(kind)) ? 'service' : undefined
}

/** A device tells its state where it takes its commands. */
function isAtBroker(one: Placed): boolean {
  if (kindOf(one) !== 'iot-device') return false
  return one.outgoing.every(({ other }) => one.incoming.some((link) => link.other === other))
}

function isKeeping(lexicon: Lexicon, other: Placed): boolean {
  const traits = lexicon.kinds.get(kindOf(other))?.traits ?? []
  return traits.includes('store') || traits.includes('derived') || traits.includes('messaging')
}

/** "Index feeder, Lambda, DLQ with alarm" has a queue for what failed, and is none. */
function withSideQueue(lexicon: Lexicon, one: Placed): string | undefined {
  if (heaviest(one.weights) !== 'dead-letter-queue') return undefined
  const [name = ''] = one.node.label.split(/[,:;(+&|]|<br|\swith\s|\s[–—-]\s/, 1)
  if (/\b(?:dlqs?|dlx|dead|parking|failed|poison)/i.test(name)) return undefined
  const others = [...one.weights].filter(([id]) => id !== 'dead-letter-queue')
  const running = others.filter(
    ([id]) => lexicon.kinds.get(id)?.traits.includes('compute') === true,
  )
  const isRunning = running.length > 0 && one.outgoing.length > 0
  return (isRunning ? running : others).toSorted((a, b) => b[1] - a[1])[0]?.[0]
}

/** "Thumbnail jobs: RabbitMQ quorum queue" is what the jobs wait in, not what does them. */
function brokerOfJobs(lexicon: Lexicon, one: Placed): string | undefined {
  if (heaviest(one.weights) !== 'worker' || one.technology === '') return undefined
  if (!/\b(?:queue|topic|stream|exchange|broker)\b/i.test(one.node.label)) return undefined
  const known = [...one.weights].filter(
    ([id]) =>
      id !== 'dead-letter-queue' && lexicon.kinds.get(id)?.traits.includes('messaging') === true,
  )
  const isTaken = one.outgoing.length > 0 && !one.outgoing.some(({ other }) => isTruth(other))
  return isTaken ? known.toSorted((a, b) => b[1] - a[1])[0]?.[0] : undefined
}

/** "App" that nobody calls is in somebody's hands; a phone keeps its kind. */
function loneApp(lexicon: Lexicon, one: Placed): string | undefined {
  if (heaviest(one.weights) !== 'service' || one.isNamed) return undefined
  if (!/^\W*(?:the |your |my )?(?:\w+ )?(?:app|application)s?\W*$/i.test(one.node.label))
    return undefined
  if (one.incoming.length > 0 || one.outgoing.length === 0) return undefined
  const toEntry = one.outgoing.every(({ other }) => {
    const traits = lexicon.kinds.get(kindOf(other))?.traits ?? []
    return traits.includes('entry') || traits.includes('compute')
  })
  return toEntry ? 'web-client' : undefined
}

/** A dashboard that calls the product's own services is a screen of the product. */
function dashboardOrClient(lexicon: Lexicon, one: Placed): string | undefined {
  if (heaviest(one.weights) !== 'dashboard' || one.technology !== '') return undefined
  const around = [...one.incoming, ...one.outgoing].map(({ other }) =>
    lexicon.kinds.get(kindOf(other)),
  )
  if (around.some((kind) => kind?.traits.includes('watches') || kind?.id === 'timeseries-db'))
    return undefined
  const calls = one.outgoing.some(({ other }) => {
    const traits = lexicon.kinds.get(kindOf(other))?.traits ?? []
    return traits.includes('entry') || traits.includes('compute')
  })
  return calls ? 'web-client' : undefined
}

/** An "Email service" that calls a provider or a store is our own. */
function mailOfOurOwn(_: Lexicon, one: Placed): string | undefined {
  if (heaviest(one.weights) !== 'external-service' || one.technology !== '') return undefined
  if (!/\bservice\b/i.test(one.node.label) || /external|third|3rd/i.test(one.node.label))
    return undefined
  return one.outgoing.some(({ other }) => isTruth(other) || kindOf(other) === 'external-service')
    ? 'service'
    : undefined
}

/** A code host that a running part calls is a partner; near builds it delivers. */
function codeOrPartner(_: Lexicon, one: Placed): string | undefined {
  if (heaviest(one.weights) !== 'ci-cd' || !one.weights.has('external-service')) return undefined
  const delivers = new Set(['ci-cd', 'iac', 'container-platform'])
  const around = [...one.incoming, ...one.outgoing]
  const isNear = around.some(
    ({ other, label }) => delivers.has(kindOf(other)) || /deploy|build|push|ci\b/i.test(label),
  )
  return isNear || around.length === 0 ? undefined : 'external-service'
}

/** What says little and only takes from a queue works in the background. */
function fedByQueue(_: Lexicon, one: Placed): string | undefined {
  const best = heaviest(one.weights)
  if (/\b(?:rules?|polic(?:y|ies)|filters?)$/i.test(one.node.label)) return undefined
  if (best !== 'service' || (one.weights.get(best) ?? 0) > 0.5 || one.incoming.length === 0)
    return undefined
  const queues = new Set(['queue', 'event-stream', 'pubsub'])
  return one.incoming.every(({ other }) => queues.has(kindOf(other))) ? 'worker' : undefined
}

/** "API 1" and "API 2" are two of one thing. */
function stemOf(label: string): string {
  return label
    .toLowerCase()
    .replace(/[\d#]+|\b[a-z]\b|\b(?:one|two|three|n)\b/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
