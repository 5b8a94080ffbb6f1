/** What a server answers of a drawing by the rules of its packs, which no browser may run. */
import type { CheckFailure } from './check-design.ts'
import type { Finding, Rule } from './define-rule.ts'

export interface PackJudgement {
  /** By the rules' own severities: who asked applies the policy, as to all findings. */
  readonly findings: readonly Finding[]
  /** Rules that were asked, for the score. */
  readonly rules: readonly Pick<Rule, 'id' | 'category'>[]
  /** Those of them that found nothing to judge. */
  readonly notApplicable: readonly string[]
  readonly failures: readonly CheckFailure[]
}
