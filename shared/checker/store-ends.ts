/**
 * Who writes a store and who reads it, as far as the drawing tells. A plain arrow does not tell; rules
 * that need to know say how sure they have to be.
 */
import type { DesignEdge } from '#shared/design/design.ts'
import { edgesFrom, edgesTo } from '#shared/design/graph.ts'
import type { CheckContext } from './define-rule.ts'
import { oncePerCheck } from './once-per-check.ts'
import { carriesWork, plays, wordsOf } from './parts.ts'

export type Use = 'reads' | 'writes' | 'both' | 'unsaid'

export interface StoreUse {
  /** The component that uses the store. */
  readonly by: string
  readonly edge: DesignEdge
  readonly use: Use
}

const writing =
  /\b(?:writ(?:es?|ing)|saves?|inserts?|updates?|upserts?|stores?|persists?|puts?|creates?|deletes?|appends?|records|decrements?|increments?|commits?|uploads?|ingests?|adds?|sets?|r\/w|rw|crud|read[-/]write)\b/i
const reading =
  /\b(?:reads?|reading|quer(?:y|ies)|fetch(?:es)?|gets?|selects?|look[-\s]?ups?|looks up|search(?:es)?|scans?|lists?|reports?|views?|r\/w|rw|crud|read[-/]only)\b/i
const readerNames =
  /\b(?:read(?:er|s)?|quer(?:y|ies)|search|report(?:s|ing)?|analytics|bi|viewer|timeline|feed|history|statements?|export(?:er)?)\b/i

/** What compute does with a store, over arrows in either direction. Copies and captures are no uses. */
export function usesOf(context: CheckContext, storeId: string): readonly StoreUse[] {
  const known = usesByStore(context)
  const uses = known.get(storeId) ?? lookUp(context, storeId)
  known.set(storeId, uses)
  return uses
}

const usesByStore = oncePerCheck(() => new Map<string, readonly StoreUse[]>())

function lookUp(context: CheckContext, storeId: string): readonly StoreUse[] {
  const incoming = edgesTo(context.index, storeId)
    .filter((edge) => isUse(context, edge, edge.from))
    .map((edge) => ({ by: edge.from, edge, use: useBy(context, edge) }))
  // An arrow out of a store is drawn where data goes: whoever it points at reads.
  const outgoing = edgesFrom(context.index, storeId)
    .filter((edge) => isUse(context, edge, edge.to) && edge.type !== 'async')
    .map((edge) => ({ by: edge.to, edge, use: 'reads' as const }))
  return [...incoming, ...outgoing]
}

function isUse(context: CheckContext, edge: DesignEdge, other: string): boolean {
  if (edge.from === edge.to || !plays(context, other, 'compute')) return false
  return carriesWork(context, edge) && !copying.has(edge.type)
}

const copying: ReadonlySet<string> = new Set(['cdc', 'replication', 'failover'])

/** By the words on the arrow, else by the caller's name: a "Search service" reads. */
function useBy(context: CheckContext, edge: DesignEdge): Use {
  const words = wordsOf(edge)
  const isWriting = writing.test(words)
  if (reading.test(words)) return isWriting ? 'both' : 'reads'
  if (isWriting) return 'writes'
  const label = context.index.nodes.get(edge.from)?.label ?? ''
  return readerNames.test(label) ? 'reads' : 'unsaid'
}

/** Ids of those who write, or may: everyone who does not only read. */
export function possibleWritersOf(context: CheckContext, storeId: string): readonly string[] {
  const writers = usesOf(context, storeId).filter(({ use }) => use !== 'reads')
  return [...new Set(writers.map(({ by }) => by))]
}

/** Ids of those who read, or may. */
export function possibleReadersOf(context: CheckContext, storeId: string): readonly string[] {
  const readers = usesOf(context, storeId).filter(({ use }) => use !== 'writes')
  return [...new Set(readers.map(({ by }) => by))]
}
