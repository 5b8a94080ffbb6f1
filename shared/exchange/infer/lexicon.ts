/** Every word and product that betrays a kind, looked up by its first word. */
import type { Kind } from '#shared/kinds/define-kind.ts'
import { moreProducts } from './more-products.ts'
import { moreWords } from './more-words.ts'
import { productsOfClouds } from './products-of-clouds.ts'
import { carriers, everyday, firstKinds, weakWords } from './word-lists.ts'
import { singular, tokensOf } from './tokens.ts'
import { productsOfFields, wordsOfFields } from './words-of-fields.ts'

export interface Phrase {
  readonly tokens: readonly string[]
  /** The kinds that it may stand for, the likeliest first. */
  readonly kinds: readonly string[]
  /** Set when the phrase is a product: as its kind spells it. */
  readonly product?: string
  /** A word so general that a product or a better word beside it decides. */
  readonly isWeak: boolean
  /** A word of everyday language: it names a thing only when it stands alone. */
  readonly isEveryday: boolean
}

export interface Match {
  readonly phrase: Phrase
  readonly start: number
  readonly end: number
}

export interface Lexicon {
  readonly kinds: ReadonlyMap<string, Kind>
  readonly byFirst: ReadonlyMap<string, readonly Phrase[]>
  readonly vocabulary: ReadonlySet<string>
}

const parts =
  /^(?:cache|cluster|broker|queue|topics?|bucket|database|storage|stream|lists?|dashboards?|postgresql|mysql|tables|sidecar|job)$/

interface Entry {
  readonly text: string
  readonly kinds: Set<string>
  product?: string
}

/** One lexicon for each list of kinds: it is dear to make, and never changes. */
const made = new WeakMap<readonly Kind[], Lexicon>()

export function createLexicon(kinds: readonly Kind[]): Lexicon {
  const lexicon = made.get(kinds) ?? newLexicon(kinds)
  made.set(kinds, lexicon)
  return lexicon
}

function newLexicon(kinds: readonly Kind[]): Lexicon {
  const entries = entriesOf(kinds)
  for (const [key, entry] of entries) shortenProduct(entries, key, entry)
  const byFirst = new Map<string, Phrase[]>()
  for (const [key, entry] of entries) addPhrase(byFirst, key, entry)
  for (const phrases of byFirst.values()) phrases.sort((a, b) => b.tokens.length - a.tokens.length)
  const vocabulary = new Set([...entries.keys()].flatMap((key) => key.split(' ')))
  return { kinds: new Map(kinds.map((kind) => [kind.id, kind])), byFirst, vocabulary }
}

/** What the kinds list themselves comes first: its spelling and its kind are preferred. */
function entriesOf(kinds: readonly Kind[]): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>()
  for (const kind of kinds) {
    for (const word of [kind.title, ...kind.words]) addEntry(entries, word, kind.id)
    for (const product of kind.technologies) addEntry(entries, product, kind.id, product)
  }
  for (const { id } of kinds) {
    const words = [...listed(moreWords[id] ?? ''), ...listed(wordsOfFields[id] ?? '')]
    for (const word of words) addEntry(entries, word, id)
  }
  for (const { id } of kinds) {
    const names = [moreProducts, productsOfClouds, productsOfFields].flatMap((some) =>
      listed(some[id] ?? ''),
    )
    for (const name of names) addEntry(entries, name, id, name)
  }
  return entries
}

/** The phrases of a text from left to right, the longest at each place, none overlapping. */
export function matchesIn(lexicon: Lexicon, tokens: readonly string[]): readonly Match[] {
  const matches: Match[] = []
  for (let start = 0; start < tokens.length;) {
    const phrase = longestAt(lexicon, tokens, start)
    if (phrase !== undefined) {
      matches.push({ phrase, start, end: start + phrase.tokens.length })
    }
    start += phrase?.tokens.length ?? 1
  }
  return matches
}

