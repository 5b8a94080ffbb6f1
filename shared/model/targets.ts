/**
 * Where the requests of a component go on to. One request takes one of its main targets; caches are
 * asked before them, and what is called now and then stands aside.
 */
import type { DesignEdge, DesignNode } from '#shared/design/design.ts'
import { edgesFrom } from '#shared/design/graph.ts'
import type { KindTrait } from '#shared/kinds/define-kind.ts'
import { rateIn } from './capacity.ts'
import type { ModelInput } from './model-input.ts'

/** A place that work is passed on to, over one arrow or more. */
export interface Target {
  readonly id: string
  readonly takes: 'both' | 'reads' | 'writes'
  /** Requests a second that an arrow states. */
  readonly rate?: number
  /** Share of the caller's requests that an arrow states, 0 to 1. */
  readonly share?: number
  /** Calls for each request that takes this way; 1 while nobody says otherwise. */
  readonly calls: number
}

export interface Targets {
  /** One request takes one of these. */
  readonly main: readonly Target[]
  /** Asked before the main targets by reads. */
  readonly caches: readonly Target[]
  /** Taken by any number of requests, none included. */
  readonly aside: readonly Target[]
}

type Role = 'main' | 'cache' | 'blob' | 'messages' | 'external' | 'aside'
/** Who stands in where nothing is a main target, first to last. */
const standIns: readonly Role[] = ['blob', 'messages', 'external', 'aside']
const blobKinds: ReadonlySet<string> = new Set([
  'object-store', 'block-store', 'file-store', 'dfs', 'archive-store', 'data-lake', 'backup',
]) // prettier-ignore
const cacheKinds: ReadonlySet<string> = new Set(['cache', 'local-cache'])
const workTypes: ReadonlySet<string> = new Set(['sync', 'async', 'stream', 'cache', 'pull-through'])
const readWords =
  /\b(?:GET|reads?|lookups?|look up|quer(?:y|ies)|search\w*|fetch\w*|views?|redirects?|miss)\b/i
const writeWords =
  /\b(?:POST|PUT|PATCH|DELETE|writes?|inserts?|updates?|saves?|stores?|creat\w*|uploads?|commands?)\b/i
