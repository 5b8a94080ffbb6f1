import { lazy, Suspense } from 'react'
import { prefer, usePreferences } from '#client/lib/preferences.ts'
import { buttonClass } from '#client/ui/button.tsx'
import { EmptyState } from '#client/ui/empty-state.tsx'
import { Switch } from '#client/ui/switch.tsx'
import css from './check.module.css'
import { SettledSign } from './findings-news.tsx'
import type { FindingsPanelProps } from './findings-panel-props.ts'

// An empty board has none of it to show.
const FindingsBody = lazy(async () => ({
  default: (await import('./findings-body.tsx')).FindingsBody,
}))

export function FindingsPanel(props: FindingsPanelProps) {
  const { found, sorted } = props
  const showsMarks = usePreferences((state) => state.showsMarks)
  const isJudged = found.score.percent !== undefined || found.findings.length > 0
  return (
    <div className={css.panel}>
      {isJudged && (
        <div className={css.switchRow}>
          <Switch
            label="Marks on the canvas"
            checked={showsMarks}
            onChange={(shows) => prefer({ showsMarks: shows })}
          />
        </div>
      )}
      {isJudged && (
        <Suspense>
          <FindingsBody {...props} />
        </Suspense>
      )}
      {sorted.open.length === 0 && <Calm isBoardEmpty={!isJudged} />}
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
        text="Draw a few components and connect them: what is worth a thought appears here while you draw, each with its reason and the question that an interviewer would ask."
      >
        <a className={buttonClass('quiet', true)} href="/rules" target="_blank" rel="noreferrer">
          What is looked at
        </a>
      </EmptyState>
    )
  return (
    <EmptyState
      icon="resolve"
      title="No open findings"
      text="Nothing stands out in this design. Numbers and requirements may still have something to say."
    />
  )
}
