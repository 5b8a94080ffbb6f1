import type { Role } from '#shared/access.ts'
import { readOnlyReasons } from '#client/lib/role-words.ts'
import css from './top-bar.module.css'

/** Says in words why nothing can be drawn. */
export function ReadOnlyNote({ role }: { role: Role }) {
  const reason = readOnlyReasons[role]
  if (reason === undefined) return null
  return (
    <section className={css.strip} aria-label="Your role">
      <p>{reason}</p>
    </section>
  )
}
