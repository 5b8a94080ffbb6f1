import { useId, type InputHTMLAttributes, type ReactNode, type Ref } from 'react'
import { classNames } from './class-names.ts'
import css from './field.module.css'

interface TextFieldProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly label: string
  /** Keeps the label for screen readers alone. */
  readonly hideLabel?: boolean
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly ref?: Ref<HTMLInputElement>
}

export function TextField({ label, hideLabel = false, hint, error, ...rest }: TextFieldProps) {
  const id = useId()
  const about = `${id}-about`
  const hasAbout = hint !== undefined || error !== undefined
  return (
    <div className={css.field}>
      <label htmlFor={id} className={classNames(css.label, hideLabel && 'lb-hidden')}>
        {label}
      </label>
      <input
        type="text"
        id={id}
        className={css.input}
        aria-invalid={error !== undefined}
        {...(hasAbout ? { 'aria-describedby': about } : {})}
        {...rest}
      />
      {hasAbout && (
        <span id={about} className={error === undefined ? css.hint : css.error}>
          {error ?? hint}
        </span>
      )}
    </div>
  )
}
