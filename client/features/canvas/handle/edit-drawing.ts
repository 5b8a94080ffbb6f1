/** Edits and questions that concern a whole drawing: where all of it lies, placing, rearranging. */
import { isShapeId, type Editor, type TLShape } from 'tldraw'
import { isBoundary, isComponent } from '#shared/design/extract-graph.ts'
import type { Geometry, Place } from '#shared/exchange/mermaid/geometry.ts'
import type { CanvasHandle } from '#client/lib/canvas-handle.ts'
import { arrowOf } from './edit-connections.ts'
import { createCameraMoves } from './camera-moves.ts'

type Edits = Pick<
  CanvasHandle,
  'places' | 'isLocked' | 'countLoose' | 'room' | 'place' | 'arrange' | 'asOneStep'
>

export function createDrawingEdits(editor: Editor): Edits {
  return {
    places: () => placesOf(editor),
    isLocked: (id) => isShapeId(id) && editor.isShapeOrAncestorLocked(id),
    countLoose: () =>
      editor.getCurrentPageShapes().filter((shape) => isLoose(editor, shape)).length,
    room: () => editor.options.maxShapesPerPage - editor.getCurrentPageShapeIds().size,
    async place(drawing, keepsPlaces) {
      const { placeDrawing } = await import('./place-drawing.ts')
      if (editor.getIsReadonly()) return undefined
      const ids = placeDrawing(editor, drawing, keepsPlaces)
      if (ids !== undefined) createCameraMoves(editor).show(ids)
      return ids
    },
    arrange(places) {
      if (editor.getIsReadonly()) return
      editor.markHistoryStoppingPoint('tidy up')
      editor.run(() => arrange(editor, places))
    },
    asOneStep(act) {
      if (editor.getIsReadonly()) return
      const mark = editor.markHistoryStoppingPoint('several edits')
      act()
      editor.squashToMark(mark)
    },
  }
}

function placesOf(editor: Editor): Geometry {
  const places: Record<string, Place> = {}
  for (const shape of editor.getCurrentPageShapes()) {
    if (!isComponent(shape) && !isBoundary(shape)) continue
    const bounds = editor.getShapePageBounds(shape.id)
    if (bounds === undefined) continue
    const { x, y, w, h } = bounds
    places[shape.id] = { x: Math.round(x), y: Math.round(y), w: Math.round(w), h: Math.round(h) }
  }
  return places
}

function isLoose(editor: Editor, shape: TLShape): boolean {
  if (isComponent(shape) || isBoundary(shape) || shape.type === 'group') return false
  if (arrowOf(editor, shape.id) === undefined) return true
  const ends = editor.getBindingsFromShape(shape.id, 'arrow')
  const areComponents = ends.every(({ toId }) => {
    const end = editor.getShape(toId)
    return end !== undefined && isComponent(end)
  })
  return ends.length < 2 || !areComponents
}

/** From the outside in: what lies in a boundary moves with it, and is put right afterwards. */
function arrange(editor: Editor, places: Geometry): void {
  for (const shape of editor.getCurrentPageShapesSorted()) {
    const place = Object.hasOwn(places, shape.id) ? places[shape.id] : undefined
    if (place === undefined || editor.isShapeOrAncestorLocked(shape)) continue
    const { x, y } = editor.getPointInParentSpace(shape, place)
    const size = { w: place.w, h: place.h }
    editor.updateShape({ id: shape.id, type: shape.type, x, y, props: size })
  }
}
