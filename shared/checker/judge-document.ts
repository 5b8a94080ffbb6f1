/** A text judged whole, as the command line and the API answer it (architecture, "Formats"). */
import { parseDesignDocument } from '#shared/exchange/design-document.ts'
import type { Problem } from '#shared/exchange/problem.ts'
import type { Design } from '#shared/design/design.ts'
import { applyPolicy, labelsIn, rulesUnder, type Waived } from './apply-policy.ts'
import { checkDesign, type CheckFailure } from './check-design.ts'
import type { Finding, Rule } from './define-rule.ts'
import { notJudgedOf } from './not-judged.ts'
import type { Policy, Waiver } from './policy.ts'
import { rules as allRules } from './rules/index.ts'
import { scoreOf, type Score } from './score.ts'

export interface JudgeOptions {
  /** All rules when absent. */
  readonly rules?: readonly Rule[]
  readonly policy?: Policy
  /** A day such as 2026-11-20, for waivers that end. */
  readonly today: string
}

export interface Judgement {
  readonly findings: readonly Finding[]
  readonly waived: readonly Waived[]
  readonly expired: readonly Waiver[]
  readonly score: Score
  /** What nobody wrote down, for a bare diagram. */
  readonly notJudged: readonly string[]
  readonly failures: readonly CheckFailure[]
}

export interface DocumentJudgement extends Judgement {
  readonly title: string
  readonly design: Design
  /** What could not be taken as it stands; with an `error` among them nothing was judged. */
  readonly problems: readonly Problem[]
}

const noPolicy: Policy = { rules: {}, waivers: [], packs: [] }

export function judgeDesign(design: Design, options: JudgeOptions): Judgement {
  const { policy = noPolicy, today } = options
  const rules = rulesUnder(policy, options.rules ?? allRules)
  const result = checkDesign(design, rules)
  const { findings, waived, expired } = applyPolicy(result, policy, {
    today,
    labelOf: labelsIn(design),
  })
  return {
    findings,
    waived,
    expired,
    score: scoreOf({ ...result, findings }, rules),
    notJudged: notJudgedOf(design),
    failures: result.failures,
  }
}

/** Never throws for a text; a diagram that cannot be read leaves nothing to judge, and a problem says why. */
export function judgeDocument(text: string, options: JudgeOptions): DocumentJudgement {
  const { design, title, problems } = parseDesignDocument(text)
  const isBroken = problems.some(({ severity }) => severity === 'error')
  const judged = isBroken ? nothingJudged : judgeDesign(design, options)
  return { ...judged, title, design, problems }
}

/** For a text that cannot be read. */
export const nothingJudged: Judgement = {
  findings: [],
  waived: [],
  expired: [],
  score: { categories: [], applicable: 0, passed: 0, isMastered: false, heaviest: [] },
  notJudged: [],
  failures: [],
}
