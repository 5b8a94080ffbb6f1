import css from './spinner.module.css'

/** Says in words what is awaited. */
export function Spinner({ label }: { label: string }) {
  return (
    <span className={css.spinner} role="status">
      <span className={css.ring} aria-hidden="true" />
      {label}
    </span>
  )
}
