import { useEffect, useRef, type CSSProperties, type ReactNode } from 'react'
import { stopEventPropagation, useEditor } from 'tldraw'
import type { Point } from '#client/lib/canvas-handle.ts'
import type { CanvasPanel } from '../canvas-scene.ts'

interface FloatingPanelProps {
  readonly label: string
  readonly type: CanvasPanel['type']
  /** Top left corner in the canvas element; placed by CSS when absent. */
  readonly at?: Point
  readonly onClose: () => void
  readonly children: ReactNode
}

const width = 300
const height = 340

/** Floats over the drawing until Escape or a press elsewhere. While it is there tldraw's keys rest. */
export function FloatingPanel({ label, type, at, onClose, children }: FloatingPanelProps) {
  const editor = useEditor()
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const view = editor.getContainer().ownerDocument
    editor.menus.addOpenMenu('canvas panel')
    const handlePress = (event: PointerEvent) => {
      const { target } = event
      if (!(target instanceof Element) || element.current?.contains(target)) return
      // The button that opens the panel closes it by itself.
      if (target.closest('[data-opens-panel]') === null) onClose()
    }
    view.addEventListener('pointerdown', handlePress, true)
    return () => {
      editor.menus.deleteOpenMenu('canvas panel')
      view.removeEventListener('pointerdown', handlePress, true)
    }
  }, [editor, onClose])
  return (
    <div
      ref={element}
      className="lb-panel"
      data-panel={type}
      role="dialog"
      aria-label={label}
      style={at && cornerWithin(editor.getViewportScreenBounds(), at)}
      onPointerDown={stopEventPropagation}
      onWheelCapture={stopEventPropagation}
    >
      {children}
    </div>
  )
}

function cornerWithin(screen: { w: number; h: number }, at: Point): CSSProperties {
  return {
    left: Math.max(8, Math.min(at.x, screen.w - width - 8)),
    top: Math.max(8, Math.min(at.y, screen.h - height - 72)),
    maxHeight: height,
  }
}
