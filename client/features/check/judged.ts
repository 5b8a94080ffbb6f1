/** All that a check says of a board. */
import type { Waived } from '#shared/checker/apply-policy.ts'
import type { Finding } from '#shared/checker/define-rule.ts'
import type { Score } from '#shared/checker/score.ts'

export interface Judged {
  readonly findings: readonly Finding[]
  /** What the host's policy waives, kept in sight. */
  readonly waived: readonly Waived[]
  readonly score: Score
  /** Ids of rules that only the server has. */
  readonly packRules: readonly string[]
  /** Titles of what nobody wrote down, and what was not judged for that reason. */
  readonly notJudged: readonly string[]
  /** Whether the host said all that it has to say: its policy, and what its packs find. */
  readonly isHeard: boolean
}

/** Nothing can be said of an empty board. */
export const nothingJudged: Judged = {
  findings: [],
  waived: [],
  score: { categories: [], applicable: 0, passed: 0, isMastered: false, heaviest: [] },
  packRules: [],
  notJudged: [],
  isHeard: true,
}
