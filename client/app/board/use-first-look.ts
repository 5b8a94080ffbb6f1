import { useEffect, useRef } from 'react'
import type { Box, CanvasHandle } from '#client/lib/canvas-handle.ts'

/** Nothing is shown larger than this makes it, in page coordinates. */
const smallest = { w: 900, h: 600 }
const margin = 80
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
      const boxes = handle.graph().nodes.flatMap(({ id }) => handle.boundsOf(id) ?? [])
      if (boxes.length > 0) handle.lookAt(around(boxes))
    }, settled)
    return () => clearTimeout(timer)
  }, [handle])
}

/** The box that holds all boxes with a margin, and is not too small. */
export function around(boxes: readonly Box[]): Box {
  const left = Math.min(...boxes.map(({ x }) => x)) - margin
  const top = Math.min(...boxes.map(({ y }) => y)) - margin
  const right = Math.max(...boxes.map(({ x, w }) => x + w)) + margin
  const bottom = Math.max(...boxes.map(({ y, h }) => y + h)) + margin
  const w = Math.max(right - left, smallest.w)
  const h = Math.max(bottom - top, smallest.h)
  return { x: (left + right - w) / 2, y: (top + bottom - h) / 2, w, h }
}
