import { useEffect, useReducer } from 'react'
import type { CanvasHandle } from '#client/lib/canvas-handle.ts'

/** Renders again, at most once a frame, when the camera or the drawing moved. */
export function useCanvasMoves(handle: CanvasHandle): void {
  const [, render] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    let frame = 0
    const request = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(render)
    }
    const stops = [handle.subscribe('camera', request), handle.subscribe('graph', request)]
    return () => {
      cancelAnimationFrame(frame)
      for (const stop of stops) stop()
    }
  }, [handle])
}
