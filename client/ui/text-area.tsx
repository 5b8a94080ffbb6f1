import { useId, type Ref, type TextareaHTMLAttributes } from 'react'
import { classNames } from './class-names.ts'
import css from './field.module.css'

interface TextAreaProps extends TextareaHTMLAttributes<HTMLTextAreaElement> {
  readonly label: string
  readonly hideLabel?: boolean
  readonly ref?: Ref<HTMLTextAreaElement>
}

export function TextArea({ label, hideLabel = false, ...rest }: TextAreaProps) {
  const id = useId()
  return (
    <div className={css.field}>
      <label htmlFor={id} className={classNames(css.label, hideLabel && 'lb-hidden')}>
        {label}
      </label>
      <textarea id={id} className={css.input} rows={3} {...rest} />
    </div>
  )
}
