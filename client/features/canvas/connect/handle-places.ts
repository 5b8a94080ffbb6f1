/** The four sides of a component at which a connection can be pulled out. */
import type { Box, Point } from '#client/lib/canvas-handle.ts'

export const sides = ['right', 'bottom', 'left', 'top'] as const
export type Side = (typeof sides)[number]

const directions: Record<Side, Point> = {
  right: { x: 1, y: 0 },
  bottom: { x: 0, y: 1 },
  left: { x: -1, y: 0 },
  top: { x: 0, y: -1 },
}

/** The middle of a side, `away` outside of the box. */
export function handlePlace(box: Box, side: Side, away: number): Point {
  const { x, y } = directions[side]
  return {
    x: box.x + box.w / 2 + x * (box.w / 2 + away),
    y: box.y + box.h / 2 + y * (box.h / 2 + away),
  }
}

/** Centre of a new component whose near edge is to touch the loose end of an arrow. */
export function centreBeyond(start: Point, end: Point, size: { w: number; h: number }): Point {
  const across = end.x - start.x
  const down = end.y - start.y
  if (Math.abs(across) >= Math.abs(down)) {
    return { x: end.x + (Math.sign(across) * size.w) / 2, y: end.y }
  }
  return { x: end.x, y: end.y + (Math.sign(down) * size.h) / 2 }
}
