import type { Finding, Severity } from '#shared/checker/define-rule.ts'
import { Select } from '#client/ui/select.tsx'
import { countSeverities, type Arrangement } from './arrange-findings.ts'
import css from './check.module.css'
import { SeverityIcon } from './severity-icon.tsx'

interface FindingsToolbarProps {
  readonly findings: readonly Finding[]
  readonly by: Arrangement
  readonly onBy: (by: Arrangement) => void
  readonly hidden: ReadonlySet<Severity>
  readonly onHidden: (hidden: ReadonlySet<Severity>) => void
}

const plurals: Readonly<Record<Severity, string>> = {
  error: 'errors',
  warning: 'warnings',
  suggestion: 'suggestions',
  info: 'decided findings',
}

/** How the list is grouped, and which severities are in it. */
export function FindingsToolbar({ findings, by, onBy, hidden, onHidden }: FindingsToolbarProps) {
  const toggle = (severity: Severity) => {
    const next = new Set(hidden)
    if (!next.delete(severity)) next.add(severity)
    onHidden(next)
  }
  return (
    <div className={css.toolbar}>
      <Select<Arrangement>
        label="Group findings by"
        hideLabel
        value={by}
        onChange={onBy}
        options={[
          { value: 'category', title: 'By category' },
          { value: 'component', title: 'By component' },
        ]}
      />
      <div role="group" aria-label="Severities that are listed" className={css.filter}>
        {countSeverities(findings).map(({ severity, count }) => (
          <button
            key={severity}
            type="button"
            aria-pressed={!hidden.has(severity)}
            aria-label={`${count} ${plurals[severity]}`}
            title={`${hidden.has(severity) ? 'List' : 'Leave out'} ${plurals[severity]}`}
            onClick={() => toggle(severity)}
          >
            <SeverityIcon severity={severity} />
            <span className="lb-number">{count}</span>
          </button>
        ))}
      </div>
    </div>
  )
}
