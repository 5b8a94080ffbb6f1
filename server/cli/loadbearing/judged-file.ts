/** A file with everything that was found in it, as the printers take it. */
import type { Rule } from '#shared/checker/define-rule.ts'
import type { Judgement } from '#shared/checker/judge-document.ts'
import type { Policy } from '#shared/checker/policy.ts'
import type { Input } from './input.ts'

export interface JudgedFile extends Input, Judgement {
  /** Whether it could not be read, so that nothing of it was judged. */
  readonly isBroken: boolean
}

export interface PrintOptions {
  readonly rules: readonly Rule[]
  readonly policy: Policy
  /** What is odd about the policy and its packs. */
  readonly remarks: readonly string[]
  readonly exitCode: 0 | 1 | 2
  readonly hasColors: boolean
}
