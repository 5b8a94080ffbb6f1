/** What one box of a drawing is likely to be by itself: its label, its shape and words of general bearing. */
import { isFile, isSettings, isStep } from './boxes.ts'
import type { DrawnNode } from './drawing.ts'
import {
  isCloudOfVendor,
  isDataFile,
  isDoer,
  isHostName,
  isPaper,
  isSite,
  isVolume,
  readTopic,
} from './endings.ts'
import type { Lexicon } from './lexicon.ts'
import { heaviest, raise, readLabel, type LabelReading, type Weights } from './read-label.ts'
import { linesOf } from './split-label.ts'

/** The kind of a thing that takes part in the drawing but that no kind describes. */
export const genericKindId = 'component'

const cylinders = new Set(['cylinder', 'cyl', 'cylindrical', 'database', 'db', 'lin-cyl', 'disk'])
const queues = new Set(['das', 'h-cyl', 'horizontal-cylinder'])
const dataGroups = new Set(['data', 'messaging', 'observability', 'coordination'])
const keepsKind = new Set(['auth-service', 'external-service', 'search-index', 'ml-serving'])
const network =
  /\b(?:nat|internet|vpn|transit|customer|virtual private|egress[-\s]only)[-\s](?:gateway|gw)\b|\b(?:vpc|vnet|subnets?|vpn|bastion|jump ?(?:host|box|server)|peering|route tables?|eni|elastic ips?|security groups?|nacl|direct connect|wireguard|tailscale|private ?link|dmz)\b/i
const outside =
  /\b(?:external|3rd[-\s]?party|third[-\s]?party|partner|vendor|supplier|outside|remote)\b/i
const callers =
  /\b(?:clients?|users?|consumers?|customers?|callers?|visitors?|browsers?|actors?)\b/i
/** What stays what it is although it faces or belongs to the outside: "External DNS", "Partner DB". */
const staysItself = new Set([
  'load-balancer',
  'reverse-proxy',
  'dns',
  'cdn',
  'waf',
  'secret-store',
  'queue',
  'event-stream',
  'sql-db',
  'auth-service',
])

export function weighNode(lexicon: Lexicon, node: DrawnNode): LabelReading {
  const { label, shape = '', id, hint = '' } = node
  const reading = readLabel(lexicon, label, id)
  const { weights } = reading
  if (hint !== '' && !reading.isNamed) addHint(lexicon, weights, hint)
  if (!isKnownProduct(lexicon, reading)) holdToShape(lexicon, weights, shape)
  addDisks(lexicon, weights, label)
  if (outside.test(linesOf(label)[0] ?? '')) moveOutside(lexicon, weights, label)
  if (!cylinders.has(shape)) weighBox(lexicon, node, reading)
  if (bestOf(weights) < 0.35) raise(weights, 'service', 0.4)
  return reading
}

function addDisks(lexicon: Lexicon, weights: Weights, label: string): void {
  if (isVolume(lexicon, label)) raise(weights, 'block-store', 0.99)
  if (isDataFile(label) && bestOf(weights) < 0.8) raise(weights, 'file-store', 0.81)
}

function weighBox(lexicon: Lexicon, node: DrawnNode, { weights, isNamed }: LabelReading): void {
  addBoxes(lexicon, weights, node)
  const messages = readTopic(node.label)
  if (messages !== undefined) raise(weights, messages, Math.max(0.8, bestOf(weights) + 0.01))
  if (isSite(node.label)) raise(weights, 'external-service', Math.max(0.8, bestOf(weights) + 0.01))
  if (isCloudOfVendor(lexicon, node.label)) raise(weights, 'external-service', 0.9)
  if (isNamed) return
  addSearch(weights, node.label)
  addByEnding(lexicon, weights, node.label)
}

/** A last word that nobody knows may still show whether the thing runs. */
function addByEnding(lexicon: Lexicon, weights: Weights, label: string): void {
  const best = bestOf(weights)
  if (best < 0.6 && isPaper(lexicon, label)) raise(weights, genericKindId, 0.6)
  else if (best < 0.56 && isDoer(lexicon, label)) raise(weights, 'service', 0.56)
}

