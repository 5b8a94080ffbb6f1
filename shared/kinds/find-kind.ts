import type { Kind } from './define-kind.ts'
import { genericKind } from './generic-kind.ts'
import { kinds } from './index.ts'

const byId: ReadonlyMap<string, Kind> = new Map(kinds.map((kind) => [kind.id, kind]))

/** The kind of an id; the generic kind for an id that nothing has, so that newer boards still open. */
export function findKind(id: string): Kind {
  return byId.get(id) ?? genericKind
}
