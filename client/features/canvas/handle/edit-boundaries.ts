/** Edits of boundaries and of what lies in them. Each is one step of undo. */
import { Box, createShapeId, isShapeId, type Editor, type TLShapeId } from 'tldraw'
import type { BoundaryShape } from '#shared/design/board-schema.ts'
import type { BoundaryType } from '#shared/design/vocabulary.ts'
import type { CanvasHandle } from '#client/lib/canvas-handle.ts'
import { boundaryOf, parentAt, shapeOf } from '../insert/board-shapes.ts'
import { putShape } from '../insert/put-shape.ts'
import { boundaryPadding, defaultBoundarySize } from '../shapes/boundary-look.ts'
import { moveIntoBoundary, moveOutOfBoundaries } from './move-into-boundary.ts'

type Edits = Pick<CanvasHandle, 'addBoundary' | 'changeBoundary' | 'moveInto'>

export function createBoundaryEdits(editor: Editor): Edits {
  return {
    addBoundary(type, label, around = []) {
      if (editor.getIsReadonly()) return undefined
      editor.markHistoryStoppingPoint('add boundary')
      let id: TLShapeId | undefined
      editor.run(() => {
        id = addBoundary(editor, { type, label }, around)
      })
      return id
    },
    changeBoundary(id, { type, label }) {
      const shape = boundaryOf(editor, id)
      if (shape === undefined || editor.getIsReadonly()) return
      editor.markHistoryStoppingPoint('change boundary')
      editor.updateShape<BoundaryShape>({
        id: shape.id,
        type: 'boundary',
        props: {
          ...(type === undefined ? {} : { boundaryType: type }),
          ...(label === undefined ? {} : { label }),
        },
      })
    },
    moveInto(id, groupId) {
      const shape = shapeOf(editor, id)
      if (shape === undefined || editor.getIsReadonly()) return
      editor.markHistoryStoppingPoint('move into boundary')
      editor.run(() => {
        if (groupId === undefined) moveOutOfBoundaries(editor, shape.id)
        else if (isShapeId(groupId)) moveIntoBoundary(editor, shape.id, groupId)
      })
    },
  }
}

function addBoundary(
  editor: Editor,
  { type, label }: { readonly type: BoundaryType; readonly label: string },
  around: readonly string[],
): TLShapeId {
  const held = around.flatMap((each) => shapeOf(editor, each)?.id ?? [])
  const frame = frameAround(editor, held)
  const parents = new Set(held.map((each) => editor.getShape(each)?.parentId))
  const [parent] = parents
  const isShared = parents.size === 1 && parent !== undefined && boundaryOf(editor, parent)
  const id = createShapeId()
  putShape<BoundaryShape>(editor, {
    id,
    type: 'boundary',
    corner: frame,
    parentId: isShared ? parent : parentAt(editor, frame.center),
    props: { w: frame.w, h: frame.h, boundaryType: type, label },
  })
  editor.sendToBack([id])
  if (held.length > 0) editor.reparentShapes(held, id)
  editor.select(id)
  return id
}

function frameAround(editor: Editor, ids: readonly TLShapeId[]): Box {
  const { side, top } = boundaryPadding
  const boxes = ids.flatMap((id) => editor.getShapePageBounds(id) ?? [])
  if (boxes.length === 0) {
    const { w, h } = defaultBoundarySize
    const { center } = editor.getViewportPageBounds()
    return new Box(center.x - w / 2, center.y - h / 2, w, h)
  }
  const inner = Box.Common(boxes)
  return new Box(inner.x - side, inner.y - top, inner.w + 2 * side, inner.h + top + side)
}
