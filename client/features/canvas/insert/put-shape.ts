/** Creates a shape whose corner is given in page coordinates, whatever parent it gets. */
import type { Editor, TLParentId, TLShapeId } from 'tldraw'
import type { BoundaryShape, ComponentShape } from '#shared/design/board-schema.ts'
import type { Point } from '#client/lib/canvas-handle.ts'

interface PlacedShape<S extends ComponentShape | BoundaryShape> {
  readonly id: TLShapeId
  readonly type: S['type']
  readonly props: S['props']
  readonly parentId: TLParentId
  readonly corner: Point
}

export function putShape<S extends ComponentShape | BoundaryShape>(
  editor: Editor,
  { id, type, props, parentId, corner }: PlacedShape<S>,
): void {
  const page = editor.getCurrentPageId()
  editor.createShape({ id, type, parentId: page, x: corner.x, y: corner.y, props })
  // Reparenting keeps the place on the page, also inside a boundary that lies in another one.
  if (parentId !== page) editor.reparentShapes([id], parentId)
}
