/** A scenario for tests, with a mark in every hidden field that no answer may hold. */
import { defineScenario } from '#shared/scenarios/define-scenario.ts'

export const canary = 'canary-7f3a9'

export const testScenario = defineScenario({
  id: 'test-scenario',
  title: 'Paste bin',
  difficulty: 'easy',
  minutes: 45,
  domains: ['storage'],
  summary: 'Share a text by a link.',
  prompt: 'Design a service that keeps texts and gives each a link.',
  asks: ['A diagram'],
  hidden: {
    numbers: [{ asked: `${canary} asked`, answer: `${canary} answer` }],
    expected: [`${canary} expected`],
    hints: [[`${canary} area`, `${canary} technique`, `${canary} usual`]],
    followUps: [`${canary} follow-up`],
    curveballs: [{ title: `${canary} title`, change: `${canary} change` }],
    pitfalls: [`${canary} pitfall`],
    reference: `${canary} reference`,
  },
})
