import { useState, type SyntheticEvent } from 'react'
import { Button } from '#client/ui/button.tsx'
import { TextArea } from '#client/ui/text-area.tsx'
import css from './check.module.css'
import { longestReason } from './defences.ts'

interface DefendFormProps {
  /** What was said before. */
  readonly reason: string
  /** How many findings it answers. */
  readonly count: number
  readonly onDefend: (reason: string) => void
  readonly onCancel: () => void
}

/** Says why a finding does not hold for this design. */
export function DefendForm({ reason, count, onDefend, onCancel }: DefendFormProps) {
  const [text, setText] = useState(reason)
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (text.trim() !== '') onDefend(text)
  }
  return (
    <form className={css.defend} onSubmit={submit}>
      <TextArea
        label="Why this is fine here"
        value={text}
        maxLength={longestReason}
        placeholder="For example: a nightly batch, an outage of an hour costs nothing."
        // The form opens because somebody wants to write.
        ref={(field) => field?.focus({ preventScroll: true })}
        onChange={(event) => setText(event.target.value)}
      />
      <p>
        Kept in this browser alone: nobody else on the board sees it. The finding comes back when
        what it rests on changes.
      </p>
      <div className={css.actions}>
        <Button small look="primary" type="submit" disabled={text.trim() === ''}>
          {count === 1 ? 'Answer the finding' : `Answer all ${count} findings`}
        </Button>
        <Button small look="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
