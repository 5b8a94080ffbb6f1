/** What the rest of the client may ask of the canvas, over tldraw. */
import { react, type Editor } from 'tldraw'
import type { CanvasHandle, CanvasPart } from '#client/lib/canvas-handle.ts'
import { createCameraMoves } from './camera-moves.ts'
import { createBoundaryEdits } from './edit-boundaries.ts'
import { createComponentEdits } from './edit-components.ts'
import { createConnectionEdits } from './edit-connections.ts'
import { createDrawingEdits } from './edit-drawing.ts'
import { exportImage } from './export-image.ts'
import { createListeners, type Listeners } from './listeners.ts'
import { createPickTarget } from './pick-target.ts'
import { watchGraph } from './watch-graph.ts'

export interface OwnedCanvasHandle extends CanvasHandle {
  /** Stops listening; the handle of an unmounted canvas must not be asked any more. */
  close(): void
}

export function createCanvasHandle(editor: Editor): OwnedCanvasHandle {
  const parts: Record<CanvasPart, Listeners> = {
    graph: createListeners(),
    selection: createListeners(),
    camera: createListeners(),
    mode: createListeners(),
  }
  const watch = watchGraph(editor, () => parts.graph.tellSoon())
  const stops = [() => watch.stop(), ...watchEditor(editor, parts)]
  return {
    subscribe: (part, listener) => parts[part].subscribe(listener),
    graph: () => watch.graph(),
    isReadOnly: () => editor.getIsReadonly(),
    pageId: () => editor.getCurrentPageId(),
    ...createCameraMoves(editor),
    ...createComponentEdits(editor),
    ...createConnectionEdits(editor),
    ...createBoundaryEdits(editor),
    ...createDrawingEdits(editor),
    pickTarget: createPickTarget(editor),
    exportImage: (format) => exportImage(editor, format),
    close() {
      for (const stop of stops) stop()
      for (const part of Object.values(parts)) part.stop()
    },
  }
}

function watchEditor(editor: Editor, parts: Record<CanvasPart, Listeners>): (() => void)[] {
  return [
    react('tell selection', () => {
      editor.getSelectedShapeIds()
      parts.selection.tellSoon()
    }),
    // Pins move with the camera: a frame later they would be seen to swim.
    react('tell camera', () => {
      editor.getCamera()
      editor.getViewportScreenBounds()
      parts.camera.tellNow()
    }),
    react('tell mode', () => {
      editor.getIsReadonly()
      editor.getCurrentPageId()
      parts.mode.tellSoon()
      parts.graph.tellSoon()
    }),
  ]
}
