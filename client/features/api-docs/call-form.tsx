import { useState, type FormEvent } from 'react'
import { sentenceOf } from '#client/lib/request.ts'
import { Button } from '#client/ui/button.tsx'
import { CopyField } from '#client/ui/copy-field.tsx'
import { Spinner } from '#client/ui/spinner.tsx'
import { TextArea } from '#client/ui/text-area.tsx'
import css from './api-docs.module.css'
import type { ApiCall } from './read-document.ts'
import { ReplyView } from './reply-view.tsx'
import { sendCall, type Reply } from './send-call.ts'
import { takesDesign } from './triable-calls.ts'
import { writeCurl } from './write-curl.ts'

interface CallFormProps {
  readonly call: ApiCall
  /** The design, for calls that take one. */
  readonly text: string
  readonly onText: (text: string) => void
}

type Outcome =
  | { readonly state: 'sending' }
  | { readonly state: 'answered'; readonly reply: Reply }
  | { readonly state: 'failed'; readonly sentence: string }

export function CallForm({ call, text, onText }: CallFormProps) {
  const body = takesDesign(call) ? JSON.stringify({ text }) : undefined
  const [outcome, send] = useSending(call, body)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send()
  }
  return (
    <>
      <form className={css.form} onSubmit={submit}>
        {body !== undefined && (
          <TextArea
            label="A design document, or a Mermaid diagram"
            rows={8}
            spellCheck={false}
            value={text}
            onChange={(event) => onText(event.target.value)}
          />
        )}
        <CopyField
          label="The same from a shell"
          look="plain"
          value={writeCurl(call, window.location.origin, body)}
        />
        <div>
          <Button type="submit" look="primary" aria-disabled={outcome?.state === 'sending'}>
            Send
          </Button>
        </div>
      </form>
      <OutcomeView outcome={outcome} />
    </>
  )
}

function OutcomeView({ outcome }: { outcome: Outcome | undefined }) {
  if (outcome === undefined) return null
  if (outcome.state === 'sending') return <Spinner label="Waiting for the answer…" />
  if (outcome.state === 'answered') return <ReplyView reply={outcome.reply} />
  return (
    <p role="alert" className={css.failure}>
      {outcome.sentence}
    </p>
  )
}

/** One at a time; the last answer stays until the next one is asked for. */
function useSending(call: ApiCall, body: string | undefined) {
  const [outcome, setOutcome] = useState<Outcome>()
  const send = async () => {
    if (outcome?.state === 'sending') return
    setOutcome({ state: 'sending' })
    try {
      setOutcome({ state: 'answered', reply: await sendCall(call, body) })
    } catch (error) {
      setOutcome({ state: 'failed', sentence: sentenceOf(error) })
    }
  }
  return [outcome, send] as const
}
