/** What an arrow between two kinds most likely means, so that few people have to say it. */
import type { EdgeType } from '#shared/design/vocabulary.ts'
import type { PaletteKind } from '#shared/kinds/define-kind.ts'

/** What the kinds say of each other comes first, then what one end alone makes likely. */
export function defaultEdgeType(from: PaletteKind, to: PaletteKind): EdgeType {
  return (
    from.neighbours.find((near) => near.kind === to.id && near.direction === 'out')?.edge ??
    to.neighbours.find((near) => near.kind === from.id && near.direction === 'in')?.edge ??
    likelyByEnds(from, to)
  )
}

function likelyByEnds(from: PaletteKind, to: PaletteKind): EdgeType {
  if (to.traits.includes('watches') || from.traits.includes('watches')) return 'observability'
  if (to.traits.includes('messaging') || from.traits.includes('messaging')) return 'async'
  if (to.id === 'read-replica') return 'replication'
  if (to.id === 'cache') return 'cache'
  if (to.id === 'websocket-gateway') return 'stream'
  if (from.id === 'cdn') return 'pull-through'
  return 'sync'
}
