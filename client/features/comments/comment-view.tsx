import { useState } from 'react'
import { sentenceOf } from '#client/lib/request.ts'
import { deleteComment, editComment } from '#client/lib/requests.ts'
import type { Thread } from '#client/live/session.ts'
import { Avatar } from '#client/ui/avatar.tsx'
import { Button } from '#client/ui/button.tsx'
import { Time } from '#client/ui/time.tsx'
import { toast } from '#client/ui/toasts.ts'
import { useCommentScope } from './comment-context.ts'
import css from './comments.module.css'
import { Composer } from './composer.tsx'

type ThreadComment = Thread['comments'][number]

interface CommentViewProps {
  readonly thread: string
  readonly comment: ThreadComment
  /** Whether what can be done with it is offered now. */
  readonly isActive: boolean
}

export function CommentView({ thread, comment, isActive }: CommentViewProps) {
  const { boardId, me, roster, mayComment, mayDeleteAny } = useCommentScope()
  const [isEditing, setEditing] = useState(false)
  const isOwn = comment.authorId === me
  const path = { thread, comment: comment.id }
  return (
    <article className={css.comment} aria-label={`Comment by ${comment.authorName}`}>
      <Avatar
        name={comment.authorName}
        color={roster.get(comment.authorId)?.color ?? '#7a766d'}
        size={24}
      />
      <div className={css.meta}>
        <span className={css.author}>{comment.authorName}</span>
        <span className={css.when}>
          <Time at={comment.createdAt} />
          {comment.editedAt !== null && ' · edited'}
        </span>
      </div>
      {isEditing ? (
        <div className={css.text}>
          <Composer
            id={`${boardId}/${thread}/${comment.id}`}
            label="Edit the comment"
            action="Save"
            initial={comment.text}
            focuses
            send={(text) => editComment(boardId, path, text)}
            onSent={() => setEditing(false)}
            onCancel={() => setEditing(false)}
          />
        </div>
      ) : (
        <p className={css.text}>{comment.text}</p>
      )}
      {isActive && !isEditing && (
        <div className={css.own}>
          {isOwn && mayComment && (
            <Button small look="quiet" onClick={() => setEditing(true)}>
              Edit
            </Button>
          )}
          {((isOwn && mayComment) || mayDeleteAny) && (
            <DeleteButton
              onDelete={() =>
                deleteComment(boardId, path).catch((error: unknown) =>
                  toast(sentenceOf(error), 'failed'),
                )
              }
            />
          )}
        </div>
      )}
    </article>
  )
}

/** Asks in place, since nothing brings a comment back. */
function DeleteButton({ onDelete }: { onDelete: () => Promise<unknown> }) {
  const [isAsking, setAsking] = useState(false)
  if (!isAsking)
    return (
      <Button small look="quiet" onClick={() => setAsking(true)}>
        Delete
      </Button>
    )
  return (
    <>
      <Button small look="danger" onClick={() => void onDelete()}>
        Delete this comment
      </Button>
      <Button small look="quiet" onClick={() => setAsking(false)}>
        Keep
      </Button>
    </>
  )
}
