import type { ButtonHTMLAttributes, Ref } from 'react'
import css from './button.module.css'
import { classNames } from './class-names.ts'
import { Icon, type IconName } from './icon.tsx'

export type ButtonLook = 'primary' | 'plain' | 'quiet' | 'danger'

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: ButtonLook
  readonly small?: boolean
  readonly icon?: IconName
  readonly ref?: Ref<HTMLButtonElement>
}

/** The classes of a button, for links and for triggers that look like one. */
export function buttonClass(look: ButtonLook, small = false, square = false): string {
  return classNames(css.button, css[look], small && css.small, square && css.square)
}

export function Button({ look = 'plain', small = false, icon, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classNames(buttonClass(look, small, children === undefined), rest.className)}
    >
      {icon !== undefined && <Icon name={icon} size={small ? 14 : 16} />}
      {children}
    </button>
  )
}
