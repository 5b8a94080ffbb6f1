/** Finds kinds by id, and by what a person types into the palette or the quick insert. */
import type { Kind } from './define-kind.ts'
import { isNearPrefix } from './edit-distance.ts'
import { genericKind } from './generic-kind.ts'
import { kinds } from './index.ts'

export interface KindMatch {
  readonly kind: Kind
  /** The product that the query named, spelled as its kind spells it. */
  readonly technology?: string
  /** What a component placed by this match is called: the product, else the title of the kind. */
  readonly label: string
}

/** A name of a kind, with what decides its place among equally good ones. */
interface Name {
  readonly match: KindMatch
  readonly words: readonly string[]
  readonly spaced: string
  readonly compact: string
  /** 0 the title, 1 a word for it, then its technologies in their order. */
  readonly rank: number
  readonly place: number
}

interface Hit {
  readonly name: Name
  readonly score: number
}

const byId: ReadonlyMap<string, Kind> = new Map(kinds.map((kind) => [kind.id, kind]))
const names: readonly Name[] = kinds.flatMap(namesOf)

/** The kind of an id; the generic kind for an id that nothing has, so that newer boards still open. */
export function findKind(id: string): Kind {
  return byId.get(id) ?? genericKind
}

/**
 * Kinds whose title, words or technologies fit the query, best first, each kind once: whole names, then
 * beginnings of names, beginnings of their words, parts, and slips of the finger where nothing else
 * fits. An empty query answers the first kinds of the palette; a limit below one answers nothing.
 */
export function searchKinds(query: string, limit = 12): readonly KindMatch[] {
  const words = wordsOf(query)
  const size = Math.max(0, Math.floor(limit))
  if (words.length === 0) return kinds.slice(0, size).map(titled)
  const strict = hitsOf((name) => strictScore(name, words))
  const hits = strict.length > 0 ? strict : hitsOf((name) => slipScore(name, words))
  return onePerKind(hits.sort(byFit)).slice(0, size)
}

function namesOf(kind: Kind, place: number): readonly Name[] {
  return [
    nameOf(kind.title, titled(kind), 0, place),
    ...kind.words.map((word) => nameOf(word, titled(kind), 1, place)),
    ...kind.technologies.map((technology, index) =>
      nameOf(technology, { kind, technology, label: technology }, 2 + index, place),
    ),
  ]
}

function nameOf(text: string, match: KindMatch, rank: number, place: number): Name {
  const words = wordsOf(text)
  return { match, words, spaced: words.join(' '), compact: words.join(''), rank, place }
}

function titled(kind: Kind): KindMatch {
  return { kind, label: kind.title }
}

function hitsOf(scoreOf: (name: Name) => number | undefined): Hit[] {
  return names.flatMap((name) => {
    const score = scoreOf(name)
    return score === undefined ? [] : [{ name, score }]
  })
}

/** Lower fits better. Spaces are optional: "loadbalancer" and "pub sub" are whole names. */
function strictScore(name: Name, words: readonly string[]): number | undefined {
  const spaced = words.join(' ')
  const compact = words.join('')
  if (name.compact === compact) return 0
  if (name.spaced.startsWith(spaced) || name.compact.startsWith(compact)) return 1
  if (words.every((word) => name.words.some((other) => other.startsWith(word)))) return 2
  return compact.length > 2 && name.compact.includes(compact) ? 3 : undefined
}

function slipScore(name: Name, words: readonly string[]): number | undefined {
  if (isNearPrefix(words.join(''), name.compact)) return 4
  const fits = words.every((word) => name.words.some((other) => isNearPrefix(word, other)))
  return fits ? 5 : undefined
}

/** Whole names come in the order of the palette; of other names, the more usual one comes first. */
function byFit(a: Hit, b: Hit): number {
  if (a.score !== b.score) return a.score - b.score
  if (a.score > 0 && a.name.rank !== b.name.rank) return a.name.rank - b.name.rank
  return a.name.place - b.name.place || a.name.rank - b.name.rank
}

function onePerKind(hits: readonly Hit[]): readonly KindMatch[] {
  const best = new Map<string, KindMatch>()
  for (const { name } of hits) {
    if (!best.has(name.match.kind.id)) best.set(name.match.kind.id, name.match)
  }
  return [...best.values()]
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}+#]+/gu) ?? []
}
