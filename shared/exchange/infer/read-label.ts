/**
 * What a label says about the kind of its component, each kind with a weight from 0 to 1. It reads the
 * name first and what is said about it second; it may not look at what the component is connected to.
 */
import { beforeLast, groupOf, isProduct, readJoined, type NameReading } from './join-words.ts'
import { endingIn, matchesIn, wordsIn, type Lexicon, type Match, type Phrase } from './lexicon.ts'
import { alternativesOf, linesOf, splitLabel } from './split-label.ts'
import { wordsOfId } from './tokens.ts'
import { dataNouns, everyday, neutral, people, somePeople } from './word-lists.ts'

/** Kinds with their weights; the heaviest is the most likely. */
export type Weights = Map<string, number>

export interface LabelReading {
  readonly weights: Weights
  /** The product named, as its kind spells it; empty for none. */
  readonly technology: string
  /** Whether the name alone decided, rather than a general word or something said beside it. */
  readonly isNamed: boolean
}

export function readLabel(lexicon: Lexicon, label: string, id: string): LabelReading {
  const { names, about } = splitLabel(label)
  const weights: Weights = new Map()
  const readings = names.map((name) => readName(lexicon, name))
  const first = readings.find((reading) => reading !== undefined && !reading.isWeak)
  const named = first ?? readings.find((reading) => reading !== undefined)
  readings.forEach((reading) => {
    add(weights, reading, reading === named ? 1 : 0.55)
  })
  readAbout(lexicon, weights, about, named)
  if (named === undefined && !isInitials(id, label))
    add(weights, readName(lexicon, idWords(id)), weights.size > 0 ? 0.4 : 0.7)
  readWhole(lexicon, weights, label, names)
  return {
    weights,
    technology: technologyOf(lexicon, label, heaviest(weights)),
    isNamed: named !== undefined && !named.isWeak,
  }
}

/** The kind of the greatest weight; empty when there is none. */
export function heaviest(weights: ReadonlyMap<string, number>): string {
  let best = ''
  for (const [kind, weight] of weights) {
    if (best === '' || weight > (weights.get(best) ?? 0)) best = kind
  }
  return best
}

export function raise(weights: Weights, kind: string, weight: number): void {
  weights.set(kind, Math.max(weights.get(kind) ?? 0, weight))
}

/** "Elastic cluster 3 nodes" has three of something, and is no Node. */
const counted =
  /(?<=\S)\s+[x×]?\d+[x×]?\s+(?:nodes?|replicas?|instances?|brokers?|members?|pods?|shards?|servers?|copies|zones?|azs?|regions?)$/i

