import { useId } from 'react'
import { classNames } from './class-names.ts'
import css from './field.module.css'

interface SelectProps<T extends string> {
  readonly label: string
  readonly hideLabel?: boolean
  readonly value: T
  readonly options: readonly { readonly value: T; readonly title: string }[]
  readonly disabled?: boolean
  readonly onChange: (value: T) => void
}

/** The browser's own list: it is the one that every phone and screen reader knows. */
export function Select<T extends string>(props: SelectProps<T>) {
  const id = useId()
  const choose = (value: string) => {
    const option = props.options.find((one) => one.value === value)
    if (option !== undefined) props.onChange(option.value)
  }
  return (
    <div className={css.field}>
      <label htmlFor={id} className={classNames(css.label, props.hideLabel && 'lb-hidden')}>
        {props.label}
      </label>
      <select
        id={id}
        className={css.input}
        value={props.value}
        disabled={props.disabled}
        onChange={(event) => choose(event.target.value)}
      >
        {props.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.title}
          </option>
        ))}
      </select>
    </div>
  )
}
