/** Boxes whose words name one thing while their place in the drawing shows another. */
import type { Lexicon } from './lexicon.ts'
import { callsSome, isCalledBy, kindOf, type Placed, type Rule } from './placed.ts'
import { heaviest } from './read-label.ts'
import { linesOf } from './split-label.ts'

const surfaces =
  /^(?:(?:the|a|web|mobile|desktop|browser|http|https|rest|user|users|external|react|vue|angular|thin|rich|chat|game|android|ios|native|end|public|api|test|grpc|tcp|ws|websocket|cli|electron|\d+)\s+)*clients?(?:\s+\w)?$/i

/** A "Billing client" that a service calls is a piece of that service's program. */
function clientInside(lexicon: Lexicon, one: Placed): string | undefined {
  if (heaviest(one.weights) !== 'web-client') return undefined
  const [name = ''] = linesOf(one.node.label)
  if (!/\S\s+client$/i.test(name) || surfaces.test(name)) return undefined
  return isCalledBy(lexicon, one, 'compute') && !isCalledBy(lexicon, one, 'client')
    ? 'service'
    : undefined
}

/** A "Storage service" that keeps its data elsewhere does a service's work. */
function storeService(lexicon: Lexicon, one: Placed): string | undefined {
  const kind = heaviest(one.weights)
  const [name = ''] = linesOf(one.node.label)
  if (one.technology !== '' || !/\bservice$/i.test(name)) return undefined
  if (kind === 'dead-letter-queue') return 'worker'
  if (kind !== 'object-store') return undefined
  return callsSome(lexicon, one, 'store') ? 'service' : undefined
}

/** What partners call with webhooks receives them. */
function webhookReceiver(lexicon: Lexicon, one: Placed): string | undefined {
  if (heaviest(one.weights) !== 'webhook-dispatcher' || one.technology !== '') return undefined
  const outside = new Set(['external-service', 'external-client', 'ci-cd'])
  return one.incoming.some(({ other }) => outside.has(kindOf(other))) &&
    !callsSome(lexicon, one, 'external')
    ? 'service'
    : undefined
}

/** An edge gateway that no device is near is the entry of a product. */
function gatewayAtEdge(_: Lexicon, one: Placed): string | undefined {
  if (heaviest(one.weights) !== 'edge-gateway' || !/gateway/i.test(one.node.label)) return undefined
  const around = [...one.incoming, ...one.outgoing]
  if (around.some(({ other }) => kindOf(other) === 'iot-device')) return undefined
  const kinds = new Set(['web-client', 'mobile-client'])
  const isEntry = one.incoming.some(({ other }) => kinds.has(kindOf(other)))
  return isEntry && !/\b(?:iot|mqtt|lora\w*|zigbee)\b/i.test(one.node.label)
    ? 'api-gateway'
    : undefined
}

const hosts = /^(?:vercel|netlify|cloudflare pages|github pages|render|railway)$/i

/** A host of front ends that people call shows them the product's screens. */
function hostOfScreens(lexicon: Lexicon, one: Placed): string | undefined {
  if (heaviest(one.weights) !== 'container-platform' || !hosts.test(one.technology))
    return undefined
  return isCalledBy(lexicon, one, 'client') ? 'web-client' : undefined
}

const registries =
  /^(?:(?:the|service|services|server|name|naming|discovery|instance|endpoint|eureka|consul|nacos|zookeeper|etcd|central)\s+)*registry(?:\s+(?:service|svc|server|cluster))?$/i

/** A "Tenant registry" keeps tenants; services are found in a registry of services. */
function registryOfThings(_: Lexicon, one: Placed): string | undefined {
  if (heaviest(one.weights) !== 'service-registry' || one.technology !== '') return undefined
  const [name = ''] = linesOf(one.node.label)
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/\s*\(.*$/, '')
  if (!/\bregistry\b/i.test(words) || registries.test(words.trim())) return undefined
  return 'service'
}

/** An agent that nobody calls and that asks a server of tools or of context sits with its user. */
function agentInHand(lexicon: Lexicon, one: Placed): string | undefined {
  const [name = ''] = linesOf(one.node.label)
  if (heaviest(one.weights) !== 'service' || !/\b(?:agents?|assistant)\b/i.test(name))
    return undefined
  const isAsked = one.incoming.some(
    ({ other }) => !one.outgoing.some((link) => link.other === other),
  )
  if (isAsked || one.outgoing.length === 0 || callsSome(lexicon, one, 'store')) return undefined
  return one.outgoing.every(({ other }) => /\bmcp\b/i.test(other.node.label))
    ? 'web-client'
    : undefined
}

export const rulesOfRoles: readonly Rule[] = [
  clientInside,
  storeService,
  webhookReceiver,
  gatewayAtEdge,
  hostOfScreens,
  registryOfThings,
  agentInHand,
]