const numbered = /(?<=\S)\s+(?:nodes?|instance|member|pod)\s*[-#]?\s*\d*$/i

/** "Qdrant node 2" is one of several Qdrants; of what is no product, the last word says more. */
function bareName(lexicon: Lexicon, name: string): string {
  const bare = name.replace(counted, '') || name
  const whole = bare.replace(numbered, '')
  const last = matchesIn(lexicon, wordsIn(lexicon, whole)).at(-1)
  const holds = last !== undefined && isProduct(last) && groupOf(lexicon, last) === 'data'
  return holds ? whole : bare
}

/** A noun that names a thing comes last; what is general gives way to what stands before it. */
function readName(lexicon: Lexicon, name: string): NameReading | undefined {
  const tokens = wordsIn(lexicon, bareName(lexicon, name))
  const matches = endingIn(lexicon, tokens, matchesIn(lexicon, tokens))
  if (isPeople(name.trim()) && !matches.some(isProduct))
    return { kinds: ['web-client'], weight: 0.9, isWeak: false }
  const last = matches.at(-1)
  if (last === undefined) return undefined
  const holds = ['data', 'messaging'].includes(groupOf(lexicon, last) ?? '')
  const trailing = tokens
    .slice(last.end)
    .filter((token) => !isNeutral(token) && !(holds && dataNouns.has(token)))
  if (trailing.length > 0) return readUnended(lexicon, last, matches, trailing)
  return readEnded(lexicon, last, matches, tokens)
}

/** Whether a name is that of people rather than of a program. */
export function isPeople(name: string): boolean {
  return people.test(name) || somePeople.test(name)
}

function readEnded(
  lexicon: Lexicon,
  last: Match,
  matches: readonly Match[],
  tokens: readonly string[],
): NameReading {
  const before = beforeLast(lexicon, last, matches)
  const joined = before === undefined ? undefined : readJoined(lexicon, before, last)
  if (joined !== undefined) return joined
  const isExact = last.start === 0 && last.end === tokens.length
  const weight = last.phrase.isWeak ? 0.72 : isExact ? 0.95 : 0.85
  return { kinds: last.phrase.kinds, weight, isWeak: last.phrase.isWeak }
}

/** "User profiles" and "Cache keys" are about a user and a cache without being one. */
function readUnended(
  lexicon: Lexicon,
  last: Match,
  matches: readonly Match[],
  trailing: readonly string[],
): NameReading | undefined {
  const strong = last.phrase.product === undefined ? matches.find(isProduct) : last
  const { phrase } = strong ?? last
  const [kind = ''] = phrase.kinds
  if (lexicon.kinds.get(kind)?.traits.includes('client') === true) return undefined
  const isShort = trailing.length === 1
  // Whatever is said to lie in a store of objects is its content.
  if (kind === 'object-store' && phrase.product !== undefined && isShort)
    return { kinds: phrase.kinds, weight: 0.7, isWeak: true }
  return { kinds: phrase.kinds, weight: isShort ? 0.5 : 0.4, isWeak: true }
}

/** What a thing runs on or is delivered by says that it runs, not what it is. */
const platforms = new Set(['container-platform', 'ci-cd', 'iac'])
const onPlatform: NameReading = { kinds: ['service'], weight: 0.7, isWeak: true }

function readAbout(
  lexicon: Lexicon,
  weights: Weights,
  about: readonly string[],
  named: NameReading | undefined,
): void {
  const readings = about
    .flatMap(alternativesOf)
    .flatMap((text) => readName(lexicon, text) ?? [])
    .map((reading) => (isPlatform(reading, named) ? onPlatform : reading))
  const strong = refinementOf(lexicon, named, readings)
  if (named === undefined) {
    const compute = readings.find((reading) => isRunning(lexicon, reading))
    const own = compute ?? readings[0]
    readings.forEach((reading) => add(weights, reading, reading === own ? 0.8 : 0.45))
  } else if (strong !== undefined) {
    add(
      weights,
      { ...strong, weight: Math.max(strong.weight, named.weight), kinds: refined(named, strong) },
      1.04,
    )
    for (const reading of readings) if (reading !== strong) add(weights, reading, 0.4)
  } else readings.forEach((reading) => add(weights, reading, 0.42))
}

/** A box of which nothing else is known may well be the registry that its second line speaks of. */
function isPlatform({ kinds: [kind = ''] }: NameReading, named: NameReading | undefined): boolean {
  return named === undefined ? kind === 'container-platform' : platforms.has(kind)
}

/** What is said beside a name that says more than the name does. */
function refinementOf(
  lexicon: Lexicon,
  named: NameReading | undefined,
  about: readonly NameReading[],
): NameReading | undefined {
  if (named === undefined) return undefined
  if (named.kinds[0] === 'ci-cd' || named.kinds[0] === 'iac') return undefined
  if (platforms.has(named.kinds[0] ?? '')) {
    const runs = ['compute', 'edge']
    const said = about.filter((reading) => reading !== onPlatform)
    return said.find(({ kinds }) => runs.includes(lexicon.kinds.get(kinds[0] ?? '')?.group ?? ''))
  }
  const strong = about.find((reading) => !reading.isWeak)
  const isBetter = strong !== undefined && named.isWeak && isRefined(lexicon, named, strong)
  return isBetter ? strong : undefined
}

/** "Database (MongoDB)" is what MongoDB is; "Users (MongoDB)" keeps to what its name says. */
function isRefined(lexicon: Lexicon, named: NameReading, by: NameReading): boolean {
  const [a, b] = [named, by].map(({ kinds }) => lexicon.kinds.get(kinds[0] ?? '')?.group)
  if (a === 'compute') return by.kinds[0] === 'serverless-function' && named.weight < 0.6
  // A queue "with DLQ" has one and is none.
  if (a === 'messaging' && by.kinds[0] === 'dead-letter-queue') return false
  if (a === 'data' && by.kinds[0] === 'backup') return false
  if (named.weight < 0.6) return true
  return a === b && a !== 'edge'
}

function refined(named: NameReading, by: NameReading): readonly string[] {
  const shared = named.kinds.filter((kind) => by.kinds.includes(kind))
  return [...new Set([...shared, ...by.kinds])]
}

function isRunning(lexicon: Lexicon, reading: NameReading): boolean {
  const kind = lexicon.kinds.get(reading.kinds[0] ?? '')
  return kind?.traits.includes('compute') === true && reading.weight > 0.6
}

/** A phrase that a slash or a preposition had cut in two: "Backend for frontend", "CPU/GPU nodes". */
function readWhole(
  lexicon: Lexicon,
  weights: Weights,
  label: string,
  names: readonly string[],
): void {
  const lines = linesOf(label)
  const whole = [lines.slice(0, 1), lines.slice(0, 2)]
    .map((some) => wordsIn(lexicon, some.join(' ')))
    .map((tokens) => wholePhrase(lexicon, tokens))
    .find((phrase) => phrase !== undefined)
  if (whole !== undefined && names.length > 0) raise(weights, whole.kinds[0] ?? '', 0.96)
}

function wholePhrase(lexicon: Lexicon, tokens: readonly string[]): Phrase | undefined {
  const [first] = matchesIn(lexicon, tokens)
  return first !== undefined &&
    first.start === 0 &&
    first.end === tokens.length &&
    tokens.length > 1
    ? first.phrase
    : undefined
}

function add(weights: Weights, reading: NameReading | undefined, factor: number): void {
  reading?.kinds.forEach((kind, place) => {
    raise(
      weights,
      kind,
      Math.min(1, reading.weight * factor) * (place === 0 ? 1 : 0.9 - place * 0.1),
    )
  })
}

function technologyOf(lexicon: Lexicon, label: string, kind: string): string {
  const products = linesOf(label)
    .flatMap((line) => matchesIn(lexicon, wordsIn(lexicon, line)))
    .filter(isProduct)
  const own = products.find(({ phrase }) => phrase.kinds.includes(kind))
  return (own ?? products[0])?.phrase.product ?? ''
}

/** "pop" and "es" are the beginnings of other words as often as names, and "PATIENT" is a subject. */
function isInitials(id: string, label: string): boolean {
  const initials = (label.match(/(?<!\p{L})\p{L}/gu) ?? []).join('').toLowerCase()
  const isShort = id.length < 4 && everyday.has(id.toLowerCase())
  return (
    isShort ||
    (initials.length > 2 && initials.startsWith(id.toLowerCase())) ||
    isSubject(id, label)
  )
}

function isSubject(id: string, label: string): boolean {
  const last = /\p{L}+$/u.exec(label)?.[0] ?? ''
  return (
    !isPeople(last) && isPeople(wordsOfId(id)) && label.toLowerCase().includes(id.toLowerCase())
  )
}

/** Letters and numbers that stand for nothing ("S3", "D1" as the third and the first) are no words. */
function idWords(id: string): string {
  return /^[a-z]{0,2}\d*$/i.test(id) && !/^(?:db|lb|mq|ui|gw)\d*$/i.test(id) ? '' : wordsOfId(id)
}

function isNeutral(token: string): boolean {
  return neutral.has(token) || /^(?:\d+\w?|[a-z]|v\d+|x\d+|\d+x|[a-z]\d)$/.test(token)
}
