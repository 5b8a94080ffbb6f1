/** Where a new component goes: beside another one or around a point, and never on top of something. */
import type { Box, Point } from '#client/lib/canvas-handle.ts'

export interface Size {
  readonly w: number
  readonly h: number
}

/** Room for an arrow and its label between two components. */
export const columnGap = 104
/** Room between components above each other. */
export const rowGap = 32
const furthestColumn = 6
const furthestRow = 12

/** Top left corner to the right of `from`, level with it; below, above or a column further if taken. */
export function placeBeside(from: Box, size: Size, taken: readonly Box[]): Point {
  const level = from.y + from.h / 2 - size.h / 2
  for (let column = 0; column < furthestColumn; column += 1) {
    const x = from.x + from.w + columnGap + column * (size.w + columnGap)
    const y = firstFree(rowOffsets(size), (offset) =>
      isFree({ x, y: level + offset, ...size }, taken),
    )
    if (y !== undefined) return { x, y: level + y }
  }
  return { x: from.x + from.w + columnGap, y: level }
}

/** Top left corner of the free place that is nearest to being centred on `centre`. */
export function placeAround(centre: Point, size: Size, taken: readonly Box[]): Point {
  const origin = { x: centre.x - size.w / 2, y: centre.y - size.h / 2 }
  const step = { x: size.w + rowGap, y: size.h + rowGap }
  const places = [...ringOffsets(furthestRow)].map(([column, row]) => ({
    x: origin.x + column * step.x,
    y: origin.y + row * step.y,
  }))
  return firstFree(places, (place) => isFree({ ...place, ...size }, taken)) ?? origin
}

/** 0, one row below, one above, two below … */
function* rowOffsets(size: Size): Generator<number> {
  yield 0
  for (let row = 1; row <= furthestRow; row += 1) {
    yield row * (size.h + rowGap)
    yield -row * (size.h + rowGap)
  }
}

/** Cells of a grid in rings around its middle, right and below first. */
function* ringOffsets(rings: number): Generator<readonly [number, number]> {
  yield [0, 0]
  for (let ring = 1; ring <= rings; ring += 1) {
    const cells: (readonly [number, number])[] = []
    for (let column = -ring; column <= ring; column += 1) {
      for (let row = -ring; row <= ring; row += 1) {
        if (Math.max(Math.abs(column), Math.abs(row)) === ring) cells.push([column, row])
      }
    }
    yield* cells.sort((a, b) => Math.hypot(...a) - Math.hypot(...b) || b[0] - a[0] || b[1] - a[1])
  }
}

function isFree(box: Box, taken: readonly Box[]): boolean {
  return !taken.some(
    (other) =>
      box.x < other.x + other.w &&
      other.x < box.x + box.w &&
      box.y < other.y + other.h &&
      other.y < box.y + box.h,
  )
}

function firstFree<T>(places: Iterable<T>, isGood: (place: T) => boolean): T | undefined {
  for (const place of places) if (isGood(place)) return place
  return undefined
}
