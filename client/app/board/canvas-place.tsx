import type { CanvasHandle } from '#client/lib/canvas-handle.ts'
import type { Session } from '#client/live/session.ts'

interface CanvasPlaceProps {
  readonly session: Session
  readonly onReady: (handle: CanvasHandle) => void
}

/** Where the canvas goes. */
export function CanvasPlace({ session }: CanvasPlaceProps) {
  return <p>The canvas of {session.boardId} is not here yet.</p>
}
