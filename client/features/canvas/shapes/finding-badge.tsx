import { stopEventPropagation } from 'tldraw'
import type { FindingMark } from '../canvas-scene.ts'

/** Shape first, colour second: ◆ error, ▲ warning, ● suggestion, ✓ in a ring for defended. */
const outlines = {
  error: <path d="M10 1.5 18.5 10 10 18.5 1.5 10z" />,
  warning: <path d="M10 2 18.5 17.5h-17z" />,
  suggestion: <circle cx="10" cy="10" r="8" />,
  defended: <circle cx="10" cy="10" r="8" />,
} as const

interface FindingBadgeProps {
  readonly mark: FindingMark
  readonly onOpen: () => void
}

export function FindingBadge({ mark, onOpen }: FindingBadgeProps) {
  const isDefended = mark.severity === 'defended'
  return (
    <button
      type="button"
      className="lb-mark"
      data-severity={mark.severity}
      aria-label={mark.title}
      title={mark.title}
      // The canvas would take the press for the start of a drag.
      onPointerDown={stopEventPropagation}
      onClick={onOpen}
    >
      <svg aria-hidden="true" viewBox="0 0 20 20" width="22" height="22">
        {outlines[mark.severity]}
        {isDefended && <path className="lb-mark__tick" d="m6.5 10.5 2.5 2.5 4.5-5.5" />}
      </svg>
      {!isDefended && mark.count > 1 && <span className="lb-mark__count">{mark.count}</span>}
    </button>
  )
}
