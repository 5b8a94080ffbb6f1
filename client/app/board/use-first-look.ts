import { useEffect, useRef } from 'react'
import type { Box, CanvasHandle } from '#client/lib/canvas-handle.ts'
import type { Session } from '#client/live/session.ts'

const margin = 16
/** Milliseconds. */
const settled = 120

/** Shows the whole drawing when a board opens, so that nobody begins beside it. */
export function useFirstLook(handle: CanvasHandle | undefined): void {
  const hasLooked = useRef(false)
  useEffect(() => {
    if (handle === undefined || hasLooked.current) return undefined
    // The canvas measures itself in the first frames, and a look before that is lost.
    const timer = setTimeout(() => {
      hasLooked.current = true
      const boxes = boxesOf(handle)
      if (boxes.length > 0) handle.lookAt(around(boxes))
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
    const boxes = boxesOf(handle).filter((box) => isIn(box, seen))
    const timer = setTimeout(() => {
      if (boxes.length > 0) handle.lookAt(around(boxes))
    }, settled)
    return () => clearTimeout(timer)
  }, [handle, view, sheet])
}

function boxesOf(handle: CanvasHandle): readonly Box[] {
  return handle.graph().nodes.flatMap(({ id }) => handle.boundsOf(id) ?? [])
}

/** By its middle. */
function isIn({ x, y, w, h }: Box, view: Box): boolean {
  const [left, top] = [x + w / 2 - view.x, y + h / 2 - view.y]
  return left >= 0 && top >= 0 && left <= view.w && top <= view.h
}

/** The box that holds all boxes with a margin. */
export function around(boxes: readonly Box[]): Box {
  const left = Math.min(...boxes.map(({ x }) => x)) - margin
  const top = Math.min(...boxes.map(({ y }) => y)) - margin
  const right = Math.max(...boxes.map(({ x, w }) => x + w)) + margin
  const bottom = Math.max(...boxes.map(({ y, h }) => y + h)) + margin
  return { x: left, y: top, w: right - left, h: bottom - top }
}
