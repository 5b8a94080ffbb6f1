import { useEffect, useRef } from 'react'
import { lookAtThread } from '#client/features/comments/look-at-thread.ts'
import { threadIn } from '#client/features/comments/thread-link.ts'
import type { CanvasHandle } from '#client/lib/canvas-handle.ts'
import type { Thread } from '#client/live/session.ts'

/** After the board's own first look, in milliseconds. */
const settled = 200

/** Opens the thread that the address names, once it and the canvas are there. */
export function useThreadLink(
  handle: CanvasHandle | undefined,
  threads: readonly Thread[],
  onOpen: (thread: string) => void,
): void {
  const wanted = useRef(threadIn(window.location.hash))
  useEffect(() => {
    const thread = threads.find(({ id }) => id === wanted.current)
    if (handle === undefined || thread === undefined) return
    wanted.current = undefined
    onOpen(thread.id)
    setTimeout(() => lookAtThread(handle, thread), settled)
  }, [handle, threads, onOpen])
}
