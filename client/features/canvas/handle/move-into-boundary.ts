/** Moves a shape into or out of a boundary without a mouse: it also has to lie where it belongs. */
import { Box, type Editor, type TLShapeId } from 'tldraw'
import type { BoundaryShape } from '#shared/design/board-schema.ts'
import { isBoundary } from '#shared/design/extract-graph.ts'
import type { Point } from '#client/lib/canvas-handle.ts'
import { boundaryOf, takenBoxes } from '../insert/board-shapes.ts'
import { placeBeside, rowGap, type Size } from '../insert/place-beside.ts'
import { boundaryPadding } from '../shapes/boundary-look.ts'

export function moveIntoBoundary(editor: Editor, id: TLShapeId, boundaryId: TLShapeId): void {
  const boundary = boundaryOf(editor, boundaryId)
  const bounds = editor.getShapePageBounds(id)
  const frame = editor.getShapePageBounds(boundaryId)
  if (boundary === undefined || bounds === undefined || frame === undefined) return
  if (id === boundaryId || editor.hasAncestor(boundary, id)) return
  if (!frame.contains(bounds)) moveCorner(editor, id, roomIn(editor, boundary, bounds))
  editor.reparentShapes([id], boundaryId)
}

/** Out of every boundary, to the right of the outermost one. */
export function moveOutOfBoundaries(editor: Editor, id: TLShapeId): void {
  const bounds = editor.getShapePageBounds(id)
  const outermost = editor.getShapeAncestors(id).find(isBoundary)
  const frame = outermost === undefined ? undefined : editor.getShapePageBounds(outermost.id)
  if (bounds === undefined || frame === undefined) return
  const level = new Box(frame.x, bounds.y, frame.w, bounds.h)
  moveCorner(editor, id, placeBeside(level, bounds, takenBoxes(editor)))
  editor.reparentShapes([id], editor.getCurrentPageId())
}

/** A free corner inside; the boundary grows downwards when it is full. */
function roomIn(editor: Editor, boundary: BoundaryShape, size: Size): Point {
  const frame = editor.getShapePageBounds(boundary.id) ?? new Box()
  const taken = takenBoxes(editor).map((box) => new Box(box.x, box.y, box.w, box.h))
  const left = frame.x + boundaryPadding.side
  let y = frame.y + boundaryPadding.top
  for (; y + size.h <= frame.maxY - rowGap / 2; y += size.h + rowGap) {
    for (let x = left; x + size.w <= frame.maxX - rowGap / 2; x += size.w + rowGap) {
      const spot = new Box(x, y, size.w, size.h)
      if (!taken.some((box) => box.collides(spot))) return { x, y }
    }
  }
  growTo(editor, boundary, {
    w: Math.max(frame.w, size.w + 2 * boundaryPadding.side),
    h: y + size.h + boundaryPadding.side - frame.y,
  })
  return { x: left, y }
}

function growTo(editor: Editor, boundary: BoundaryShape, size: Size): void {
  editor.updateShape<BoundaryShape>({ id: boundary.id, type: 'boundary', props: size })
}

function moveCorner(editor: Editor, id: TLShapeId, corner: Point): void {
  const shape = editor.getShape(id)
  if (shape === undefined) return
  const local = editor.getPointInParentSpace(id, corner)
  editor.updateShape({ id, type: shape.type, x: local.x, y: local.y })
}
