import type { CanvasHandle, Target } from '#client/lib/canvas-handle.ts'
import type { Thread } from '#client/live/session.ts'
import { Icon } from '#client/ui/icon.tsx'
import { useCommentScope } from './comment-context.ts'
import css from './comments.module.css'
import { isOpen } from './filter-threads.ts'
import { placeOf } from './place-of.ts'
import { spreadPins } from './spread-pins.ts'
import { isUnread, useSeen } from './unread.ts'
import { useCanvasMoves } from './use-canvas-moves.ts'

interface CommentPinsProps {
  readonly handle: CanvasHandle
  readonly threads: readonly Thread[]
  readonly selected: string | undefined
  readonly target: Target | undefined
  readonly onSelect: (thread: string) => void
}

/** Pins over the canvas: open threads, and the one that is looked at. */
export function CommentPins({ handle, threads, selected, target, onSelect }: CommentPinsProps) {
  useCanvasMoves(handle)
  const { me } = useCommentScope()
  const seen = useSeen((state) => state.threads)
  const page = handle.pageId()
  const shown = threads.filter(
    (thread) => thread.anchor.pageId === page && (isOpen(thread) || thread.id === selected),
  )
  const places = spreadPins(
    shown.map((thread) => ({ key: thread.id, at: handle.toScreen(placeOf(thread, handle)) })),
  )
  return (
    <div className={css.pins}>
      {shown.map((thread) => {
        const place = places.get(thread.id)
        const isNews = isUnread(thread, me, seen)
        return (
          <button
            key={thread.id}
            type="button"
            className={css.pin}
            style={{ left: place?.x, top: place?.y }}
            data-news={isNews}
            data-open={thread.id === selected}
            data-resolved={!isOpen(thread)}
            aria-label={`${isNews ? 'New: ' : ''}${pinWords(thread)}`}
            // The canvas would take the press for a click on what lies below.
            onPointerDown={(event) => event.stopPropagation()}
            onClick={() => onSelect(thread.id)}
          >
            {thread.comments.length > 1 ? (
              thread.comments.length
            ) : (
              <Icon name="comment" size={13} />
            )}
          </button>
        )
      })}
      {target !== undefined && target.anchor.pageId === page && <NewPin {...{ handle, target }} />}
    </div>
  )
}

function NewPin({ handle, target }: { handle: CanvasHandle; target: Target }) {
  const { x, y } = handle.toScreen(target.at)
  return (
    <span className={`${css.pin} ${css.pinNew}`} style={{ left: x, top: y }} aria-hidden="true">
      <Icon name="plus" size={13} />
    </span>
  )
}

function pinWords({ on, comments, resolvedAt }: Thread): string {
  const count = comments.length === 1 ? '1 comment' : `${comments.length} comments`
  const by = comments[0]?.authorName ?? 'Somebody'
  return `${count} on ${on === '' ? 'a place' : on}, begun by ${by}${resolvedAt === null ? '' : ', resolved'}`
}
