import css from './spinner.module.css'

/** Says in words what is awaited. */
export function Spinner({ label }: { label: string }) {
  return (
    <output className={css.spinner}>
      <span className={css.ring} aria-hidden="true" />
      {label}
    </output>
  )
}
