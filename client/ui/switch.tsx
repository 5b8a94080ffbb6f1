import css from './switch.module.css'

interface SwitchProps {
  readonly label: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

export function Switch({ label, checked, onChange }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={checked}
      className={css.row}
      onClick={() => onChange(!checked)}
    >
      <span>{label}</span>
      <span className={css.track} aria-hidden="true">
        <span className={css.thumb} style={{ display: 'block' }} />
      </span>
    </button>
  )
}
