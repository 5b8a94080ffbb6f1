import type { CanvasHandle, Point } from '#client/lib/canvas-handle.ts'
import type { ThreadHead } from '#shared/live.ts'

/** Where a thread's pin stands, in page coordinates: it moves with its shape, and stays when that is gone. */
export function placeOf(
  { anchor, at }: Pick<ThreadHead, 'anchor' | 'at'>,
  handle: Pick<CanvasHandle, 'boundsOf'>,
): Point {
  if (anchor.type === 'point') return { x: anchor.x, y: anchor.y }
  const bounds = handle.boundsOf(anchor.shapeId)
  if (bounds === undefined) return at
  if (anchor.type === 'arrow') return { x: bounds.x + bounds.w / 2, y: bounds.y + bounds.h / 2 }
  return { x: bounds.x + bounds.w, y: bounds.y }
}
