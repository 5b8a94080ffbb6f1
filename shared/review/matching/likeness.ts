/**
 * How alike texts are, by the pairs of letters that they share (L. R. Dice, "Measures of the amount of
 * ecologic association between species", 1945): 1 for the same letters, 0 for none in common.
 */
import { folded } from './pairing.ts'

/** Likeness of each text of `after` with each of `before`, in one sweep over the pairs that both have. */
export function likenessTable(
  before: readonly string[],
  after: readonly string[],
): readonly Float64Array[] {
  const pieces = before.map(piecesOf)
  const places = new Map<string, number[]>()
  for (const [at, set] of pieces.entries()) {
    for (const piece of set) {
      const known = places.get(piece)
      if (known === undefined) places.set(piece, [at])
      else known.push(at)
    }
  }
  const sizes = pieces.map((set) => set.size)
  return after.map((text) => {
    const own = piecesOf(text)
    const row = new Float64Array(before.length)
    for (const piece of own) for (const at of places.get(piece) ?? []) row[at] = (row[at] ?? 0) + 1
    for (let at = 0; at < row.length; at += 1) {
      row[at] = (2 * (row[at] ?? 0)) / Math.max(1, own.size + (sizes[at] ?? 0))
    }
    return row
  })
}

/** Pairs of neighbouring letters, the edges of words included. */
function piecesOf(text: string): ReadonlySet<string> {
  const padded = ` ${folded(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
  const pieces = new Set<string>()
  if (padded.trim() === '') return pieces
  for (let i = 0; i + 1 < padded.length; i += 1) pieces.add(padded.slice(i, i + 2))
  return pieces
}
