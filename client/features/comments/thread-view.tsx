import { useEffect, useRef } from 'react'
import { copyText } from '#client/lib/copy-text.ts'
import { sentenceOf } from '#client/lib/request.ts'
import { addComment, reopenThread, resolveThread } from '#client/lib/requests.ts'
import type { Thread } from '#client/live/session.ts'
import { Badge } from '#client/ui/badge.tsx'
import { Button } from '#client/ui/button.tsx'
import { IconButton } from '#client/ui/icon-button.tsx'
import { toast } from '#client/ui/toasts.ts'
import { useCommentScope } from './comment-context.ts'
import { CommentView } from './comment-view.tsx'
import css from './comments.module.css'
import { Composer } from './composer.tsx'
import { isOpen } from './filter-threads.ts'
import { threadLink } from './thread-link.ts'
import { isUnread, markSeen, useSeen } from './unread.ts'

interface ThreadViewProps {
  readonly thread: Thread
  readonly isSelected: boolean
  /** Moves the camera to what the thread hangs on. */
  readonly onShow: () => void
}

export function ThreadView({ thread, isSelected, onShow }: ThreadViewProps) {
  const { boardId, me, mayComment } = useCommentScope()
  const isNews = useSeen((state) => isUnread(thread, me, state.threads))
  const ref = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isSelected) ref.current?.scrollIntoView({ block: 'nearest' })
  }, [isSelected])
  useEffect(() => {
    if (isSelected && document.visibilityState === 'visible') markSeen([thread])
  }, [isSelected, thread])
  return (
    <li ref={ref} className={css.thread} data-open={isSelected}>
      <div className={css.threadHead}>
        {isNews && <span className={css.news} role="img" aria-label="New" />}
        <button type="button" className={css.on} onClick={onShow}>
          {thread.on === '' ? 'A place on the board' : thread.on}
        </button>
        {!isOpen(thread) && <Badge>Resolved</Badge>}
        {isSelected && <LinkButton thread={thread.id} />}
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

function LinkButton({ thread }: { thread: string }) {
  const link = threadLink(window.location.href, thread)
  const copy = async () => {
    const isCopied = await copyText(link)
    toast(isCopied ? 'The link to this thread is copied.' : `Copy this link: ${link}`)
  }
  return (
    <IconButton
      small
      icon="link"
      label="Copy the link to this thread"
      onClick={() => void copy()}
    />
  )
}
