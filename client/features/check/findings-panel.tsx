import { severities, type Severity } from '#shared/checker/define-rule.ts'
import { EmptyState } from '#client/ui/empty-state.tsx'
import { Switch } from '#client/ui/switch.tsx'
import css from './check.module.css'
import { FindingGroupView } from './finding-group-view.tsx'
import { FindingView } from './finding-view.tsx'
import { SettledSign } from './findings-news.tsx'
import { groupFindings } from './group-findings.ts'
import { SeverityIcon } from './severity-icon.tsx'
import type { Findings } from './use-findings.ts'

interface FindingsPanelProps {
  readonly found: Findings
  readonly selected: string | undefined
  readonly showsMarks: boolean
  readonly onSelect: (finding: string | undefined) => void
  readonly onShow: (ids: readonly string[]) => void
  readonly onShowMarks: (shows: boolean) => void
}

const groups: Record<Severity, string> = {
  error: 'Look at these first',
  warning: 'Worth a thought',
  suggestion: 'Ideas',
  info: 'Decided already',
}

export function FindingsPanel(props: FindingsPanelProps) {
  const { found, showsMarks, onShowMarks } = props
  const isBoardEmpty = (found.graph?.nodes.length ?? 0) === 0
  return (
    <div className={css.panel}>
      <div className={css.switchRow}>
        <Switch label="Marks on the canvas" checked={showsMarks} onChange={onShowMarks} />
      </div>
      {found.findings.length === 0 && <Calm isBoardEmpty={isBoardEmpty} />}
      {severities.map((severity) => (
        <Group key={severity} {...props} severity={severity} />
      ))}
      <SettledSign found={found} />
    </div>
  )
}

function Group(props: FindingsPanelProps & { severity: Severity }) {
  const { found, severity, selected, onSelect, onShow } = props
  const findings = found.findings.filter((finding) => finding.severity === severity)
  if (findings.length === 0) return null
  return (
    <section className={css.group} aria-label={`${severity}s`}>
      <h2 className={css.groupTitle}>
        <SeverityIcon severity={severity} />
        {groups[severity]} <span className="lb-number">{findings.length}</span>
      </h2>
      <ul>
        {groupFindings(findings).map((group) =>
          group.findings.length === 1 ? (
            <FindingView
              key={group.key}
              finding={group.findings[0]}
              isOpen={group.key === selected}
              onToggle={() => onSelect(group.key === selected ? undefined : group.key)}
              onShow={onShow}
            />
          ) : (
            <FindingGroupView key={group.key} {...{ group, selected, onSelect, onShow }} />
          ),
        )}
      </ul>
    </section>
  )
}

function Calm({ isBoardEmpty }: { isBoardEmpty: boolean }) {
  if (isBoardEmpty)
    return (
      <EmptyState
        icon="finding"
        title="Nothing to look at yet"
        text="Draw a few components and connect them. What is worth a thought appears here."
      />
    )
  return (
    <EmptyState
      icon="resolve"
      title="No findings"
      text="Nothing stands out in this design. Numbers and requirements may still have something to say."
    />
  )
}
