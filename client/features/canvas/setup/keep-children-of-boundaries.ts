/**
 * Deleting a boundary keeps what it holds, unless that is deleted as well: a boundary says something
 * about components and is no reason to lose them. Cutting takes everything, since pasting brings
 * everything back. tldraw deletes the children of a frame either way.
 */
import type { Editor, TLShape, TLShapeId } from 'tldraw'
import { isBoundary } from '#shared/design/extract-graph.ts'

export function keepChildrenOfBoundaries(editor: Editor): () => void {
  const view = editor.getContainer().ownerDocument
  const deleteShapes = editor.deleteShapes.bind(editor)
  let isCutting = false
  const handleCut = () => {
    isCutting = true
    // tldraw deletes after it has written the clipboard, which may take a moment.
    editor.timers.setTimeout(() => (isCutting = false), 1000)
  }
  editor.deleteShapes = (given: readonly (TLShapeId | TLShape)[]) => {
    const ids = given.map((each) => (typeof each === 'string' ? each : each.id))
    if (isCutting) isCutting = false
    else releaseChildren(editor, ids)
    return deleteShapes(ids)
  }
  view.addEventListener('cut', handleCut, true)
  return () => {
    view.removeEventListener('cut', handleCut, true)
    editor.deleteShapes = deleteShapes
  }
}

function releaseChildren(editor: Editor, ids: readonly TLShapeId[]): void {
  if (editor.getIsReadonly()) return
  const leaving = new Set(ids)
  for (const id of ids) {
    const shape = editor.getShape(id)
    if (shape === undefined || shape.isLocked || !isBoundary(shape)) continue
    const staying = editor.getSortedChildIdsForParent(id).filter((child) => !leaving.has(child))
    if (staying.length > 0) editor.reparentShapes(staying, survivingParent(editor, shape, leaving))
  }
}

function survivingParent(editor: Editor, shape: TLShape, leaving: ReadonlySet<TLShapeId>) {
  const inside = editor.getShapeAncestors(shape.id).toReversed()
  return inside.find((each) => !leaving.has(each.id))?.id ?? editor.getCurrentPageId()
}
