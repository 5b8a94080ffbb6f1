/** Where the camera looks, for those who cannot see tldraw. */
import { Box, type Editor, type TLShapeId } from 'tldraw'
import type { CanvasHandle } from '#client/lib/canvas-handle.ts'
import { shapeOf } from '../insert/board-shapes.ts'

type Moves = Pick<
  CanvasHandle,
  'toScreen' | 'boundsOf' | 'select' | 'show' | 'lookAt' | 'focus' | 'selection'
>

/** Both sides together: keeps clear of the toolbar. */
const inset = 168
const milliseconds = 180
/** Components are read from here on. */
const legibleZoom = 0.5

export function createCameraMoves(editor: Editor): Moves {
  return {
    toScreen(point) {
      const { x, y } = editor.pageToViewport(point)
      return { x, y }
    },
    boundsOf(id) {
      const shape = shapeOf(editor, id)
      const bounds = shape === undefined ? undefined : editor.getShapePageBounds(shape.id)
      if (bounds === undefined) return undefined
      return { x: bounds.x, y: bounds.y, w: bounds.w, h: bounds.h }
    },
    selection: () => editor.getSelectedShapeIds(),
    select: (ids) => editor.select(...existing(editor, ids)),
    show(ids) {
      const shown = existing(editor, ids)
      const [first] = shown
      const page = first === undefined ? undefined : editor.getAncestorPageId(first)
      if (page === undefined) return
      if (page !== editor.getCurrentPageId()) editor.setCurrentPage(page)
      editor.select(...shown)
      const bounds = Box.Common(shown.flatMap((id) => editor.getShapePageBounds(id) ?? []))
      lookAt(editor, bounds, Math.min(1, Math.max(editor.getZoomLevel(), legibleZoom)))
    },
    lookAt({ x, y, w, h }, pageId) {
      const page = editor.getPages().find(({ id }) => id === pageId)
      if (page !== undefined) editor.setCurrentPage(page.id)
      lookAt(editor, new Box(x, y, w, h), 1)
    },
    focus: () => editor.getContainer().focus(),
  }
}

function existing(editor: Editor, ids: readonly string[]): TLShapeId[] {
  return ids.flatMap((id) => shapeOf(editor, id)?.id ?? [])
}

/** Never closer than `closest`: one component that fills the screen tells nothing of where it is. */
function lookAt(editor: Editor, bounds: Box, closest: number): void {
  editor.stopCameraAnimation()
  const isCalm = editor.user.getAnimationSpeed() === 0
  editor.zoomToBounds(bounds, {
    inset: Math.min(inset, editor.getViewportScreenBounds().w * 0.25),
    targetZoom: closest,
    ...(isCalm ? {} : { animation: { duration: milliseconds } }),
  })
}
