/** Where a box can go without lying on others: as near as possible to where it is wanted. */
import type { Place } from '#shared/exchange/mermaid/geometry.ts'

const gap = 24
const mostRings = 40

export function nearestFree(wanted: Place, taken: readonly Place[]): Place {
  const near = taken.filter((other) => overlaps(wanted, other))
  if (near.length === 0) return wanted
  const step = { x: wanted.w + gap, y: wanted.h + gap }
  for (let ring = 1; ring <= mostRings; ring += 1) {
    const found = ringOf(ring)
      .map(([column, row]) => ({
        ...wanted,
        x: wanted.x + (column * step.x) / 2,
        y: wanted.y + (row * step.y) / 2,
      }))
      .find((place) => !taken.some((other) => overlaps(place, other)))
    if (found !== undefined) return found
  }
  const below = Math.max(...taken.map(({ y, h }) => y + h))
  return { ...wanted, y: below + gap }
}

export function overlaps(a: Place, b: Place): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
}

/** Offsets on the edge of a square, the nearest first; right and below before left and above. */
function ringOf(ring: number): readonly (readonly [number, number])[] {
  const offsets: (readonly [number, number])[] = []
  for (let column = -ring; column <= ring; column += 1) {
    for (let row = -ring; row <= ring; row += 1) {
      if (Math.max(Math.abs(column), Math.abs(row)) === ring) offsets.push([column, row])
    }
  }
  return offsets.sort((a, b) => Math.hypot(...a) - Math.hypot(...b) || b[0] - a[0] || b[1] - a[1])
}