const statedRate =
  /(?:^|[\s(~≈])(\d[\d.,]*)\s?(k|m)?\s?(?:rps|qps|tps|(?:[a-z]{2,12})?\s?(?:\/\s?s(?:ec)?\b|(?:a|per) sec))/i
const statedShare = /(?:^|[\s(])(\d{1,3}(?:\.\d+)?)\s?%\s*(?:of\b|traffic|requests|$)/i

/** No targets for an id that no node has. */
export function targetsOf(input: ModelInput, id: string): Targets {
  if (has(input, id, 'messaging')) return targetsOfQueue(input, id)
  return sortByRole(
    input,
    edgesFrom(input.index, id).filter((edge) => isWork(input, edge)),
  )
}

/** The targets of several callers at once, as of one. */
export function targetsOfAll(input: ModelInput, ids: readonly string[]): Targets {
  const edges = ids.flatMap((id) => edgesFrom(input.index, id))
  return sortByRole(
    input,
    edges.filter((edge) => isWork(input, edge)),
  )
}

/** Whether any trait of a node's kind is this one. */
export function has(input: ModelInput, id: string, trait: KindTrait): boolean {
  return input.kindOf(id).traits.includes(trait)
}

/** Where something only watches, answers a client or goes round in a loop, no work is passed on. */
function isWork(input: ModelInput, edge: DesignEdge): boolean {
  if (edge.from === edge.to || !workTypes.has(edge.type)) return false
  return !has(input, edge.to, 'watches') && !has(input, edge.to, 'client')
}

function targetsOfQueue(input: ModelInput, id: string): Targets {
  const main = input.consumersOf(id).filter((consumer) => consumer !== id)
  return {
    main: main.map((consumer) => ({ id: consumer, takes: 'both', calls: 1 })),
    caches: [],
    aside: [],
  }
}

function sortByRole(input: ModelInput, edges: readonly DesignEdge[]): Targets {
  const byRole = new Map<Role, Map<string, Target>>()
  for (const edge of edges) {
    const node = input.index.nodes.get(edge.to)
    if (node === undefined || isPolling(input, edge)) continue
    const role = roleOf(input, edge)
    const targets = byRole.get(role) ?? new Map<string, Target>()
    targets.set(node.id, merge(targets.get(node.id), targetOf(input, edge, node)))
    byRole.set(role, targets)
  }
  const list = (role: Role) => [...(byRole.get(role)?.values() ?? [])]
  const caches = list('cache')
  const hasEnd = list('main').length + caches.length > 0
  const first = hasEnd ? 'main' : (standIns.find((role) => byRole.has(role)) ?? 'main')
  const aside = standIns.filter((role) => role !== first).flatMap(list)
  return { main: list(first), caches, aside }
}

/** An arrow into a queue from one who empties it. */
function isPolling(input: ModelInput, { from, to }: DesignEdge): boolean {
  return has(input, to, 'messaging') && input.consumersOf(to).includes(from)
}

function roleOf(input: ModelInput, edge: DesignEdge): Role {
  const { to, type } = edge
  if (has(input, to, 'messaging')) return 'messages'
  if (has(input, to, 'external')) return 'external'
  const kind = input.kindOf(to)
  if (input.isAside(edge) || isDeadEnd(input, to)) return 'aside'
  if (cacheKinds.has(kind.id)) return 'cache'
  if (blobKinds.has(kind.id) || isStaticEdge(input, to)) return 'blob'
  return type === 'async' ? 'aside' : 'main'
}

/** A lookup that answers the client itself: a name server with no way on. */
function isDeadEnd(input: ModelInput, id: string): boolean {
  return input.kindOf(id).id === 'dns' && edgesFrom(input.index, id).length === 0
}

/** A content network before files alone: it takes the files, not the requests that were counted. */
function isStaticEdge(input: ModelInput, id: string): boolean {
  if (input.kindOf(id).id !== 'cdn') return false
  return edgesFrom(input.index, id).every(({ to }) => blobKinds.has(input.kindOf(to).id))
}

function targetOf(input: ModelInput, edge: DesignEdge, node: DesignNode): Target {
  const { share, callsPerRequest, qps } = edge.properties
  const hasNumber = /\d/.test(edge.label)
  const said = hasNumber ? rateIn(statedRate.exec(edge.label)) : undefined
  const rate = typeof qps === 'number' ? qps : said
  const saidShare = hasNumber ? Number(statedShare.exec(edge.label)?.[1]) : Number.NaN
  const part = typeof share === 'number' ? share : saidShare
  return {
    id: node.id,
    takes: takesOf(input, edge, node),
    calls: typeof callsPerRequest === 'number' && callsPerRequest > 0 ? callsPerRequest : 1,
    ...(rate === undefined ? {} : { rate }),
    ...(part >= 0 && part <= 100 ? { share: part / 100 } : {}),
  }
}

function takesOf(input: ModelInput, { label }: DesignEdge, node: DesignNode): Target['takes'] {
  if (input.kindOf(node.id).id === 'read-replica') return 'reads'
  const reads = readWords.test(label) || /\b(?:read|query)\b/i.test(node.label)
  const writes = writeWords.test(label) || /\b(?:write|command|upload)\b/i.test(node.label)
  if (reads === writes) return 'both'
  return reads ? 'reads' : 'writes'
}

/** Two arrows to one target are one way. */
function merge(known: Target | undefined, target: Target): Target {
  if (known === undefined || known.takes === target.takes) return { ...known, ...target }
  return { ...known, ...target, takes: 'both' }
}
