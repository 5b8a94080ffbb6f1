import type { Point } from '#client/lib/canvas-handle.ts'

/** Closer than this a pin hides too much of another one, in CSS pixels. */
const nearest = 16
const step = 20

/** Moves pins that would cover each other to the right, in the order given. */
export function spreadPins<T>(
  pins: readonly { readonly key: T; readonly at: Point }[],
): ReadonlyMap<T, Point> {
  const placed = new Map<T, Point>()
  for (const { key, at } of pins) {
    let { x } = at
    const isTaken = () =>
      [...placed.values()].some(
        (other) => Math.abs(other.x - x) < nearest && Math.abs(other.y - at.y) < nearest,
      )
    while (isTaken()) x += step
    placed.set(key, { x, y: at.y })
  }
  return placed
}
