import { useRef, type PointerEvent } from 'react'
import { useEditor, useValue, type TLShapeId } from 'tldraw'
import { useScene } from '../canvas-scene.ts'
import { columnGap } from '../insert/place-beside.ts'
import { drawConnection } from './draw-connection.ts'
import { handlePlace, sides, type Side } from './handle-places.ts'
import './hover-handles.css'
import { useHandledComponent } from './use-handled-component.ts'

/** Drag one to a component to connect, or to an empty place to choose what stands there. */
export function HoverHandles() {
  const editor = useEditor()
  const id = useHandledComponent(editor)
  if (id === undefined) return null
  return <Handles key={id} id={id} />
}

/** How far outside of the card handles are, and how far a press may move and still be a click. */
const away = 15
const clickSlack = 4

function Handles({ id }: { readonly id: TLShapeId }) {
  const editor = useEditor()
  const scene = useScene()
  const press = useRef<{ readonly x: number; readonly y: number }>(undefined)
  const box = useValue('handled box', () => boxOnScreen(editor, id), [editor, id])
  if (box === undefined) return null

  const move = (event: PointerEvent<HTMLButtonElement>) => {
    const from = press.current
    if (from === undefined) return
    if (Math.hypot(event.clientX - from.x, event.clientY - from.y) < clickSlack) return
    press.current = undefined
    drawConnection(editor, id, event.nativeEvent, ({ arrow, isLoose, mark }) => {
      const end = editor.getShapePageTransform(arrow).applyToPoint(arrow.props.end)
      if (isLoose) scene.panel.set({ type: 'neighbours', mark, from: id, end })
    })
  }
  const click = (side: Side) => {
    const bounds = editor.getShapePageBounds(id)
    if (press.current === undefined || bounds === undefined) return
    press.current = undefined
    const end = handlePlace(bounds, side, columnGap)
    scene.panel.set({ type: 'neighbours', mark: undefined, from: id, end })
  }
  return (
    <div className="lb-handles">
      {sides.map((side) => {
        const { x, y } = handlePlace(box, side, away)
        return (
          <button
            key={side}
            type="button"
            tabIndex={-1}
            className="lb-handle"
            data-side={side}
            aria-label={`Connect from the ${side}`}
            title="Drag to connect, click to add"
            style={{ transform: `translate(${x}px, ${y}px) translate(-50%, -50%)` }}
            onPointerDown={(event) => {
              if (event.button !== 0) return
              event.stopPropagation()
              event.preventDefault()
              event.currentTarget.setPointerCapture(event.pointerId)
              press.current = { x: event.clientX, y: event.clientY }
            }}
            onPointerMove={move}
            onPointerUp={() => click(side)}
            onPointerCancel={() => (press.current = undefined)}
          >
            <svg aria-hidden="true" viewBox="0 0 12 12" width="12" height="12">
              <path d="M2 6h7M6.5 3l3 3-3 3" />
            </svg>
          </button>
        )
      })}
    </div>
  )
}

function boxOnScreen(editor: ReturnType<typeof useEditor>, id: TLShapeId) {
  const bounds = editor.getShapePageBounds(id)
  if (bounds === undefined) return undefined
  const zoom = editor.getZoomLevel()
  const { x, y } = editor.pageToViewport(bounds)
  return { x, y, w: bounds.w * zoom, h: bounds.h * zoom }
}
