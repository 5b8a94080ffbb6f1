/** What a component can carry: stated on it, or the default of its kind (knowledge F.2). */
import type { DesignNode } from '#shared/design/design.ts'
import type { Kind } from '#shared/kinds/define-kind.ts'
import type { ModelInput } from './model-input.ts'

export interface Capacity {
  /** Requests, operations or messages a second of one instance, above 0. */
  readonly perInstance: number
  /** Whether somebody said so; else it is the default of the kind. */
  readonly isStated: boolean
  /** Whether even the default has no source. */
  readonly isGuess: boolean
  /** Instances that answer reads; absent when nobody said how many there are. */
  readonly readers?: number
  /** Instances that take writes, replicas left out; absent as above. */
  readonly writers?: number
}

/** Kinds whose nodes all take writes; elsewhere one primary a shard does. */
const oneWriterKinds: ReadonlySet<string> = new Set(['sql-db', 'graph-db'])
const statedCapacity =
  /\b(\d[\d.,]*)\s?(k|m)?\s?(?:rps|qps|tps|ops\/s|req(?:uests)?\/s|(?:msgs?|messages|events|writes|reads)\/s)\s*(?:each\b|(?:per|a|\/)\s*(?:instance|node|server|pod|broker|replica|shard|machine|process)\b)/i

/** "One GPU node does 40/s". */
const carriedByOne =
  /\b(?:one|an?|each|every|per) (?:\w+ ){0,2}?(?:instance|node|server|pod|gpu|machine|worker|broker|box|process|replica|vm)\b[^,.;\d]{0,20}?(\d[\d.,]*)\s?(k|m)?\s?(?:rps|qps|tps|(?:[a-z]{2,12})?\s?\/\s?s(?:ec)?\b|[a-z]{2,12} (?:a|per) second)/i

/** By node; absent where nothing is known. */
export function capacitiesOf(input: ModelInput): ReadonlyMap<string, Capacity> {
  const found = new Map<string, Capacity>()
  for (const node of input.index.graph.nodes) {
    const capacity = capacityOf(input, node)
    if (capacity !== undefined) found.set(node.id, capacity)
  }
  return found
}

/** `undefined` where neither the component nor its kind says anything, or what is said is 0. */
function capacityOf(input: ModelInput, node: DesignNode): Capacity | undefined {
  const kind = input.kindOf(node.id)
  const stated = statedOn(node) ?? input.saidCapacity(node)
  const perInstance =
    stated ?? defaultOf(kind, 'capacityQps') ?? defaultOf(kind, 'capacityMessages')
  if (perInstance === undefined || perInstance <= 0) return undefined
  return {
    perInstance,
    isStated: stated !== undefined,
    isGuess: stated === undefined && isGuess(kind),
    ...countsOf(input, node),
  }
}

function countsOf(input: ModelInput, node: DesignNode): Pick<Capacity, 'readers' | 'writers'> {
  const instances = input.instancesOf(node)
  const shards = input.shardsOf(node)
  const isOneWriter = oneWriterKinds.has(input.kindOf(node.id).id)
  if (shards === undefined) return {}
  if (instances === undefined) return isOneWriter ? { writers: shards } : {}
  const readers = readersOf(instances, shards, isOneWriter)
  return { readers, writers: isOneWriter ? shards : Math.max(instances, shards) }
}

function isGuess(kind: Kind): boolean {
  const property = kind.properties.find(({ id }) => id.startsWith('capacity'))
  return property?.source?.startsWith('assumed') ?? true
}

/** A primary and its copies for each shard; elsewhere shards lie on the nodes that were counted. */
function readersOf(instances: number, shards: number, isOneWriter: boolean): number {
  return isOneWriter && instances < shards ? instances * shards : Math.max(instances, shards)
}

function statedOn({ properties, label, technology }: DesignNode): number | undefined {
  const { capacityQps, capacityMessages } = properties
  if (typeof capacityQps === 'number') return capacityQps
  if (typeof capacityMessages === 'number') return capacityMessages
  const words = `${label} ${technology}`
  if (!/\d/.test(words)) return undefined
  return rateIn(statedCapacity.exec(words)) ?? rateIn(carriedByOne.exec(words))
}

/** A rate from the two groups of a pattern: digits and a letter for thousands or millions. */
export function rateIn(match: RegExpExecArray | null): number | undefined {
  if (match === null) return undefined
  const value = Number((match[1] ?? '').replaceAll(',', ''))
  const factor = { k: 1e3, m: 1e6 }[(match[2] ?? '').toLowerCase()] ?? 1
  return Number.isFinite(value) ? value * factor : undefined
}

/** The default of a numeric property of a kind. */
export function defaultOf(kind: Kind, property: string): number | undefined {
  const value = kind.properties.find(({ id }) => id === property)?.default
  return typeof value === 'number' ? value : undefined
}

/** A numeric property of a node. */
export function numberOn(node: DesignNode, property: string): number | undefined {
  const value = node.properties[property]
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}
