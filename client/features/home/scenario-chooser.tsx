import type { PublicScenario } from '#shared/api.ts'
import { sentenceOf } from '#client/lib/request.ts'
import type { Resource } from '#client/lib/use-resource.ts'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { EmptyState } from '#client/ui/empty-state.tsx'
import { Spinner } from '#client/ui/spinner.tsx'
import type { Purpose } from './doors.tsx'
import css from './home.module.css'
import { ScenarioFacts } from './scenario-facts.tsx'

const words = {
  practise: {
    title: 'What do you want to practise?',
    about: 'You draw; findings appear beside the canvas as you go.',
  },
  interview: {
    title: 'What will the interview be about?',
    about: 'You take the interviewer’s seat. Share a link with the candidate from the board.',
  },
} as const satisfies Record<Purpose, { title: string; about: string }>

interface ScenarioChooserProps {
  readonly purpose: Purpose
  readonly scenarios: Resource<readonly PublicScenario[]>
  readonly isBusy: boolean
  readonly onChoose: (scenario: PublicScenario) => void
  readonly onReload: () => void
  readonly onClose: () => void
}

export function ScenarioChooser({ purpose, onClose, ...rest }: ScenarioChooserProps) {
  return (
    <Dialog {...words[purpose]} onClose={onClose}>
      <Choices {...rest} />
    </Dialog>
  )
}

function Choices(props: Omit<ScenarioChooserProps, 'purpose' | 'onClose'>) {
  const { scenarios, isBusy, onChoose, onReload } = props
  if (scenarios.state === 'loading') return <Spinner label="Loading the scenarios…" />
  if (scenarios.state === 'failed')
    return (
      <EmptyState
        icon="offline"
        title="The scenarios could not be loaded"
        text={sentenceOf(scenarios.error)}
      >
        <Button onClick={onReload}>Try again</Button>
      </EmptyState>
    )
  return (
    <ul className={css.list}>
      {scenarios.value.map((scenario) => (
        <li key={scenario.id}>
          <button
            type="button"
            className={css.scenario}
            disabled={isBusy}
            onClick={() => onChoose(scenario)}
          >
            <span className={css.doorTitle}>{scenario.title}</span>
            <span className={css.doorText}>{scenario.summary}</span>
            <ScenarioFacts scenario={scenario} />
          </button>
        </li>
      ))}
    </ul>
  )
}
