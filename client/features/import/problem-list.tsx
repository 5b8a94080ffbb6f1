import type { Problem } from '#shared/exchange/problem.ts'
import css from './import.module.css'

/** Most that are shown; more of the same helps nobody. */
const most = 30

/** What a reader could not take as it stands, with its place. Errors come first. */
export function ProblemList({ problems }: { readonly problems: readonly Problem[] }) {
  const sorted = problems.toSorted(
    (a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'),
  )
  return (
    <ul className={css.problems} aria-label="Problems and notes">
      {sorted.slice(0, most).map(({ severity, line, column, message }, i) => (
        <li key={i} className={css.problem} data-severity={severity}>
          <span className={css.place}>
            {severity === 'error' ? 'Error' : 'Note'}, line {line}, column {column}
          </span>
          <br />
          {message}
        </li>
      ))}
      {sorted.length > most && <li>and {sorted.length - most} more</li>}
    </ul>
  )
}
