/** What usually stands at the other end of a new arrow. */
import type { EdgeType } from '#shared/design/vocabulary.ts'
import type { PaletteKind } from '#shared/kinds/define-kind.ts'

export interface LikelyNeighbour {
  readonly kind: PaletteKind
  readonly edge: EdgeType
}

const mostOffered = 6

/** Kinds that `from` calls, most likely first: those it names, then those that name it as a caller. */
export function likelyNeighbours(
  from: PaletteKind,
  kinds: readonly PaletteKind[],
): readonly LikelyNeighbour[] {
  const byId = new Map(kinds.map((kind) => [kind.id, kind]))
  const found = new Map<string, LikelyNeighbour>()
  for (const near of from.neighbours) {
    const kind = byId.get(near.kind)
    if (near.direction === 'out' && kind !== undefined && !found.has(kind.id)) {
      found.set(kind.id, { kind, edge: near.edge })
    }
  }
  for (const kind of kinds) {
    const near = kind.neighbours.find((each) => each.kind === from.id && each.direction === 'in')
    if (near !== undefined && !found.has(kind.id)) found.set(kind.id, { kind, edge: near.edge })
  }
  return [...found.values()].slice(0, mostOffered)
}
