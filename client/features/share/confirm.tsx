import { useState } from 'react'
import { sentenceOf } from '#client/lib/request.ts'
import { Button } from '#client/ui/button.tsx'
import css from './share.module.css'

interface ConfirmProps {
  readonly question: string
  readonly action: string
  readonly run: () => Promise<unknown>
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** Asks in place before something that cannot be undone. */
export function Confirm({ question, action, run, onDone, onCancel }: ConfirmProps) {
  const [error, setError] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const confirm = async () => {
    setBusy(true)
    try {
      await run()
      onDone()
    } catch (failure) {
      setError(sentenceOf(failure))
      setBusy(false)
    }
  }
  return (
    <div className={css.confirm}>
      <p role="alert" className={error === undefined ? css.note : css.error}>
        {error ?? question}
      </p>
      <Button small look="danger" disabled={isBusy} onClick={() => void confirm()}>
        {action}
      </Button>
      <Button small look="quiet" onClick={onCancel}>
        Cancel
      </Button>
    </div>
  )
}
