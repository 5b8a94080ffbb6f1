import { useEffect, useRef } from 'react'
import { sentenceOf } from '#client/lib/request.ts'
import { addComment, reopenThread, resolveThread } from '#client/lib/requests.ts'
import type { Thread } from '#client/live/session.ts'
import { Badge } from '#client/ui/badge.tsx'
import { Button } from '#client/ui/button.tsx'
import { toast } from '#client/ui/toasts.ts'
import { useCommentScope } from './comment-context.ts'
import { CommentView } from './comment-view.tsx'
import css from './comments.module.css'
import { Composer } from './composer.tsx'
import { isOpen } from './filter-threads.ts'

interface ThreadViewProps {
  readonly thread: Thread
  readonly isSelected: boolean
  /** Moves the camera to what the thread hangs on. */
  readonly onShow: () => void
}

export function ThreadView({ thread, isSelected, onShow }: ThreadViewProps) {
  const { boardId, mayComment } = useCommentScope()
  const ref = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isSelected) ref.current?.scrollIntoView({ block: 'nearest' })
  }, [isSelected])
  return (
    <li ref={ref} className={css.thread} data-open={isSelected}>
      <div className={css.threadHead}>
        <button type="button" className={css.on} onClick={onShow}>
          {thread.on === '' ? 'A place on the board' : thread.on}
        </button>
        {!isOpen(thread) && <Badge>Resolved</Badge>}
        {mayComment && <SettleButton thread={thread} />}
      </div>
      {thread.comments.map((comment) => (
        <CommentView key={comment.id} thread={thread.id} comment={comment} isActive={isSelected} />
      ))}
      {mayComment && isSelected && (
        <Composer
          id={`${boardId}/${thread.id}`}
          label="Reply"
          action="Reply"
          send={(text) => addComment(boardId, thread.id, text)}
        />
      )}
    </li>
  )
}

function SettleButton({ thread }: { thread: Thread }) {
  const { boardId } = useCommentScope()
  const settle = isOpen(thread) ? resolveThread : reopenThread
  return (
    <Button
      small
      look="quiet"
      onClick={() =>
        void settle(boardId, thread.id).catch((error: unknown) =>
          toast(sentenceOf(error), 'failed'),
        )
      }
    >
      {isOpen(thread) ? 'Resolve' : 'Reopen'}
    </Button>
  )
}
