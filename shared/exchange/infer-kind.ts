/**
 * Which kind of component a label speaks of. It reads words and technologies that the kinds themselves
 * list, so a new kind needs no change here; it may not look at what the component is connected to.
 */
import type { Kind } from '#shared/kinds/define-kind.ts'

export interface InferredKind {
  readonly kind: string
  /** The technology that the label names, spelled as its kind spells it; empty for none. */
  readonly technology: string
}

export interface KindReader {
  /** `shape` and `id` are the diagram's; they decide only where the label says nothing. */
  read(label: string, shape?: string, id?: string): InferredKind
}

interface Phrase {
  readonly tokens: readonly string[]
  readonly kind: Kind
  /** Set when the phrase is a product. */
  readonly technology?: string
}
interface Match {
  readonly phrase: Phrase
  readonly end: number
}
type Phrases = ReadonlyMap<string, readonly Phrase[]>

/** What people write that no list of products spells out. */
const synonyms: Readonly<Record<string, string>> = {
  postgres: 'postgresql',
  mongo: 'mongodb',
  elastic: 'elasticsearch',
  k8s: 'kubernetes',
  db: 'database',
  dbs: 'database',
  svc: 'service',
  lb: 'load balancer',
  mq: 'message queue',
  gw: 'gateway',
}

/** Where the name of a thing ends and words about it begin: "Cache for sessions", "API (Node)". */
const afterHead =
  /[([{,:;+|–—]|\s[-/]\s|\s(?:for|with|using|via|on|in|of|to|from|by|per|and|holding|behind)\s/i
const cylinders = new Set(['cylinder', 'cyl', 'cylindrical', 'database', 'db', 'lin-cyl', 'disk'])
const queues = new Set(['das', 'h-cyl', 'horizontal-cylinder'])

/** Looks the kinds' words up once; read many labels with it. */
export function createKindReader(kinds: readonly Kind[]): KindReader {
  const phrases = phrasesOf(kinds)
  return {
    read(label, shape = '', id = '') {
      const head = headOf(label)
      const texts = [head, label, headOf(spelled(id))]
      const match = texts.map((text) => bestMatch(phrases, text, shape)).find(isFound)
      const kind = isPartnersApi(phrases, head)
        ? 'external-service'
        : (match?.phrase.kind.id ?? kindOfShape(shape))
      return { kind, technology: technologyIn(phrases, label, kind) }
    },
  }
}

function kindOfShape(shape: string): string {
  if (cylinders.has(shape)) return 'sql-db'
  return queues.has(shape) ? 'queue' : 'service'
}

function phrasesOf(kinds: readonly Kind[]): Phrases {
  const phrases = new Map<string, Phrase[]>()
  const add = (text: string, phrase: Omit<Phrase, 'tokens'>) => {
    const tokens = tokensOf(text)
    const [first] = tokens
    if (first === undefined) return
    phrases.set(first, [...(phrases.get(first) ?? []), { ...phrase, tokens }])
  }
  for (const kind of kinds) {
    const own = kind.id === 'mobile-client' ? ['app'] : []
    for (const word of [...kind.words, ...own, kind.title]) add(word, { kind })
    for (const technology of kind.technologies) add(technology, { kind, technology })
  }
  return phrases
}

/** The phrase that ends last, since the noun that names a thing comes last; the longer one of two. */
function bestMatch(phrases: Phrases, text: string, shape: string): Match | undefined {
  const tokens = tokensOf(text)
  let best: Match | undefined
  for (const match of matchesIn(phrases, tokens)) {
    if (!isPlausible(match, tokens, shape)) continue
    if (best === undefined || isBetter(match, best)) best = match
  }
  return best
}

function isBetter(match: Match, best: Match): boolean {
  if (match.end !== best.end) return match.end > best.end
  return match.phrase.tokens.length > best.phrase.tokens.length
}

/** "User profiles" is no user, and what is drawn as a cylinder is no service. */
function isPlausible({ phrase, end }: Match, tokens: readonly string[], shape: string): boolean {
  if (cylinders.has(shape) && !['data', 'messaging'].includes(phrase.kind.group)) return false
  if (!phrase.kind.traits.includes('client')) return true
  return tokens.slice(end).every((token) => /^(?:x?\d+x?|apps?|users?|clients?|s)$/.test(token))
}

/** "Stripe API" is Stripe's, while "Payment API (Stripe)" is one's own. */
function isPartnersApi(phrases: Phrases, head: string): boolean {
  const tokens = tokensOf(head)
  if (tokens.at(-1) !== 'api') return false
  return matchesIn(phrases, tokens).some(
    ({ phrase }) => phrase.technology !== undefined && phrase.kind.id === 'external-service',
  )
}

function technologyIn(phrases: Phrases, label: string, kind: string): string {
  const named = matchesIn(phrases, tokensOf(label)).map((match) => match.phrase)
  const products = named.filter((phrase) => phrase.technology !== undefined)
  return (products.find((phrase) => phrase.kind.id === kind) ?? products[0])?.technology ?? ''
}

function matchesIn(phrases: Phrases, tokens: readonly string[]): Match[] {
  return tokens.flatMap((token, start) =>
    [token, singular(token)].flatMap((first) =>
      (phrases.get(first) ?? [])
        .filter((phrase) => phrase.tokens.every((word, i) => isWord(tokens[start + i], word)))
        .map((phrase) => ({ phrase, end: start + phrase.tokens.length })),
    ),
  )
}

function isWord(token: string | undefined, word: string): boolean {
  return token !== undefined && (token === word || singular(token) === word)
}

function singular(token: string): string {
  if (token.length > 4 && token.endsWith('ies')) return `${token.slice(0, -3)}y`
  if (token.length > 3 && token.endsWith('s')) return token.slice(0, -1)
  return token
}

function tokensOf(text: string): string[] {
  const words = text.toLowerCase().split(/[^a-z0-9+#]+/)
  return words
    .filter((word) => word !== '')
    .flatMap((word) => (Object.hasOwn(synonyms, word) ? (synonyms[word] ?? word) : word).split(' '))
}

function headOf(label: string): string {
  const [head = ''] = label.split(afterHead, 1)
  return head
}

/** The words of an identifier: `ordersDb2` speaks of "orders db". */
function spelled(id: string): string {
  return id.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_\-.\d]+/g, ' ')
}

function isFound(match: Match | undefined): match is Match {
  return match !== undefined
}
