/**
 * Which components a text speaks of: by label, technology or id, case-blind and plural-blind, the longest
 * name first; and by what a thing is ("the cache") where only one component is that.
 */
import type { DesignNode, Graph } from '#shared/design/design.ts'
import { findKind } from '#shared/kinds/find-kind.ts'

export interface NodeNames {
  /** Whether a text is nothing but the name of a component. */
  readonly isName: (text: string) => boolean
  /** Ids of all components. */
  readonly ids: ReadonlySet<string>
  /** Ids of the components that a text is the name of; none when it is no name. */
  readonly called: (text: string) => readonly string[]
  /** Ids of the components that a text names, in the order of the text, each once. */
  readonly namedIn: (text: string) => readonly string[]
  /** Ids of the components that a text is the name of; those that it mentions when it is no name. */
  readonly namedBy: (text: string) => readonly string[]
}

interface Name {
  readonly tokens: readonly string[]
  readonly ids: readonly string[]
  /** 0 label, 1 technology, 2 part of a label, 3 id, 4 what it is. */
  readonly rank: number
}

const synonyms: Readonly<Record<string, string>> = {
  postgres: 'postgresql',
  pg: 'postgresql',
  mongo: 'mongodb',
  dynamo: 'dynamodb',
  elastic: 'elasticsearch',
  k8s: 'kubernetes',
  db: 'database',
  dbs: 'database',
  svc: 'service',
  lb: 'load balancer',
  lbs: 'load balancer',
  loadbalancer: 'load balancer',
  gw: 'gateway',
  mq: 'message queue',
  caching: 'cache',
}

// prettier-ignore
const common = new Set([
  'a', 'an', 'and', 'are', 'as', 'at', 'be', 'by', 'do', 'end', 'for', 'go', 'he', 'if', 'in', 'is', 'it',
  'me', 'my', 'no', 'not', 'of', 'on', 'or', 'out', 'so', 'the', 'to', 'up', 'us', 'we', 'all', 'use', 'user',
  'read', 'write', 'node', 'data', 'system', 'start', 'log', 'get', 'post', 'put', 'new', 'per', 'any', 'can',
])

