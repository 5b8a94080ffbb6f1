import type { PublicScenario } from '#shared/api.ts'
import { sentenceOf } from '#client/lib/request.ts'
import type { Resource } from '#client/lib/use-resource.ts'
import { Button } from '#client/ui/button.tsx'
import { EmptyState } from '#client/ui/empty-state.tsx'
import { Spinner } from '#client/ui/spinner.tsx'
import type { Purpose } from './doors.tsx'
import css from './home.module.css'
import { ScenarioFacts } from './scenario-facts.tsx'

interface CatalogueProps {
  readonly scenarios: Resource<readonly PublicScenario[]>
  readonly isBusy: boolean
  readonly onStart: (scenario: PublicScenario, purpose: Purpose) => void
  readonly onReload: () => void
}

export function Catalogue(props: CatalogueProps) {
  return (
    <section className={css.section} aria-labelledby="catalogue">
      <div className={css.sectionHead}>
        <h2 id="catalogue">Scenarios</h2>
      </div>
      <Cards {...props} />
    </section>
  )
}

function Cards({ scenarios, isBusy, onStart, onReload }: CatalogueProps) {
  if (scenarios.state === 'loading') return <Spinner label="Loading the scenarios…" />
  if (scenarios.state === 'failed')
    return (
      <div className={css.quietBox}>
        <EmptyState
          icon="offline"
          title="The scenarios could not be loaded"
          text={sentenceOf(scenarios.error)}
        >
          <Button onClick={onReload}>Try again</Button>
        </EmptyState>
      </div>
    )
  return (
    <ul className={css.cards}>
      {scenarios.value.map((scenario) => (
        <li key={scenario.id} className={css.card}>
          <h3>{scenario.title}</h3>
          <ScenarioFacts scenario={scenario} />
          <p>{scenario.summary}</p>
          <div className={css.cardActions}>
            <Button
              disabled={isBusy}
              aria-label={`Practise ${scenario.title}`}
              onClick={() => onStart(scenario, 'practise')}
            >
              Practise
            </Button>
            <Button
              look="quiet"
              disabled={isBusy}
              aria-label={`Interview about ${scenario.title}`}
              onClick={() => onStart(scenario, 'interview')}
            >
              Interview
            </Button>
          </div>
        </li>
      ))}
    </ul>
  )
}
