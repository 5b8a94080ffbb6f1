import { useState } from 'react'
import type { CanvasHandle, Target } from '#client/lib/canvas-handle.ts'
import { createThread } from '#client/lib/requests.ts'
import type { Thread } from '#client/live/session.ts'
import { Button } from '#client/ui/button.tsx'
import { EmptyState } from '#client/ui/empty-state.tsx'
import { Select } from '#client/ui/select.tsx'
import { useCommentScope } from './comment-context.ts'
import css from './comments.module.css'
import { Composer } from './composer.tsx'
import { filterThreads, threadFilters, type ThreadFilter } from './filter-threads.ts'
import { lookAtThread } from './look-at-thread.ts'
import { ThreadView } from './thread-view.tsx'
import { isUnread, markSeen, useSeen } from './unread.ts'

interface CommentsPanelProps {
  readonly threads: readonly Thread[]
  readonly handle: CanvasHandle | undefined
  readonly selected: string | undefined
  /** Where a new thread is about to go. */
  readonly target: Target | undefined
  readonly onSelect: (thread: string | undefined) => void
  readonly onStart: () => void
  readonly onCancel: () => void
}

export function CommentsPanel(props: CommentsPanelProps) {
  const { threads, handle, selected, target, onSelect, onStart } = props
  const { mayComment, me } = useCommentScope()
  const seen = useSeen((state) => state.threads)
  const unread = threads.filter((thread) => isUnread(thread, me, seen))
  const [filter, setFilter] = useState<ThreadFilter>('open')
  const shown = filterThreads(threads, filter, selected)
  const show = (thread: Thread) => {
    onSelect(thread.id)
    if (handle !== undefined) lookAtThread(handle, thread)
  }
  return (
    <div className={css.panel}>
      <div className={css.tools}>
        <Select
          label="Show threads"
          hideLabel
          value={filter}
          options={threadFilters}
          onChange={setFilter}
        />
        {mayComment && (
          <Button icon="comment" onClick={onStart}>
            Comment
          </Button>
        )}
      </div>
      {unread.length > 1 && (
        <div className={css.unreadRow}>
          <span>{unread.length} threads with news</span>
          <Button small look="quiet" onClick={() => markSeen(threads)}>
            Mark all as read
          </Button>
        </div>
      )}
      {target !== undefined && <NewThread {...props} target={target} />}
      {shown.length === 0 && target === undefined && (
        <Nothing isFiltered={threads.length > 0} mayComment={mayComment} />
      )}
      <ul aria-label="Threads">
        {shown.map((thread) => (
          <ThreadView
            key={thread.id}
            thread={thread}
            isSelected={thread.id === selected}
            onShow={() => show(thread)}
          />
        ))}
      </ul>
    </div>
  )
}

function NewThread(props: CommentsPanelProps & { target: Target }) {
  const { target, onCancel, onSelect } = props
  const { boardId } = useCommentScope()
  const start = async (text: string) => {
    const { thread } = await createThread(boardId, { ...target, text })
    onCancel()
    onSelect(thread)
  }
  return (
    <section className={css.start} aria-label="New comment">
      <strong>{target.on === '' ? 'A place on the board' : target.on}</strong>
      <Composer
        id={`${boardId}/new`}
        label="Write a comment"
        action="Comment"
        focuses
        send={start}
        onCancel={onCancel}
      />
    </section>
  )
}

function Nothing({ isFiltered, mayComment }: { isFiltered: boolean; mayComment: boolean }) {
  if (isFiltered) return <EmptyState icon="resolve" title="No threads here" />
  return (
    <EmptyState
      icon="comment"
      title="No comments yet"
      text={
        mayComment
          ? 'Press C or “Comment”, then click a component, an arrow or a place.'
          : 'Comments by the others appear here.'
      }
    />
  )
}