/** Looks the names up once; ask it many texts. */
export function createNodeNames(graph: Graph): NodeNames {
  const names = namesOf(graph.nodes)
  const whole = new Map<string, Name>()
  for (const list of names.values()) {
    for (const name of list) {
      const key = name.tokens.join(' ')
      const known = whole.get(key)
      if (known === undefined || name.rank < known.rank) whole.set(key, name)
    }
  }
  const ids = new Map(graph.nodes.map((node) => [node.id.toLowerCase(), node.id]))
  const stems = stemsOf(graph.nodes)
  const namedIn = (text: string) => mentioned(names, tokensOf(text))
  const called = (text: string) => {
    const plain = text.replace(/[`"'“”]/g, '').trim()
    const exact = whole.get(tokensOf(plain).join(' '))
    if (exact !== undefined && exact.rank < 3) return exact.ids
    const id = ids.get(plain.toLowerCase())
    const stem = exact === undefined ? stems.get(tokensOf(plain).join(' ')) : undefined
    return id === undefined ? (exact?.ids ?? stem ?? []) : [id]
  }
  const namedBy = (text: string) => {
    const exact = called(text)
    return exact.length > 0 ? exact : namedIn(text)
  }
  const isName = (text: string) => (whole.get(tokensOf(text).join(' '))?.rank ?? 3) < 3
  return { ids: new Set(graph.nodes.map((node) => node.id)), isName, called, namedIn, namedBy }
}

function mentioned(
  names: ReadonlyMap<string, readonly Name[]>,
  tokens: readonly string[],
): readonly string[] {
  const found = new Set<string>()
  for (let i = 0; i < tokens.length; i += 1) {
    const name = bestAt(names, tokens, i)
    if (name === undefined) continue
    for (const id of name.ids) found.add(id)
    i += name.tokens.length - 1
  }
  return [...found]
}

function bestAt(
  names: ReadonlyMap<string, readonly Name[]>,
  tokens: readonly string[],
  at: number,
): Name | undefined {
  let best: Name | undefined
  for (const name of names.get(tokens[at] ?? '') ?? []) {
    if (name.rank === 3 && name.tokens.every((token) => common.has(token))) continue
    if (!name.tokens.every((token, i) => tokens[at + i] === token)) continue
    if (best === undefined || isBetter(name, best)) best = name
  }
  return best
}

function isBetter(name: Name, best: Name): boolean {
  if (name.tokens.length !== best.tokens.length) return name.tokens.length > best.tokens.length
  return name.rank < best.rank
}

function namesOf(nodes: readonly DesignNode[]): ReadonlyMap<string, readonly Name[]> {
  const byKey = new Map<string, { tokens: readonly string[]; ids: string[]; rank: number }>()
  const add = (text: string, id: string, rank: number) => {
    const tokens = tokensOf(text)
    if (tokens.length === 0 || (rank > 0 && tokens.length === 1 && common.has(tokens[0] ?? '')))
      return
    const key = tokens.join(' ')
    const known = byKey.get(key)
    if (known === undefined || rank < known.rank) byKey.set(key, { tokens, ids: [id], rank })
    else if (rank === known.rank && !known.ids.includes(id)) known.ids.push(id)
  }
  for (const node of nodes) {
    add(node.label, node.id, 0)
    add(node.technology, node.id, 1)
    for (const part of partsOf(node.label)) add(part, node.id, 2)
    if (node.id.length > 1) add(node.id, node.id, 3)
  }
  for (const [word, id] of [...roles(nodes), ...products(nodes)]) add(word, id, 4)
  const byFirst = new Map<string, Name[]>()
  for (const name of byKey.values()) {
    const first = name.tokens[0] ?? ''
    byFirst.set(first, [...(byFirst.get(first) ?? []), name])
  }
  return byFirst
}

/** "PostgreSQL + standby", "Orders DB (primary)", "Object store: renditions" begin with a name. */
function partsOf(label: string): readonly string[] {
  const [head = ''] = label.split(/[([{:+,;|/–—]|\s-\s|\s(?:with|for)\s/i, 1)
  return head.trim() === label.trim() ? [] : [head]
}

const lastWord =
  /\s+(?:(?:micro)?services?|svc|apis?|servers?|workers?|app(?:lication)?|back[-\s]?end)$/i

/** "Checkout" for the only "Checkout service": the word for what it is goes unsaid where names stand in a row. */
function stemsOf(nodes: readonly DesignNode[]): ReadonlyMap<string, readonly string[]> {
  const stems = new Map<string, string[]>()
  for (const { id, label } of nodes) {
    const name = (partsOf(label)[0] ?? label).trim()
    const stem = name.replace(lastWord, '')
    const key = stem === name ? '' : tokensOf(stem).join(' ')
    if (key !== '' && !common.has(key)) stems.set(key, [...(stems.get(key) ?? []), id])
  }
  return new Map([...stems].filter(([, ids]) => ids.length === 1))
}

const productWords =
  /\b(?:postgres(?:ql)?|mysql|mariadb|oracle|sql server|mongo(?:db)?|dynamodb|cassandra|redis|valkey|memcached|elasticsearch|opensearch|kafka|rabbitmq|sqs|sns|pub\/sub|s3|r2|gcs|blob storage|spanner|cockroachdb|timescaledb|clickhouse|bigquery|snowflake|sqlite|firestore|aurora|neo4j|influxdb|mqtt|event hubs|kinesis|nats|vault|cosmos db)\b/gi

/** "Memorystore Redis" is Redis where no other label speaks of it. */
function products(nodes: readonly DesignNode[]): readonly (readonly [string, string])[] {
  const owners = new Map<string, Set<string>>()
  for (const { id, label, technology } of nodes) {
    for (const [word] of `${label} ${technology}`.matchAll(productWords)) {
      const key = tokensOf(word).join(' ')
      owners.set(key, (owners.get(key) ?? new Set()).add(id))
    }
  }
  return [...owners].flatMap(([word, ids]) => {
    const [id, ...others] = ids
    return id === undefined || others.length > 0 ? [] : [[word, id] as const]
  })
}

const roleTraits = new Set(['store', 'derived', 'messaging', 'balancer', 'entry'])

/** What a thing is, where only one component is that: "cache" for the only cache. */
function roles(nodes: readonly DesignNode[]): readonly (readonly [string, string])[] {
  const counts = new Map<string, number>()
  for (const node of nodes) counts.set(node.kind, (counts.get(node.kind) ?? 0) + 1)
  return nodes.flatMap((node) => {
    const kind = findKind(node.kind)
    if (counts.get(node.kind) !== 1 || !kind.traits.some((trait) => roleTraits.has(trait)))
      return []
    return [kind.title, ...kind.words].map((word) => [word, node.id] as const)
  })
}

function tokensOf(text: string): readonly string[] {
  const words = (text.toLowerCase().match(/[\p{L}\p{N}+#]+/gu) ?? []).filter(isWord)
  return words.flatMap((word) => (synonymOf(word) ?? singular(word)).split(' '))
}

function isWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}

function synonymOf(word: string): string | undefined {
  return Object.hasOwn(synonyms, word) ? synonyms[word] : undefined
}

function singular(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (word.length > 3 && word.endsWith('s') && !word.endsWith('ss') && !/(?:us|is)$/.test(word)) {
    return word.slice(0, -1)
  }
  return word
}
