/** All that a check says of a board. */
import type { Finding } from '#shared/checker/define-rule.ts'
import type { Score } from '#shared/checker/score.ts'

export interface Judged {
  readonly findings: readonly Finding[]
  readonly score: Score
  /** Titles of what nobody wrote down, and what was not judged for that reason. */
  readonly notJudged: readonly string[]
}

/** Nothing can be said of an empty board. */
export const nothingJudged: Judged = {
  findings: [],
  score: { categories: [], applicable: 0, passed: 0, isMastered: false, heaviest: [] },
  notJudged: [],
}
