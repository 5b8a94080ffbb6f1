/**
 * The contract of a scenario: what everybody sees and, apart, what only an interviewer may see. The
 * client never imports this folder, and `toPublic` is the only way out of it towards a person.
 */
import type { PublicScenario } from '#shared/api.ts'

export const difficulties = ['easy', 'medium', 'hard'] as const

/** A number that the candidate must ask for. */
export interface HeldBackNumber {
  readonly asked: string
  readonly answer: string
}

export interface HiddenPart {
  readonly numbers: readonly HeldBackNumber[]
  /** What a good design shows, each a checkpoint of its own. */
  readonly expected: readonly string[]
  /** Three rungs each: an area, a technique, how it is usually done. */
  readonly hints: readonly (readonly [area: string, technique: string, usual: string])[]
  readonly followUps: readonly string[]
  readonly curveballs: readonly { readonly title: string; readonly change: string }[]
  readonly pitfalls: readonly string[]
  /** A design document, see architecture §9.4: front matter and a Mermaid flowchart. */
  readonly reference: string
}

export interface Scenario extends PublicScenario {
  readonly hidden: HiddenPart
}

export function defineScenario(scenario: Scenario): Scenario {
  return scenario
}

/** The part that a candidate's browser may receive, named field by field so that nothing slips along. */
export function toPublic(scenario: Scenario): PublicScenario {
  const { id, title, difficulty, minutes, domains, summary, prompt, asks } = scenario
  return { id, title, difficulty, minutes, domains, summary, prompt, asks }
}
