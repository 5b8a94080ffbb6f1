import type { KeyboardEvent } from 'react'
import { stopEventPropagation } from 'tldraw'
import type { FindingMark } from '../canvas-scene.ts'

/** Shape first, colour second: ◆ error, ▲ warning, ● suggestion, ✓ in a ring for defended. */
const outlines = {
  error: <path d="M10 1.5 18.5 10 10 18.5 1.5 10z" />,
  warning: <path d="M10 2 18.5 17.5h-17z" />,
  suggestion: <circle cx="10" cy="10" r="8" />,
  defended: <circle cx="10" cy="10" r="8" />,
} as const

const steps: Readonly<Record<string, 1 | -1 | undefined>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
}

interface FindingBadgeProps {
  readonly shapeId: string
  readonly mark: FindingMark
  readonly onOpen: () => void
  /** To the next badge or the one before. */
  readonly onMove: (step: 1 | -1) => void
}

export function FindingBadge({ shapeId, mark, onOpen, onMove }: FindingBadgeProps) {
  const isDefended = mark.severity === 'defended'
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (step === undefined) return
    // The canvas would move its selection.
    event.preventDefault()
    event.stopPropagation()
    onMove(step)
  }
  return (
    <button
      type="button"
      className="lb-mark"
      data-mark={shapeId}
      data-severity={mark.severity}
      aria-label={mark.title}
      title={mark.title}
      // The canvas would take the press for the start of a drag.
      onPointerDown={stopEventPropagation}
      onClick={onOpen}
      onKeyDown={onKeyDown}
    >
      <svg aria-hidden="true" viewBox="0 0 20 20" width="22" height="22">
        {outlines[mark.severity]}
        {isDefended && <path className="lb-mark__tick" d="m6.5 10.5 2.5 2.5 4.5-5.5" />}
      </svg>
      {!isDefended && mark.count > 1 && <span className="lb-mark__count">{mark.count}</span>}
    </button>
  )
}
