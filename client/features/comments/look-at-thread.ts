import type { CanvasHandle } from '#client/lib/canvas-handle.ts'
import type { Thread } from '#client/live/session.ts'
import { placeOf } from './place-of.ts'

/** Moves the camera to what a thread hangs on, on whatever page that is. */
export function lookAtThread(handle: CanvasHandle, thread: Thread): void {
  const { anchor } = thread
  if (anchor.type !== 'point' && handle.boundsOf(anchor.shapeId) !== undefined) {
    handle.show([anchor.shapeId])
    return
  }
  const { x, y } = placeOf(thread, handle)
  handle.lookAt({ x: x - 400, y: y - 300, w: 800, h: 600 }, anchor.pageId)
}