/** The same matches, the last one replaced by a longer phrase that ends where the text ends. */
export function endingIn(
  lexicon: Lexicon,
  tokens: readonly string[],
  matches: readonly Match[],
): readonly Match[] {
  const last = matches.at(-1)
  if (last === undefined || last.end < tokens.length) return matches
  for (let start = Math.max(0, tokens.length - 4); start < last.start; start++) {
    const phrase = longestAt(lexicon, tokens, start)
    if (phrase === undefined || start + phrase.tokens.length !== tokens.length) continue
    const before = matches.filter((match) => match.end <= start)
    return [...before, { phrase, start, end: tokens.length }]
  }
  return matches
}

/** The words of a text; a word in capitals and small letters comes apart unless it is a known name. */
export function wordsIn(lexicon: Lexicon, text: string): string[] {
  return tokensOf(
    text,
    (word) => lexicon.vocabulary.has(word) || lexicon.vocabulary.has(singular(word)),
  )
}

function longestAt(lexicon: Lexicon, tokens: readonly string[], start: number): Phrase | undefined {
  const first = tokens[start] ?? ''
  const plain = singular(first)
  const phrases = [
    ...(lexicon.byFirst.get(first) ?? []),
    ...(plain === first ? [] : (lexicon.byFirst.get(plain) ?? [])),
  ]
  let best: Phrase | undefined
  for (const phrase of phrases) {
    if (phrase.isEveryday && tokens.length > 1 && !isTheirApi(phrase, tokens)) continue
    if (best !== undefined && phrase.tokens.length <= best.tokens.length) continue
    if (phrase.tokens.every((word, i) => isWord(tokens[start + i], word))) best = phrase
  }
  return best
}

/** "Zoom API" is the product, while a zoom is not. */
function isTheirApi({ product }: Phrase, tokens: readonly string[]): boolean {
  return product !== undefined && tokens.length === 2 && tokens[1] === 'api'
}

function isWord(token: string | undefined, word: string): boolean {
  return token !== undefined && (token === word || singular(token) === word)
}

function addEntry(entries: Map<string, Entry>, text: string, kind: string, product?: string): void {
  const key = tokensOf(text).join(' ')
  if (key === '') return
  const entry = entries.get(key) ?? { text, kinds: new Set() }
  entry.kinds.add(kind)
  if (product !== undefined) entry.product ??= product
  entries.set(key, entry)
}

/** "Redis cache" and "Kafka broker" are found as such, but the product is called Redis and Kafka. */
function shortenProduct(entries: ReadonlyMap<string, Entry>, key: string, entry: Entry): void {
  const [first = '', ...rest] = key.split(' ')
  const own = entries.get(first)?.product
  const isPlain = rest.length > 0 && rest.every((word) => carriers.has(word) || parts.test(word))
  if (entry.product !== undefined && own !== undefined && isPlain) entry.product = own
}

function addPhrase(byFirst: Map<string, Phrase[]>, key: string, entry: Entry): void {
  const tokens = key.split(' ')
  const [first = ''] = tokens
  const preferred = (firstKinds[key] ?? '').split(' ').filter((id) => entry.kinds.has(id))
  const phrase: Phrase = {
    tokens,
    kinds: [...new Set([...preferred, ...entry.kinds])],
    isWeak: isGeneral(key, entry),
    isEveryday: everyday.has(key),
    ...(entry.product === undefined ? {} : { product: entry.product }),
  }
  const list = byFirst.get(first)
  if (list === undefined) byFirst.set(first, [phrase])
  else list.push(phrase)
}

/** Any "… database" may be of any make, and any "… queue" a stream. */
function isGeneral(key: string, { kinds, product }: Entry): boolean {
  if (weakWords.has(key) || weakWords.has(key.split(' ').map(singular).join(' '))) return true
  return product === undefined && (kinds.has('sql-db') || kinds.has('queue'))
}

function listed(text: string): readonly string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
