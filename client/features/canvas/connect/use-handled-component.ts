/** Which component shows its handles: the one under the pointer, or on touch the selected one. */
import { useEffect, useState } from 'react'
import { react, useValue, type Editor, type TLShapeId } from 'tldraw'
import { useScene } from '../canvas-scene.ts'
import { componentOf, selectedComponent } from '../insert/board-shapes.ts'

/** Handles stay while the pointer is this near, in pixels: it has to leave the card to reach them. */
const reach = 30
/** Below this zoom handles would cover the cards. */
const smallestZoom = 0.35

export function useHandledComponent(editor: Editor): TLShapeId | undefined {
  const scene = useScene()
  const hovered = useHovered(editor)
  return useValue(
    'component with handles',
    () => {
      const mayShow =
        editor.isIn('select.idle') &&
        !editor.getIsReadonly() &&
        editor.getZoomLevel() >= smallestZoom &&
        scene.panel.get() === undefined
      if (!mayShow) return undefined
      const shape = editor.getInstanceState().isCoarsePointer
        ? selectedComponent(editor)
        : componentOf(editor, hovered ?? '')
      if (shape === undefined || shape.isLocked) return undefined
      // What is hovered outlives a change of the page until the pointer moves.
      return editor.getAncestorPageId(shape) === editor.getCurrentPageId() ? shape.id : undefined
    },
    [editor, scene, hovered],
  )
}

function useHovered(editor: Editor): TLShapeId | undefined {
  const [hovered, setHovered] = useState<TLShapeId>()
  useEffect(() => {
    const container = editor.getContainer()
    // Before the pointer came tldraw takes it to be in the corner, and what lies there for hovered.
    let isPointerHere = false
    // tldraw learns what is under the pointer a moment after the pointer moved.
    const stop = react('hovered component', () => {
      const under = componentOf(editor, editor.getHoveredShapeId() ?? '')
      if (under !== undefined && isPointerHere) setHovered(under.id)
    })
    const handleMove = (event: PointerEvent) => {
      isPointerHere = true
      setHovered((known) => (isNear(editor, known, event) ? known : undefined))
    }
    const handleLeave = () => {
      isPointerHere = false
      setHovered(undefined)
    }
    container.addEventListener('pointermove', handleMove, { passive: true })
    container.addEventListener('pointerleave', handleLeave)
    return () => {
      stop()
      container.removeEventListener('pointermove', handleMove)
      container.removeEventListener('pointerleave', handleLeave)
    }
  }, [editor])
  return hovered
}

function isNear(editor: Editor, id: TLShapeId | undefined, event: PointerEvent): boolean {
  const bounds = id === undefined ? undefined : editor.getShapePageBounds(id)
  const point = editor.screenToPage({ x: event.clientX, y: event.clientY })
  const margin = reach / editor.getZoomLevel()
  return bounds?.clone().expandBy(margin).containsPoint(point) === true
}
