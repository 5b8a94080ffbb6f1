import css from './avatar.module.css'
import { initialsOf, textOn } from './person-colors.ts'

interface AvatarProps {
  readonly name: string
  readonly color: string
  readonly size?: number
}

/** A person as a disc of their colour. The name is said by what is around it. */
export function Avatar({ name, color, size = 28 }: AvatarProps) {
  const style = { width: size, height: size, background: color, color: textOn(color) }
  return (
    <span className={css.avatar} style={style} aria-hidden="true">
      {initialsOf(name)}
    </span>
  )
}
