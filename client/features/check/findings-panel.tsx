import { severities, type Finding, type Severity } from '#shared/checker/define-rule.ts'
import { EmptyState } from '#client/ui/empty-state.tsx'
import { Switch } from '#client/ui/switch.tsx'
import css from './check.module.css'
import { FindingView } from './finding-view.tsx'
import { SeverityIcon } from './severity-icon.tsx'

interface FindingsPanelProps {
  readonly findings: readonly Finding[]
  /** Whether there is something to judge. */
  readonly isBoardEmpty: boolean
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
}

export function FindingsPanel(props: FindingsPanelProps) {
  const { findings, isBoardEmpty, showsMarks, onShowMarks } = props
  return (
    <div>
      <div className={css.switchRow}>
        <Switch label="Marks on the canvas" checked={showsMarks} onChange={onShowMarks} />
      </div>
      <output className="lb-hidden">{countWords(findings.length)}</output>
      {findings.length === 0 && <Calm isBoardEmpty={isBoardEmpty} />}
      {severities.map((severity) => (
        <Group key={severity} {...props} severity={severity} />
      ))}
    </div>
  )
}

function Group(props: FindingsPanelProps & { severity: Severity }) {
  const { findings, severity, selected, onSelect, onShow } = props
  const found = findings.filter((finding) => finding.severity === severity)
  if (found.length === 0) return null
  return (
    <section className={css.group} aria-label={`${severity}s`}>
      <h2 className={css.groupTitle}>
        <SeverityIcon severity={severity} />
        {groups[severity]} <span className="lb-number">{found.length}</span>
      </h2>
      <ul>
        {found.map((finding) => (
          <FindingView
            key={finding.id}
            finding={finding}
            isOpen={finding.id === selected}
            onToggle={() => onSelect(finding.id === selected ? undefined : finding.id)}
            onShow={onShow}
          />
        ))}
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

function countWords(count: number): string {
  if (count === 0) return 'No findings'
  return count === 1 ? '1 finding' : `${count} findings`
}
