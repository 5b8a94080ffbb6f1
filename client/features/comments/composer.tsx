import { useState } from 'react'
import { sentenceOf } from '#client/lib/request.ts'
import { Button } from '#client/ui/button.tsx'
import { TextArea } from '#client/ui/text-area.tsx'
import { useCommentScope } from './comment-context.ts'
import css from './comments.module.css'
import { setDraft, useDrafts } from './drafts.ts'

interface ComposerProps {
  /** Names the draft. */
  readonly id: string
  readonly label: string
  readonly action: string
  /** What the field holds while there is no draft. */
  readonly initial?: string
  readonly focuses?: boolean
  readonly send: (text: string) => Promise<unknown>
  readonly onSent?: () => void
  readonly onCancel?: () => void
}

/** Where a comment is written. What was typed stays when sending fails. Ctrl or ⌘ with Enter sends. */
export function Composer(props: ComposerProps) {
  const { id, label, action, initial = '', focuses = false, onCancel } = props
  const text = useDrafts((state) => state.texts[id]) ?? initial
  const { isSending, error, submit } = useSending(props, text)
  return (
    <form
      className={css.composer}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <TextArea
        ref={(field) => {
          if (focuses) field?.focus()
        }}
        label={label}
        hideLabel
        placeholder={label}
        rows={2}
        maxLength={10_000}
        value={text}
        onChange={(event) => setDraft(id, event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit()
          if (event.key === 'Escape') onCancel?.()
          event.stopPropagation()
        }}
      />
      {error !== undefined && (
        <p role="alert" className={css.error}>
          {error} Your text is still here.
        </p>
      )}
      {(text !== '' || onCancel !== undefined) && (
        <div className={css.composerActions}>
          {onCancel !== undefined && (
            <Button small look="quiet" onClick={onCancel}>
              Cancel
            </Button>
          )}
          <Button small look="primary" type="submit" disabled={isSending || text.trim() === ''}>
            {action}
          </Button>
        </div>
      )}
    </form>
  )
}

function useSending({ id, send, onSent }: ComposerProps, text: string) {
  const { ensureNamed } = useCommentScope()
  const [isSending, setSending] = useState(false)
  const [error, setError] = useState<string>()
  const submit = async () => {
    if (text.trim() === '' || isSending || !(await ensureNamed())) return
    setSending(true)
    setError(undefined)
    try {
      await send(text)
      setDraft(id, '')
      onSent?.()
    } catch (failure) {
      setError(sentenceOf(failure))
    }
    setSending(false)
  }
  return { isSending, error, submit }
}
