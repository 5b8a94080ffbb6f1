import { useId } from 'react'
import { classNames } from './class-names.ts'
import css from './field.module.css'

export interface SelectOption<T extends string> {
  readonly value: T
  readonly title: string
  /** Heading that it stands under; options of one heading follow each other. */
  readonly group?: string
}

interface SelectProps<T extends string> {
  readonly label: string
  readonly hideLabel?: boolean
  readonly value: T
  readonly options: readonly SelectOption<T>[]
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
        {byGroup(props.options).map(({ group, options }) =>
          group === undefined ? (
            <Options key="" options={options} />
          ) : (
            <optgroup key={group} label={group}>
              <Options options={options} />
            </optgroup>
          ),
        )}
      </select>
    </div>
  )
}

function Options<T extends string>({ options }: { options: readonly SelectOption<T>[] }) {
  return options.map(({ value, title }) => (
    <option key={value} value={value}>
      {title}
    </option>
  ))
}

/** Headings in the order in which they are first met. */
function byGroup<T extends string>(options: readonly SelectOption<T>[]) {
  const groups = [...new Set(options.map(({ group }) => group))]
  return groups.map((group) => ({
    group,
    options: options.filter((option) => option.group === group),
  }))
}
