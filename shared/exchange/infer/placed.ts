/** A box in its place: what its arrows lead to, and what a rule may ask about it. */
import type { Kind, KindTrait } from '#shared/kinds/define-kind.ts'
import type { DrawnNode } from './drawing.ts'
import type { Lexicon } from './lexicon.ts'
import { heaviest, type Weights } from './read-label.ts'

export interface Placed {
  readonly node: DrawnNode
  readonly weights: Weights
  readonly technology: string
  readonly isNamed: boolean
  readonly incoming: Link[]
  readonly outgoing: Link[]
}
export interface Link {
  readonly other: Placed
  readonly label: string
}

/** The company that a box keeps: how many boxes there are, and how many of them keep data for good. */
export interface Company {
  readonly size: number
  readonly stores: number
}

/** Answers the kind that a box has by its place; nothing when the place says nothing. */
export type Rule = (lexicon: Lexicon, one: Placed, drawing: Company) => string | undefined

export function companyOf(all: readonly Placed[]): Company {
  return { size: all.length, stores: all.filter(isTruth).length }
}

const truths = new Set([
  'sql-db',
  'newsql-db',
  'document-db',
  'wide-column-db',
  'key-value-db',
  'graph-db',
  'timeseries-db',
  'object-store',
  'event-store',
  'realtime-db',
])

export function isTruth(one: Placed): boolean {
  return truths.has(kindOf(one))
}

export function isClient(lexicon: Lexicon, one: Placed): boolean {
  return lexicon.kinds.get(kindOf(one))?.traits.includes('client') === true
}

export function isPerson({ node }: Placed): boolean {
  return /\b(?:users?|customers?|people|person|admins?|clients?|browsers?|visitors?)\b/i.test(
    node.label,
  )
}

export function kindOf(one: Placed): string {
  return one.node.kind ?? heaviest(one.weights)
}

export function labelsAt(one: Placed): readonly string[] {
  return [...one.incoming, ...one.outgoing].map(({ label }) => label)
}

/** What the kind of a box does in a drawing, as far as it is known by now. */
export function traitsOf(lexicon: Lexicon, one: Placed): Kind['traits'] {
  return lexicon.kinds.get(kindOf(one))?.traits ?? []
}

export function isCalledBy(lexicon: Lexicon, one: Placed, trait: KindTrait): boolean {
  return one.incoming.some(({ other }) => traitsOf(lexicon, other).includes(trait))
}

export function callsSome(lexicon: Lexicon, one: Placed, trait: KindTrait): boolean {
  return one.outgoing.some(({ other }) => traitsOf(lexicon, other).includes(trait))
}
