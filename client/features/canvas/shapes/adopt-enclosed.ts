/** A new or resized boundary takes in what lies wholly on it and lay beside it in the same parent. */
import type { Editor, TLShapeId } from 'tldraw'

export function adoptEnclosed(editor: Editor, boundaryId: TLShapeId): void {
  const boundary = editor.getShape(boundaryId)
  const frame = editor.getShapePageBounds(boundaryId)
  if (boundary === undefined || frame === undefined) return
  const enclosed = editor.getSortedChildIdsForParent(boundary.parentId).filter((id) => {
    const bounds = editor.getShapePageBounds(id)
    const isOther = id !== boundaryId && editor.getShape(id)?.type !== 'arrow'
    return isOther && bounds !== undefined && frame.contains(bounds)
  })
  if (enclosed.length > 0) editor.reparentShapes(enclosed, boundaryId)
}
