import type { ReactNode } from 'react'
import css from './badge.module.css'
import { classNames } from './class-names.ts'

interface BadgeProps {
  readonly tone?: 'neutral' | 'accent' | 'error' | 'warning' | 'suggestion'
  readonly children: ReactNode
}

export function Badge({ tone = 'neutral', children }: BadgeProps) {
  return <span className={classNames(css.badge, tone !== 'neutral' && css[tone])}>{children}</span>
}
