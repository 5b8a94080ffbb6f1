import type { ReactNode } from 'react'
import css from './empty-state.module.css'
import { Icon, type IconName } from './icon.tsx'

interface EmptyStateProps {
  readonly icon: IconName
  readonly title: string
  readonly text?: ReactNode
  readonly children?: ReactNode
}

/** A place with nothing in it yet: says what will be here and how to begin. */
export function EmptyState({ icon, title, text, children }: EmptyStateProps) {
  return (
    <div className={css.empty}>
      <Icon name={icon} size={24} />
      <p className={css.title}>{title}</p>
      {text !== undefined && <p>{text}</p>}
      {children !== undefined && <div className={css.actions}>{children}</div>}
    </div>
  )
}
