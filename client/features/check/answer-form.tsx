import { useState } from 'react'
import { sentenceOf } from '#client/lib/request.ts'
import type { FindingActName } from '#shared/live.ts'
import { Button } from '#client/ui/button.tsx'
import { TextArea } from '#client/ui/text-area.tsx'
import css from './check.module.css'
import { longestReason } from './say-to-findings.ts'

export interface AnswerChoice {
  readonly act: FindingActName
  readonly label: string
}

interface AnswerFormProps {
  readonly label: string
  readonly placeholder: string
  /** What sending it means. */
  readonly hint: string
  /** The first is what most people want. */
  readonly choices: readonly AnswerChoice[]
  readonly isTextNeeded: boolean
  readonly onSay: (act: FindingActName, text: string) => Promise<void>
  readonly onCancel: () => void
}

/** Says something to a finding. What was typed stays when sending fails. */
export function AnswerForm(props: AnswerFormProps) {
  const { label, placeholder, hint, choices, isTextNeeded, onCancel } = props
  const [text, setText] = useState('')
  const { isSending, error, send } = useSending(props.onSay)
  const isReady = !isSending && (!isTextNeeded || text.trim() !== '')
  const [main] = choices
  return (
    <form
      className={css.defend}
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady && main !== undefined) void send(main.act, text)
      }}
    >
      <TextArea
        label={label}
        value={text}
        maxLength={longestReason}
        placeholder={placeholder}
        // The form opens because somebody wants to write.
        ref={(field) => field?.focus({ preventScroll: true })}
        onChange={(event) => setText(event.target.value)}
      />
      <p>{hint}</p>
      {error !== undefined && (
        <p role="alert" className={css.refused}>
          {error} Your text is still here.
        </p>
      )}
      <div className={css.actions}>
        {choices.map((choice) => (
          <Button
            key={choice.act}
            small
            look={choice === main ? 'primary' : 'plain'}
            type={choice === main ? 'submit' : 'button'}
            disabled={!isReady}
            {...(choice === main ? {} : { onClick: () => void send(choice.act, text) })}
          >
            {choice.label}
          </Button>
        ))}
        <Button small look="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  )
}

function useSending(onSay: AnswerFormProps['onSay']) {
  const [isSending, setSending] = useState(false)
  const [error, setError] = useState<string>()
  const send = async (act: FindingActName, text: string) => {
    setSending(true)
    setError(undefined)
    try {
      await onSay(act, text)
    } catch (refusal) {
      setError(sentenceOf(refusal))
    } finally {
      setSending(false)
    }
  }
  return { isSending, error, send }
}
