/** Gives an arrow that a person has drawn between two components the type that the kinds make likely. */
import { getArrowBindings, react, type Editor, type TLArrowShape } from 'tldraw'
import { findInPalette } from '#shared/kinds/find-in-palette.ts'
import { componentOf } from '../insert/board-shapes.ts'
import { defaultEdgeType } from '../insert/default-edge-type.ts'

/** Only when the hand lets go: while dragging, every component on the way would name it. */
export function nameNewConnections(editor: Editor): () => void {
  let wasDragging = false
  return react('name new connections', () => {
    const isDragging = editor.isIn('select.dragging_handle')
    if (wasDragging && !isDragging) editor.timers.setTimeout(() => nameSelected(editor), 0)
    wasDragging = isDragging
  })
}

function nameSelected(editor: Editor): void {
  const only = editor.getOnlySelectedShape()
  if (only === null || !editor.isShapeOfType<TLArrowShape>(only, 'arrow')) return
  nameConnection(editor, only)
}

/** Part of the same step of undo as the drawing of the arrow. */
export function nameConnection(editor: Editor, arrow: TLArrowShape): void {
  if (arrow.meta['edgeType'] !== undefined || editor.getIsReadonly()) return
  const { start, end } = getArrowBindings(editor, arrow)
  const from = start === undefined ? undefined : componentOf(editor, start.toId)
  const to = end === undefined ? undefined : componentOf(editor, end.toId)
  if (from === undefined || to === undefined) return
  const edgeType = defaultEdgeType(findInPalette(from.props.kind), findInPalette(to.props.kind))
  editor.updateShape({ id: arrow.id, type: 'arrow', meta: { edgeType } })
}
