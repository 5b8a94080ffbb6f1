import { useRef, useState } from 'react'
import { copyText } from '#client/lib/copy-text.ts'
import { Button, type ButtonLook } from './button.tsx'
import css from './copy-field.module.css'
import { TextField } from './text-field.tsx'

interface CopyFieldProps {
  readonly label: string
  readonly value: string
  readonly look?: ButtonLook
}

/** A text to hand on. Where copying is not allowed it is selected instead, and the button says so. */
export function CopyField({ label, value, look = 'primary' }: CopyFieldProps) {
  const field = useRef<HTMLInputElement>(null)
  const [outcome, setOutcome] = useState<'copied' | 'selected'>()
  const copy = async () => {
    const isCopied = await copyText(value)
    if (!isCopied) field.current?.select()
    setOutcome(isCopied ? 'copied' : 'selected')
  }
  return (
    <div className={css.row}>
      <TextField
        ref={field}
        label={label}
        value={value}
        readOnly
        onFocus={(event) => event.target.select()}
      />
      <Button
        look={look}
        icon={outcome === 'copied' ? 'check' : 'copy'}
        onClick={() => void copy()}
      >
        {outcome === undefined ? 'Copy' : outcome === 'copied' ? 'Copied' : 'Press Ctrl+C'}
      </Button>
      <output className="lb-hidden">{outcome === 'copied' ? 'Copied' : ''}</output>
    </div>
  )
}
