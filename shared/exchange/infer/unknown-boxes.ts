/** What a box is of which no word is known, by its place alone. */
import { readReplicas } from '../read-replicas.ts'
import type { Lexicon } from './lexicon.ts'
import { isCalledBy, kindOf, traitsOf, type Link, type Placed } from './placed.ts'
import { heaviest, raise } from './read-label.ts'
import { bestOf, genericKindId } from './weigh-node.ts'

/** What runs reports to these. */
const reportTo = new Set(['metrics', 'tracing', 'apm'])
const screens = new Set(['web-client', 'mobile-client'])

/**
 * A box that nothing is known of is a service where it does a service's work: it has instances, keeps
 * or hands on data, or stands behind an entry. Whoever nobody calls and who asks nothing but screens
 * and entries is in front of them. Anything else may be anything.
 */
export function settleUnknown(lexicon: Lexicon, one: Placed): void {
  const { node, weights } = one
  if (bestOf(weights) > 0.42 || heaviest(weights) !== 'service') return
  if (readReplicas(node.label).replicas !== undefined) return
  raise(weights, byPlace(lexicon, one), 0.45)
}

function byPlace(lexicon: Lexicon, one: Placed): string {
  const { incoming, outgoing } = one
  const isFirst = incoming.length === 0 && outgoing.length > 0
  if (isFirst && outgoing.every((link) => isAsked(lexicon, link))) return 'web-client'
  const isBehind = isCalledBy(lexicon, one, 'entry')
  return isBehind || outgoing.some((link) => isWork(lexicon, link)) ? 'service' : genericKindId
}

/** A screen is used by people, and an entry asked by whatever is in their hands. */
function isAsked(lexicon: Lexicon, { other }: Link): boolean {
  return screens.has(kindOf(other)) || traitsOf(lexicon, other).includes('entry')
}

function isWork(lexicon: Lexicon, { other }: Link): boolean {
  const works = ['store', 'derived', 'messaging'] as const
  const traits = traitsOf(lexicon, other)
  return works.some((trait) => traits.includes(trait)) || reportTo.has(kindOf(other))
}
