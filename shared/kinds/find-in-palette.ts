/** Finds what a board draws a kind by, without the rest of the kinds. */
import type { PaletteKind } from './define-kind.ts'
import { genericKind } from './generic-kind.ts'
import { palette } from './palette.ts'

const byId: ReadonlyMap<string, PaletteKind> = new Map(palette.map((kind) => [kind.id, kind]))

/** The kind of an id; the generic kind for an id that nothing has, so that newer boards still open. */
export function findInPalette(id: string): PaletteKind {
  return byId.get(id) ?? genericKind
}
