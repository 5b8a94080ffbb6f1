import { refusals } from '#shared/errors.ts'
import css from './api-docs.module.css'

/** Every code that `error.code` can hold. */
export function RefusalTable() {
  return (
    <section className={css.group} aria-labelledby="refusals">
      <h2 id="refusals">refusals</h2>
      <p className={css.muted}>
        Error: {'{ error: { code, message } }'}. The message is for a person, the code for a
        program.
      </p>
      <ul className={css.calls}>
        {Object.entries(refusals).map(([code, { status, message }]) => (
          <li key={code} className={css.refusal}>
            <span className={css.method}>{status}</span>
            <code>{code}</code>
            <span className={css.summary}>{message}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
