/**
 * The contract of a kind of component: one file a kind, plain data, no behaviour. `npm run gen` lists
 * the files in `index.ts`, and `kinds.test.ts` holds every kind to what is written here.
 */
import type { PropertyValue } from '#shared/design/design.ts'
import type { EdgeType } from '#shared/design/vocabulary.ts'
import type { NodePropertyId } from './node-properties.ts'

/** Families of the palette, in its order; each has its own hue, see client/ui/tokens.css. */
export const kindGroups = {
  edge: 'Clients and edge',
  compute: 'Compute',
  data: 'Data stores',
  messaging: 'Messaging',
  coordination: 'Security and coordination',
  observability: 'Observability and delivery',
  outside: 'Outside',
} as const
export type KindGroup = keyof typeof kindGroups

/** What rules ask of a kind; a kind may play several parts. */
export const kindTraits = [
  /** Where requests begin. */
  'client',
  /** Spreads, routes or terminates traffic before it reaches compute. */
  'entry',
  /** Spreads requests over instances and leaves out dead ones. */
  'balancer',
  /** Runs the product's own logic. */
  'compute',
  /** Keeps data whose loss matters. */
  'store',
  /** Keeps copies that can be rebuilt from a store. */
  'derived',
  /** Hands messages over for later. */
  'messaging',
  /** Watches or delivers; takes no part in requests. */
  'watches',
  /** Run by somebody else. */
  'external',
  /** Redundant by itself wherever it is bought. */
  'self-redundant',
] as const
export type KindTrait = (typeof kindTraits)[number]

export interface KindProperty {
  readonly id: NodePropertyId
  /** What is assumed while nobody says otherwise; shown in grey in the inspector. */
  readonly default?: PropertyValue
  /** Where the default comes from: a guide's line or a known measurement. */
  readonly source?: string
}

export interface Neighbour {
  /** Id of the kind that is usually found at the other end. */
  readonly kind: string
  /** Whether this kind calls the neighbour (`out`) or is called by it (`in`). */
  readonly direction: 'out' | 'in'
  readonly edge: EdgeType
}

export interface Kind {
  /** Equals the file's name; stored in boards and files, never renamed. */
  readonly id: string
  readonly title: string
  readonly group: KindGroup
  /** Place within its group of the palette, lowest first, then by title; steps of ten leave room. */
  readonly order: number
  readonly traits: readonly KindTrait[]
  /** Inner markup of an SVG with viewBox 0 0 24 24, drawn with `stroke="currentColor"`, width 1.75, no fill. */
  readonly icon: string
  /** One sentence: what it is for. */
  readonly isFor: string
  /** One sentence: what it is not for, or what to watch. */
  readonly notFor: string
  readonly properties: readonly KindProperty[]
  /** Likely neighbours, most likely first. */
  readonly neighbours: readonly Neighbour[]
  /** Lower-case words that name the kind in a label ("load balancer", "lb"). */
  readonly words: readonly string[]
  /** Products as people write them ("PostgreSQL"); offered as technology and matched without case. */
  readonly technologies: readonly string[]
}

/** What a board needs of a kind from the first moment: to draw it, and to guess what an arrow to it means. */
export const paletteKeys = [
  'id',
  'title',
  'group',
  'order',
  'traits',
  'icon',
  'neighbours',
] as const satisfies readonly (keyof Kind)[]
export type PaletteKind = Pick<Kind, (typeof paletteKeys)[number]>

/** Gives a kind its type; a kind that does not fit is an error at compile time. */
export function defineKind(kind: Kind): Kind {
  return kind
}
