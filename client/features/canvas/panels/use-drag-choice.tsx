import {
  useEffect,
  useRef,
  useState,
  type PointerEvent as ReactPointerEvent,
  type ReactNode,
} from 'react'
import type { Editor } from 'tldraw'
import type { Point } from '#client/lib/canvas-handle.ts'
import { KindIcon } from '../shapes/kind-icon.tsx'
import { boundaryLooks } from '../shapes/boundary-look.ts'
import type { Choice } from './choices.ts'
import { placeChoice } from './place-choice.ts'
import './use-drag-choice.css'

/** A press that moves less than this is a click, in pixels. */
const clickSlack = 5

interface Drag {
  readonly choice: Choice
  readonly from: Point
  readonly at: Point | undefined
}

/** Drags a choice out of the palette onto the board, with a picture of it under the pointer. */
export function useDragChoice(editor: Editor, onPlaced: () => void) {
  const [drag, setDrag] = useState<Drag>()
  const latest = useRef<Drag>(undefined)
  const isPressed = drag !== undefined
  const update = (next: Drag | undefined) => {
    latest.current = next
    setDrag(next)
  }
  useEffect(() => {
    if (!isPressed) return undefined
    const view = editor.getContainer().ownerDocument
    const handleMove = (event: PointerEvent) => {
      const known = latest.current
      const at = { x: event.clientX, y: event.clientY }
      if (known === undefined) return
      const isFar = Math.hypot(at.x - known.from.x, at.y - known.from.y) > clickSlack
      if (isFar || known.at !== undefined) update({ ...known, at })
    }
    const handleUp = (event: PointerEvent) => {
      const known = latest.current
      update(undefined)
      if (known?.at === undefined || !isOnCanvas(editor, event)) return
      const { x, y } = editor.screenToPage(known.at)
      placeChoice(editor, known.choice, { at: { x, y } })
      onPlaced()
    }
    const handleCancel = () => update(undefined)
    view.addEventListener('pointermove', handleMove)
    view.addEventListener('pointerup', handleUp)
    view.addEventListener('pointercancel', handleCancel)
    return () => {
      view.removeEventListener('pointermove', handleMove)
      view.removeEventListener('pointerup', handleUp)
      view.removeEventListener('pointercancel', handleCancel)
    }
  }, [editor, isPressed, onPlaced])
  const press = (choice: Choice, event: ReactPointerEvent) => {
    if (event.button !== 0) return
    update({ choice, from: { x: event.clientX, y: event.clientY }, at: undefined })
  }
  return { press, preview: previewOf(editor, drag) }
}

function isOnCanvas(editor: Editor, { clientX, clientY }: PointerEvent): boolean {
  const under = editor.getContainer().ownerDocument.elementFromPoint(clientX, clientY)
  return (
    under !== null && under.closest('.lb-panel') === null && editor.getContainer().contains(under)
  )
}

function previewOf(editor: Editor, drag: Drag | undefined): ReactNode {
  if (drag?.at === undefined) return null
  const { choice, at } = drag
  const screen = editor.getViewportScreenBounds()
  const markup =
    choice.type === 'component' ? choice.kind.icon : boundaryLooks[choice.boundaryType].icon
  const zoom = editor.getZoomLevel()
  const place = `translate(${at.x - screen.x}px, ${at.y - screen.y}px) scale(${zoom})`
  return (
    <div className="lb-drag" style={{ transform: place }} aria-hidden="true">
      <div className="lb-drag__card" data-type={choice.type}>
        <KindIcon markup={markup} size={26} />
        {choice.title}
      </div>
    </div>
  )
}
