/** Where the camera looks, for those who cannot see tldraw. */
import { Box, type Editor, type TLShapeId, type VecLike } from 'tldraw'
import type { CanvasHandle } from '#client/lib/canvas-handle.ts'
import { shapeOf } from '../insert/board-shapes.ts'

type Moves = Pick<
  CanvasHandle,
  'toScreen' | 'boundsOf' | 'select' | 'show' | 'lookOver' | 'lookAt' | 'focus' | 'selection'
>

/** Both sides together: keeps clear of the toolbar. */
const inset = 168
const milliseconds = 180
/** Components are read from here on. */
const legibleZoom = 0.5
/** A canvas this narrow is a phone's, which is scrolled more readily than it is read at a distance. */
const phoneWidth = 560
const phoneZoom = 0.45
/** A small drawing is rather seen whole, if a bit smaller. */
const smallestWhole = 0.34
const phoneMargin = 32

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
    lookOver(ids, first) {
      const shown = existing(editor, ids)
      if (shown.length === 0) return
      const bounds = Box.Common(shown.flatMap((id) => editor.getShapePageBounds(id) ?? []))
      const start = existing(editor, first === undefined ? [] : [first])[0] ?? shown[0]
      const from = start === undefined ? undefined : editor.getShapePageBounds(start)
      const part = from === undefined ? undefined : readablePart(editor, bounds, from.center)
      lookAt(editor, part ?? bounds, 1, part === undefined ? insetOf(editor) : 0)
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

function isPhone(editor: Editor): boolean {
  return editor.getViewportScreenBounds().w <= phoneWidth
}

function insetOf(editor: Editor): number {
  return isPhone(editor) ? phoneMargin : inset
}

/** As much as a phone can show and be read, with `from` in it; nothing where all can be. */
function readablePart(editor: Editor, all: Box, from: VecLike): Box | undefined {
  const screen = editor.getViewportScreenBounds()
  const whole = Math.min((screen.w - phoneMargin) / all.w, (screen.h - phoneMargin) / all.h)
  if (!isPhone(editor) || whole >= smallestWhole) return undefined
  const [w, h] = [screen.w / phoneZoom, screen.h / phoneZoom]
  const room = all.clone().expandBy(phoneMargin)
  return new Box(
    within(from.x - w / 2, room.x, room.maxX - w),
    within(from.y - h / 2, room.y, room.maxY - h),
    w,
    h,
  )
}

/** In the middle of both where there is more room than needed. */
function within(at: number, least: number, most: number): number {
  return most < least ? (least + most) / 2 : Math.min(Math.max(at, least), most)
}

/** Never closer than `closest`: one component that fills the screen tells nothing of where it is. */
function lookAt(editor: Editor, bounds: Box, closest: number, around = inset): void {
  editor.stopCameraAnimation()
  const isCalm = editor.user.getAnimationSpeed() === 0
  editor.zoomToBounds(bounds, {
    inset: Math.min(around, editor.getViewportScreenBounds().w * 0.25),
    targetZoom: closest,
    ...(isCalm ? {} : { animation: { duration: milliseconds } }),
  })
}
