import css from './api-docs.module.css'
import { CallView } from './call-view.tsx'
import type { ApiCall, ApiDocument } from './read-document.ts'
import { RefusalTable } from './refusal-table.tsx'

interface CallListProps {
  readonly document: ApiDocument
  readonly onTry: (call: ApiCall) => void
}

export function CallList({ document, onTry }: CallListProps) {
  return (
    <>
      <nav aria-label="Groups of calls" className={css.nav}>
        {document.groups.map(({ name }) => (
          <a key={name} href={`#${name}`}>
            {name}
          </a>
        ))}
        <a href="#refusals">refusals</a>
      </nav>
      {document.groups.map(({ name, calls }) => (
        <section key={name} className={css.group} aria-labelledby={name}>
          <h2 id={name}>{name}</h2>
          <ul className={css.calls}>
            {calls.map((call) => (
              <li key={call.id}>
                <CallView call={call} onTry={() => onTry(call)} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <RefusalTable />
      <p className={css.muted}>Loadbearing {document.version}</p>
    </>
  )
}
