import { useCallback } from 'react'
import type { PublicScenario } from '#shared/api.ts'
import { sentenceOf } from '#client/lib/request.ts'
import { useResource } from '#client/lib/use-resource.ts'
import { Badge } from '#client/ui/badge.tsx'
import { Button } from '#client/ui/button.tsx'
import { EmptyState } from '#client/ui/empty-state.tsx'
import { Icon } from '#client/ui/icon.tsx'
import { Spinner } from '#client/ui/spinner.tsx'
import css from './brief.module.css'
import { findBrief } from './keep-brief.ts'

const difficulties = { easy: 'Easy', medium: 'Medium', hard: 'Hard' } as const

/** What everybody may read of the scenario that the board was made for. */
export function BriefPanel({ scenarioId }: { scenarioId: string | null }) {
  if (scenarioId === null)
    return (
      <EmptyState
        icon="brief"
        title="No scenario"
        text="This board was started blank. Start one from the home page to practise a given problem."
      />
    )
  return <Brief scenarioId={scenarioId} />
}

function Brief({ scenarioId }: { scenarioId: string }) {
  const load = useCallback(() => findBrief(scenarioId), [scenarioId])
  const [scenario, reload] = useResource(load)
  if (scenario.state === 'loading')
    return (
      <div className={css.brief}>
        <Spinner label="Loading the brief…" />
      </div>
    )
  if (scenario.state === 'failed')
    return (
      <EmptyState
        icon="offline"
        title="The brief could not be loaded"
        text={sentenceOf(scenario.error)}
      >
        <Button onClick={reload}>Try again</Button>
      </EmptyState>
    )
  return <BriefText scenario={scenario.value} />
}

function BriefText({ scenario }: { scenario: PublicScenario }) {
  return (
    <article className={css.brief}>
      <div>
        <h3>{scenario.title}</h3>
        <p className={css.facts}>
          <Badge>{difficulties[scenario.difficulty]}</Badge>
          <Icon name="clock" size={13} /> {scenario.minutes} min
        </p>
      </div>
      <p className={css.prompt}>{scenario.prompt}</p>
      <div>
        <h4>The finished board shows</h4>
        <ul className={css.asks}>
          {scenario.asks.map((ask) => (
            <li key={ask}>{ask}</li>
          ))}
        </ul>
      </div>
    </article>
  )
}
