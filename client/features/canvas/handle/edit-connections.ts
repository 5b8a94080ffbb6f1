/** Edits of connections. Each is one step of undo. */
import { getArrowBindings, type Editor, type TLArrowShape } from 'tldraw'
import type { CanvasHandle } from '#client/lib/canvas-handle.ts'
import { shapeOf } from '../insert/board-shapes.ts'
import { connectComponents } from '../insert/connect-components.ts'

type Edits = Pick<CanvasHandle, 'connect' | 'changeConnection' | 'reverseConnection'>

export function createConnectionEdits(editor: Editor): Edits {
  return {
    connect(from, to, type) {
      if (editor.getIsReadonly()) return undefined
      editor.markHistoryStoppingPoint('connect')
      let id: string | undefined
      editor.run(() => {
        id = connectComponents(editor, from, to, type)
      })
      return id
    },
    changeConnection(id, { type, protocol, label }) {
      const arrow = arrowOf(editor, id)
      if (arrow === undefined || editor.getIsReadonly()) return
      editor.markHistoryStoppingPoint('change connection')
      editor.updateShape<TLArrowShape>({
        id: arrow.id,
        type: 'arrow',
        props: label === undefined ? {} : { text: label },
        meta: {
          ...(type === undefined ? {} : { edgeType: type }),
          ...(protocol === undefined ? {} : { protocol }),
        },
      })
    },
    reverseConnection(id) {
      const arrow = arrowOf(editor, id)
      if (arrow === undefined || editor.getIsReadonly()) return
      editor.markHistoryStoppingPoint('reverse connection')
      editor.run(() => reverse(editor, arrow))
    },
  }
}

export function arrowOf(editor: Editor, id: string): TLArrowShape | undefined {
  const shape = shapeOf(editor, id)
  return shape !== undefined && editor.isShapeOfType<TLArrowShape>(shape, 'arrow')
    ? shape
    : undefined
}

/** The ends change places; the arrow keeps its heads, its bend stays on the same side of the page. */
function reverse(editor: Editor, arrow: TLArrowShape): void {
  const { start, end } = getArrowBindings(editor, arrow)
  if (start === undefined || end === undefined) return
  const { terminal: _, ...startPlace } = start.props
  const { terminal: __, ...endPlace } = end.props
  editor.updateBindings([
    { ...start, toId: end.toId, props: { ...endPlace, terminal: 'start' } },
    { ...end, toId: start.toId, props: { ...startPlace, terminal: 'end' } },
  ])
  editor.updateShape<TLArrowShape>({
    id: arrow.id,
    type: 'arrow',
    props: { bend: -arrow.props.bend },
  })
}
