/** Designs of any size that look like boards, for benchmarks and for tests of what never breaks. */
import { designOf, type Design, type DesignEdge, type DesignNode } from '#shared/design/design.ts'
import type { EdgeType } from '#shared/design/vocabulary.ts'

const kindsInTurn = [
  'web-client',
  'load-balancer',
  'service',
  'service',
  'sql-db',
  'cache',
  'queue',
  'worker',
  'search-index',
  'service',
] as const
const types: readonly EdgeType[] = ['sync', 'sync', 'sync', 'async', 'cache', 'stream']

/** `size` components and one and a half times as many arrows; the same for the same seed. */
export function largeDesign(size: number, seed = 1): Design {
  const next = randomFrom(seed)
  const nodes = Array.from({ length: size }, (_, i) => nodeOf(i, next))
  const edges = Array.from({ length: size < 2 ? 0 : Math.floor(size * 1.5) }, (_, i) =>
    edgeOf(i, size, next),
  )
  const scale = { peakQps: 20_000, availabilityTarget: 99.9 }
  return designOf({ nodes, edges, groups: [] }, { scale })
}

function nodeOf(i: number, next: () => number): DesignNode {
  const kind = kindsInTurn[i % kindsInTurn.length] ?? 'service'
  const replicas = next() < 0.3 ? 3 : 1
  return { id: `n${i}`, kind, label: `${kind} ${i}`, technology: '', replicas, properties: {} }
}

/** Mostly near neighbours, as on a board, and now and then far ones. */
function edgeOf(i: number, size: number, next: () => number): DesignEdge {
  const from = Math.floor(next() * size)
  const reach = next() < 0.9 ? Math.min(size, 12) : size
  const to = (from + 1 + Math.floor(next() * (reach - 1))) % size
  const type = types[Math.floor(next() * types.length)] ?? 'sync'
  const label = next() < 0.2 ? 'publish' : ''
  return { id: `e${i}`, from: `n${from}`, to: `n${to}`, type, label, protocol: '', properties: {} }
}

/** A small generator with a seed (mulberry32, public domain), since a design has to come out the same twice. */
function randomFrom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
