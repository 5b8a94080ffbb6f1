import type { Role } from '#shared/access.ts'
import { readOnlyReasons } from '#client/lib/role-words.ts'
import css from './top-bar.module.css'

/** Says in words why nothing can be drawn. */
export function ReadOnlyNote({ role }: { role: Role }) {
  const reason = readOnlyReasons[role]
  return reason === undefined ? null : <p className={css.strip}>{reason}</p>
}
