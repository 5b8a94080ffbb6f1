import type { PublicScenario } from '#shared/api.ts'
import { Badge } from '#client/ui/badge.tsx'
import { Icon } from '#client/ui/icon.tsx'
import css from './home.module.css'

const difficulties = { easy: 'Easy', medium: 'Medium', hard: 'Hard' } as const

export function ScenarioFacts({ scenario }: { scenario: PublicScenario }) {
  return (
    <span className={css.facts}>
      <Badge>{difficulties[scenario.difficulty]}</Badge>
      <Icon name="clock" size={13} />
      {scenario.minutes} min
    </span>
  )
}
