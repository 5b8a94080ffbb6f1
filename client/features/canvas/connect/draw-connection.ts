/**
 * Pulls an arrow out of a component with tldraw's own dragging, so that targets light up, the page
 * scrolls at its edge and Escape takes it back as everywhere else.
 */
import {
  createShapeId,
  getArrowBindings,
  react,
  type Editor,
  type TLArrowShape,
  type TLShapeId,
} from 'tldraw'
import type { Point } from '#client/lib/canvas-handle.ts'
import { bindingTo } from '../insert/connect-components.ts'
import { nameConnection } from '../setup/name-new-connections.ts'

/** What became of it: joined to something, or let go over nothing. */
export type ConnectionDrawn = (drawn: {
  readonly arrow: TLArrowShape
  readonly isLoose: boolean
  /** Bail to it to take the arrow back as if it had never been drawn. */
  readonly mark: string
}) => void

export function drawConnection(
  editor: Editor,
  from: TLShapeId,
  event: PointerEvent,
  onDrawn: ConnectionDrawn,
): void {
  const press = { x: event.clientX, y: event.clientY }
  // From here on tldraw gets the pointer's events, as if the press had been on its canvas.
  const canvas = editor.getContainer().querySelector('.tl-canvas')
  canvas?.setPointerCapture(event.pointerId)
  editor.dispatch({ ...pointerInfo(event, press), name: 'pointer_down' })
  const id = createShapeId()
  const mark = editor.markHistoryStoppingPoint('draw connection')
  const shape = createLooseArrow(editor, { id, from, end: editor.screenToPage(press) })
  const handle = shape && editor.getShapeHandles(shape)?.find((each) => each.id === 'end')
  if (shape === undefined || handle === undefined) return
  // In one go, as from an event of tldraw's own: its overlays read the state's details at once.
  editor.run(() =>
    editor.setCurrentTool('select.dragging_handle', {
      shape,
      handle,
      isCreating: true,
      creatingMarkId: mark,
    }),
  )
  afterDragging(editor, () => {
    const arrow = settled(editor, id, mark)
    if (arrow !== undefined) onDrawn({ ...arrow, mark })
  })
}

interface LooseArrow {
  readonly id: TLShapeId
  readonly from: TLShapeId
  readonly end: Point
}

function createLooseArrow(editor: Editor, { id, from, end }: LooseArrow): TLArrowShape | undefined {
  const centre = editor.getShapePageBounds(from)?.center
  if (centre === undefined) return undefined
  editor.createShape<TLArrowShape>({
    id,
    type: 'arrow',
    parentId: editor.getCurrentPageId(),
    x: centre.x,
    y: centre.y,
    props: { start: { x: 0, y: 0 }, end: { x: end.x - centre.x, y: end.y - centre.y } },
  })
  editor.createBindings([bindingTo(id, from, 'start')])
  return editor.getShape<TLArrowShape>(id)
}

function afterDragging(editor: Editor, then: () => void): void {
  let hasBegun = false
  const stop = react('connection drawn', () => {
    const isDragging = editor.isIn('select.dragging_handle')
    if (isDragging) hasBegun = true
    else if (hasBegun) {
      hasBegun = false
      editor.timers.setTimeout(() => {
        stop()
        then()
      }, 0)
    }
  })
}

/** Undefined when nothing was drawn: taken back by Escape, or let go over where it began. */
function settled(editor: Editor, id: TLShapeId, mark: string) {
  const arrow = editor.getShape<TLArrowShape>(id)
  if (arrow === undefined) return undefined
  const { start, end } = getArrowBindings(editor, arrow)
  if (end === undefined) return { arrow, isLoose: true }
  if (end.toId === start?.toId) {
    editor.bailToMark(mark)
    return undefined
  }
  const centred = { isPrecise: false, normalizedAnchor: { x: 0.5, y: 0.5 } }
  editor.updateBinding({ ...end, props: { ...end.props, ...centred } })
  nameConnection(editor, arrow)
  return { arrow, isLoose: false }
}

function pointerInfo(event: PointerEvent, point: Point) {
  return {
    type: 'pointer',
    target: 'canvas',
    point,
    pointerId: event.pointerId,
    button: 0,
    isPen: event.pointerType === 'pen',
    shiftKey: false,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    accelKey: false,
  } as const
}
