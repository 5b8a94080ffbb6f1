/**
 * A text field that keeps what is being typed to itself and hands it over when the person is done:
 * Enter or leaving the field. Escape goes back. A value that does not fit is kept and explained.
 */
import { useId, useState, type KeyboardEvent } from 'react'
import { TextField } from '#client/ui/text-field.tsx'

interface DraftFieldProps {
  readonly label: string
  readonly value: string
  readonly placeholder?: string
  /** Said while the field has the focus, so that a form of many fields stays short. */
  readonly hint?: string
  readonly disabled: boolean
  readonly maxLength?: number
  /** Offered while typing. */
  readonly suggestions?: readonly string[]
  readonly inputMode?: 'decimal' | 'text'
  /** Answers a sentence when the text does not fit; nothing is then handed over. */
  readonly check?: (text: string) => string | undefined
  readonly onDone: (text: string) => void
}

export function DraftField(props: DraftFieldProps) {
  const { value, onDone, check, suggestions, hint, ...rest } = props
  const [draft, setDraft] = useState<string>()
  const [hasFocus, setHasFocus] = useState(false)
  const list = useId()
  const text = draft ?? value
  const error = draft === undefined ? undefined : check?.(draft)
  const finish = () => {
    if (draft === undefined || error !== undefined) return
    setDraft(undefined)
    if (draft !== value) onDone(draft)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') finish()
    if (event.key !== 'Escape' || draft === undefined) return
    event.stopPropagation()
    setDraft(undefined)
  }
  const offers = suggestions ?? []
  return (
    <>
      <TextField
        {...rest}
        value={text}
        error={error}
        {...(hasFocus && hint !== undefined ? { hint } : {})}
        autoComplete="off"
        {...(offers.length === 0 ? {} : { list })}
        onChange={(event) => setDraft(event.target.value)}
        onFocus={() => setHasFocus(true)}
        onBlur={() => {
          setHasFocus(false)
          finish()
        }}
        onKeyDown={onKeyDown}
      />
      {offers.length > 0 && (
        <datalist id={list}>
          {offers.map((offer) => (
            <option key={offer} value={offer}>
              {offer}
            </option>
          ))}
        </datalist>
      )}
    </>
  )
}
