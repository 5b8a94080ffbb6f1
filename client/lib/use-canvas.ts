/** What a component shows of the canvas, kept current. Each hook listens to one part only. */
import { useCallback, useSyncExternalStore } from 'react'
import type { Graph } from '#shared/design/design.ts'
import type { CanvasHandle, CanvasPart } from './canvas-handle.ts'

export function useCanvasGraph(handle: CanvasHandle): Graph {
  return useCanvasPart(handle, 'graph', () => handle.graph())
}

/** Ids of what is selected on the canvas. */
export function useCanvasSelection(handle: CanvasHandle): readonly string[] {
  return useCanvasPart(handle, 'selection', () => handle.selection())
}

export function useIsReadOnly(handle: CanvasHandle): boolean {
  return useCanvasPart(handle, 'mode', () => handle.isReadOnly())
}

function useCanvasPart<T>(handle: CanvasHandle, part: CanvasPart, read: () => T): T {
  const subscribe = useCallback(
    (listener: () => void) => handle.subscribe(part, listener),
    [handle, part],
  )
  return useSyncExternalStore(subscribe, read)
}
