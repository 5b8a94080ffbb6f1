/** The catalogue of scenarios as a page: public parts only, since candidates read the documentation too. */
import type { PublicScenario } from '#shared/api.ts'
import { toPublic, type Scenario } from '#shared/scenarios/define-scenario.ts'
import { note } from './page-parts.ts'

export function scenariosPage(scenarios: readonly Scenario[]): string {
  const parts = ['# Scenarios', note, `${scenarios.length} scenarios.`]
  return [...parts, ...scenarios.map(toPublic).map(describe)].join('\n\n') + '\n'
}

function describe(scenario: PublicScenario): string {
  const { id, title, difficulty, minutes, domains, summary, prompt, asks } = scenario
  return [
    `## ${title} (\`${id}\`)`,
    `${difficulty}, ${minutes} minutes, ${domains.join(', ')}. ${summary}`,
    `> ${prompt.replaceAll('\n', '\n> ')}`,
    `The finished board shows:`,
    asks.map((ask) => `- ${ask}`).join('\n'),
  ].join('\n\n')
}