/** "Flight search" in a plain box is the part that searches; the index would be drawn as a store. */
function addSearch(weights: Weights, label: string): void {
  if (heaviest(weights) !== 'search-index' || !/\S\s+search\W*$/i.test(label)) return
  raise(weights, 'service', bestOf(weights) + 0.01)
}

/** The greatest weight; 0 when nothing weighs. */
export function bestOf(weights: ReadonlyMap<string, number>): number {
  return Math.max(0, ...weights.values())
}

function addHint(lexicon: Lexicon, weights: Weights, hint: string): void {
  for (const [kind, weight] of readLabel(lexicon, hint, '').weights)
    raise(weights, kind, weight * 0.6)
}

function holdToShape(lexicon: Lexicon, weights: Weights, shape: string): void {
  if (cylinders.has(shape)) holdToData(lexicon, weights)
  if (queues.has(shape) && !hasGroup(lexicon, weights, 'messaging')) raise(weights, 'queue', 0.6)
}

/** "Keycloak" and "DNS" stay what they are in whatever shape they are drawn. */
function isKnownProduct(lexicon: Lexicon, { weights, technology, isNamed }: LabelReading): boolean {
  const kind = heaviest(weights)
  const isOther = kind === 'dns' || (technology !== '' && keepsKind.has(kind))
  return isNamed && isOther && lexicon.kinds.has(kind)
}

/** A cylinder holds data: what else a label speaks of is what the data is about. */
function holdToData(lexicon: Lexicon, weights: Weights): void {
  let best = 0
  for (const [kind, weight] of weights) {
    if (dataGroups.has(lexicon.kinds.get(kind)?.group ?? '') && kind !== 'auth-service') {
      best = Math.max(best, weight)
    } else weights.set(kind, weight * 0.4)
  }
  if (best < 0.4) raise(weights, 'sql-db', 0.62)
}

const ours = /\b(?:adapters?|connectors?|handlers?|integrations?|proxy|proxies)$/i

function moveOutside(lexicon: Lexicon, weights: Weights, label: string): void {
  if (ours.test(linesOf(label)[0] ?? '')) return
  const kind = heaviest(weights)
  const isCaller = lexicon.kinds.get(kind)?.traits.includes('client') === true
  if (isCaller || callers.test(label)) {
    if (!/\busers?|visitors?|browsers?\b/i.test(label)) raise(weights, 'external-client', 0.9)
  } else if (!staysItself.has(kind) && !/\bremote\b/i.test(label)) {
    raise(weights, 'external-service', 0.97)
  }
}

function addBoxes(lexicon: Lexicon, weights: Weights, node: DrawnNode): void {
  const best = bestOf(weights)
  if (isAddress(weights, node.label)) raise(weights, genericKindId, Math.max(0.97, best + 0.01))
  else if (isStep(lexicon, node.label, node.shape ?? ''))
    raise(weights, genericKindId, Math.max(0.8, best + 0.01))
  else if (best >= 0.8) return
  else if (isSettings(node.label)) raise(weights, 'config-service', 0.6)
  else if (isFile(node.label) && (best < 0.45 || !/\S\s+\S/.test(linesOf(node.label)[0] ?? '')))
    raise(weights, genericKindId, Math.max(0.6, best + 0.01))
}

/** A part of a network, or the address of what stands elsewhere in the drawing. */
function isAddress(weights: Weights, label: string): boolean {
  const isEntry = (weights.get('load-balancer') ?? 0) > 0.8
  if (network.test(linesOf(label)[0] ?? '')) return !isEntry
  return isHostName(label) && !weights.has('external-service')
}

function hasGroup(lexicon: Lexicon, weights: Weights, group: string): boolean {
  return [...weights.keys()].some((kind) => lexicon.kinds.get(kind)?.group === group)
}
