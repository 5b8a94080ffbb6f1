import { useState } from 'react'
import type { Severity } from '#shared/checker/define-rule.ts'
import { emptyGraph } from '#shared/design/design.ts'
import { prefer, usePreferences } from '#client/lib/preferences.ts'
import { EmptyState } from '#client/ui/empty-state.tsx'
import { Switch } from '#client/ui/switch.tsx'
import { arrangeFindings } from './arrange-findings.ts'
import css from './check.module.css'
import { DefendedFindings } from './defended-findings.tsx'
import { defend } from './defences.ts'
import type { FindingActs } from './finding-acts.ts'
import { FindingSections } from './finding-sections.tsx'
import { FindingsToolbar } from './findings-toolbar.tsx'
import { SettledSign } from './findings-news.tsx'
import { useChangeSinceLastLook } from './last-look.ts'
import { ScoreView } from './score-view.tsx'
import type { SortedFindings } from './sort-defended.ts'
import type { Findings } from './use-findings.ts'

interface FindingsPanelProps {
  readonly boardId: string
  readonly found: Findings
  readonly sorted: SortedFindings
  readonly selected: string | undefined
  readonly onSelect: (finding: string | undefined) => void
  readonly onShow: (ids: readonly string[]) => void
}

export function FindingsPanel(props: FindingsPanelProps) {
  const { boardId, found, sorted, selected, onSelect, onShow } = props
  const { showsMarks, showsScore, findingsBy } = usePreferences()
  const [hidden, setHidden] = useState<ReadonlySet<Severity>>(new Set())
  const change = useChangeSinceLastLook(boardId, found.score)
  const { graph = emptyGraph } = found
  // What somebody was sent to is shown, whatever is filtered.
  const shown = sorted.open.filter(({ id, severity }) => !hidden.has(severity) || id === selected)
  const acts: FindingActs = {
    select: onSelect,
    show: onShow,
    defend: (findings, reason) => defend(boardId, findings, reason),
    formerReason: (id) => sorted.former.get(id),
  }
  const isOpen = new Set(sorted.open.map(({ id }) => id))
  const heaviest = found.score.heaviest.filter(({ id }) => isOpen.has(id))
  return (
    <div className={css.panel}>
      <div className={css.switchRow}>
        <Switch
          label="Marks on the canvas"
          checked={showsMarks}
          onChange={(shows) => prefer({ showsMarks: shows })}
        />
      </div>
      <ScoreView
        {...{ change, heaviest }}
        score={found.score}
        notJudged={found.notJudged}
        isOpen={showsScore}
        onToggle={(isScoreOpen) => prefer({ showsScore: isScoreOpen })}
        onSelect={(finding) => {
          onSelect(finding.id)
          if (finding.nodes.length > 0) onShow([...finding.nodes, ...finding.edges])
        }}
      />
      {sorted.open.length > 0 && (
        <FindingsToolbar
          findings={sorted.open}
          by={findingsBy}
          onBy={(by) => prefer({ findingsBy: by })}
          hidden={hidden}
          onHidden={setHidden}
        />
      )}
      {sorted.open.length === 0 && <Calm isBoardEmpty={graph.nodes.length === 0} />}
      <FindingSections
        key={findingsBy}
        sections={arrangeFindings(shown, findingsBy, graph)}
        selected={selected}
        acts={acts}
      />
      <DefendedFindings defended={sorted.defended} acts={acts} />
      <SettledSign found={found} />
    </div>
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
      title="No open findings"
      text="Nothing stands out in this design. Numbers and requirements may still have something to say."
    />
  )
}
