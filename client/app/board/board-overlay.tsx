import { CommentPins } from '#client/features/comments/comment-pins.tsx'
import type { CanvasHandle } from '#client/lib/canvas-handle.ts'
import type { Thread } from '#client/live/session.ts'
import css from './board.module.css'
import { EmptyBoard } from './empty-board.tsx'
import type { BoardParts } from './use-board-parts.ts'

interface BoardOverlayProps {
  readonly handle: CanvasHandle | undefined
  readonly threads: readonly Thread[]
  readonly parts: BoardParts
}

/** What is drawn over the canvas and under its controls. */
export function BoardOverlay({ handle, threads, parts }: BoardOverlayProps) {
  if (handle === undefined) return null
  return (
    <>
      <CommentPins
        handle={handle}
        threads={threads}
        selected={parts.thread}
        target={parts.target}
        onSelect={parts.openThread}
      />
      <EmptyBoard handle={handle} onImport={() => parts.openImport()} />
      <div className={css.pickingPlace} role="status">
        {parts.isPicking && (
          <p className={css.picking}>
            Click what you want to comment on, or press <kbd>Enter</kbd> for the selection.{' '}
            <kbd>Esc</kbd> cancels.
          </p>
        )}
      </div>
    </>
  )
}
