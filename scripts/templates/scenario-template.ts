/**
 * A scenario that has every field and a reference that no rule objects to. Its lists are shorter than
 * the contract wants: \`scenarios.test.ts\` says what is still missing.
 */
export function scenarioTemplate(id: string, title: string): string {
  return `import { defineScenario } from './define-scenario.ts'

export default defineScenario({
  id: '${id}',
  title: '${title}',
  difficulty: 'medium',
  minutes: 45,
  domains: ['web'],
  summary: 'What it is, in one sentence for the catalogue.',
  prompt: 'What somebody wants, said vaguely. No number: those have to be asked for.',
  asks: ['What the finished board shows'],
  hidden: {
    numbers: [{ asked: 'How many people?', answer: 'So many.' }],
    expected: ['Something that a good design shows.'],
    hints: [['An area to look at.', 'A technique.', 'How it is usually done.']],
    followUps: ['A question that goes deeper?'],
    curveballs: [{ title: 'A change', change: 'What is suddenly different.' }],
    pitfalls: ['What goes wrong often.'],
    reference: \`---
scenario: ${id}
averageQps: 100
peakQps: 300
availabilityTarget: 99.9%
---
# ${title}

\\\`\\\`\\\`mermaid
flowchart LR
  web[Web client] --> lb[Load balancer x2] --> api[API x2] --> db[(PostgreSQL + standby)]
\\\`\\\`\\\`

## Functional requirements
- Must: …

## Non-functional requirements
- …

## Estimates
- …

## API
- …

## Data model
- …

## Trade-offs
- …
\`,
  },
})
`
}
