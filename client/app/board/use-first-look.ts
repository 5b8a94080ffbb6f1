import { useEffect, useRef } from 'react'
import type { Box, CanvasHandle } from '#client/lib/canvas-handle.ts'
import { entryOf } from '#client/lib/entry-of.ts'
import type { Session } from '#client/live/session.ts'

/** Milliseconds. */
const settled = 120

/** Shows the drawing when a board opens, so that nobody begins beside it. */
export function useFirstLook(handle: CanvasHandle | undefined): void {
  const hasLooked = useRef(false)
  useEffect(() => {
    if (handle === undefined || hasLooked.current) return undefined
    // The canvas measures itself in the first frames, and a look before that is lost.
    const timer = setTimeout(() => {
      hasLooked.current = true
      const graph = handle.graph()
      handle.lookOver(
        graph.nodes.map(({ id }) => id),
        entryOf(graph)?.id,
      )
    }, settled)
    return () => clearTimeout(timer)
  }, [handle])
}

/** Keeps in sight what is seen of the drawing when a sheet takes or gives back half of a phone. */
export function useLookAround(
  handle: CanvasHandle | undefined,
  view: Pick<Session['presence'], 'get'>,
  sheet: string | undefined,
): void {
  const before = useRef(sheet)
  useEffect(() => {
    if (handle === undefined || before.current === sheet) return undefined
    before.current = sheet
    // Not measured again yet: what was seen until now.
    const seen = view.get().viewport
    const graph = handle.graph()
    const ids = graph.nodes.map(({ id }) => id).filter((id) => isIn(handle.boundsOf(id), seen))
    const entry = entryOf(graph)?.id
    const first = ids.find((id) => id === entry) ?? ids[0]
    const timer = setTimeout(() => handle.lookOver(ids, first), settled)
    return () => clearTimeout(timer)
  }, [handle, view, sheet])
}

/** By its middle. */
function isIn(box: Box | undefined, view: Box): boolean {
  if (box === undefined) return false
  const { x, y, w, h } = box
  const [left, top] = [x + w / 2 - view.x, y + h / 2 - view.y]
  return left >= 0 && top >= 0 && left <= view.w && top <= view.h
}
