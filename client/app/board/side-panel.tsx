import { useEffect, useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { prefer, usePreferences } from '#client/lib/preferences.ts'
import css from './board.module.css'

const narrowest = 320
const widest = 400

/** The right panel; its edge is dragged, or moved with the arrow keys. */
export function SidePanel({ children }: { children: ReactNode }) {
  const width = usePreferences((state) => state.sideWidth)
  return (
    <aside className={`${css.panel} ${css.side}`} style={{ width }} aria-label="Side panel">
      <Resizer width={width} />
      {children}
    </aside>
  )
}

function Resizer({ width }: { width: number }) {
  const ref = useRef<HTMLDivElement>(null)
  const isDragging = useRef(false)
  useEffect(() => () => void (isDragging.current = false), [])
  const onPointerMove = (event: PointerEvent) => {
    if (isDragging.current) setWidth(window.innerWidth - event.clientX)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: 16, ArrowRight: -16 }[event.key]
    if (step !== undefined) setWidth(width + step)
  }
  return (
    <div
      ref={ref}
      className={css.resizer}
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label="Width of the side panel"
      aria-valuenow={width}
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      onPointerDown={(event) => {
        isDragging.current = true
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={onPointerMove}
      onPointerUp={() => (isDragging.current = false)}
      onPointerCancel={() => (isDragging.current = false)}
      onKeyDown={onKeyDown}
    />
  )
}

function setWidth(width: number): void {
  prefer({ sideWidth: Math.round(Math.min(widest, Math.max(narrowest, width))) })
}
