/** Small questions about the page that inserting, connecting and the handle all ask. */
import { isShapeId, type Editor, type TLShape, type TLShapeId } from 'tldraw'
import type { BoundaryShape, ComponentShape } from '#shared/design/board-schema.ts'
import { isBoundary, isComponent } from '#shared/design/extract-graph.ts'
import type { Box, Point } from '#client/lib/canvas-handle.ts'

export function shapeOf(editor: Editor, id: string): TLShape | undefined {
  return isShapeId(id) ? editor.getShape(id) : undefined
}

export function componentOf(editor: Editor, id: string): ComponentShape | undefined {
  const shape = shapeOf(editor, id)
  return shape !== undefined && isComponent(shape) ? shape : undefined
}

export function boundaryOf(editor: Editor, id: string): BoundaryShape | undefined {
  const shape = shapeOf(editor, id)
  return shape !== undefined && isBoundary(shape) ? shape : undefined
}

export function selectedComponent(editor: Editor): ComponentShape | undefined {
  const only = editor.getOnlySelectedShape()
  return only !== null && isComponent(only) ? only : undefined
}

/** Boxes of everything that a new component must not cover: all but boundaries, arrows and groups. */
export function takenBoxes(editor: Editor): readonly Box[] {
  const boxes: Box[] = []
  for (const shape of editor.getCurrentPageShapes()) {
    if (shape.type === 'boundary' || shape.type === 'arrow' || shape.type === 'group') continue
    const bounds = editor.getShapePageBounds(shape.id)
    if (bounds !== undefined) boxes.push(bounds)
  }
  return boxes
}

/** The innermost boundary under a point, else the page: what is put there belongs to it. */
export function parentAt(
  editor: Editor,
  point: Point,
): TLShapeId | ReturnType<Editor['getCurrentPageId']> {
  const inFront = editor.getCurrentPageShapesSorted().toReversed()
  const boundary = inFront.find(
    (shape) =>
      isBoundary(shape) &&
      !shape.isLocked &&
      editor.getShapePageBounds(shape.id)?.containsPoint(point) === true,
  )
  return boundary?.id ?? editor.getCurrentPageId()
}
