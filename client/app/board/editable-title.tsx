import { useState } from 'react'
import { sentenceOf } from '#client/lib/request.ts'
import { renameBoard } from '#client/lib/requests.ts'
import { toast } from '#client/ui/toasts.ts'
import css from './top-bar.module.css'

interface EditableTitleProps {
  readonly boardId: string
  readonly title: string
  readonly mayRename: boolean
}

/** The board's name; a click makes it a field. Enter or leaving keeps, Escape does not. */
export function EditableTitle({ boardId, title, mayRename }: EditableTitleProps) {
  const [draft, setDraft] = useState<string>()
  if (!mayRename) return <h1 className={css.title}>{title}</h1>
  if (draft === undefined)
    return (
      <h1 style={{ display: 'contents' }}>
        <button
          type="button"
          className={css.title}
          aria-label={`Rename the board ${title}`}
          onClick={() => setDraft(title)}
        >
          {title}
        </button>
      </h1>
    )
  const keep = () => {
    const next = draft.trim()
    setDraft(undefined)
    if (next === '' || next === title) return
    renameBoard(boardId, next).catch((error: unknown) => toast(sentenceOf(error), 'failed'))
  }
  return (
    <input
      ref={(input) => input?.focus()}
      className={css.title}
      aria-label="Title of the board"
      value={draft}
      maxLength={120}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep()
        if (event.key === 'Escape') setDraft(undefined)
      }}
    />
  )
}
