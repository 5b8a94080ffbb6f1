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
    changeConnection(id, { type, protocol, label, bothWays }) {
      const arrow = arrowOf(editor, id)
      if (arrow === undefined || editor.getIsReadonly()) return
      editor.markHistoryStoppingPoint('change connection')
      editor.updateShape<TLArrowShape>({
        id: arrow.id,
        type: 'arrow',
        props: {
          ...(label === undefined ? {} : { text: label }),
          ...(bothWays === undefined ? {} : headsOf(arrow, bothWays)),
        },
        meta: {
          ...(type === undefined ? {} : { edgeType: type }),
          ...(protocol === undefined ? {} : { protocol }),
          // A text may have said it before there were heads.
          ...(bothWays === false && arrow.meta['bothWays'] !== undefined ? { bothWays } : {}),
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

/** The heads that say it. An arrow that goes one way already stays as it was drawn. */
function headsOf({ props }: TLArrowShape, bothWays: boolean) {
  const { arrowheadStart, arrowheadEnd } = props
  if (bothWays) {
    return {
      arrowheadStart: arrowheadStart === 'none' ? ('arrow' as const) : arrowheadStart,
      arrowheadEnd: arrowheadEnd === 'none' ? ('arrow' as const) : arrowheadEnd,
    }
  }
  return arrowheadEnd === 'none' ? {} : { arrowheadStart: 'none' as const }
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
