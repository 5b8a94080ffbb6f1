import type { Finding } from '#shared/checker/define-rule.ts'

/** What a person may do with a finding. */
export interface FindingActs {
  readonly select: (finding: string | undefined) => void
  readonly show: (ids: readonly string[]) => void
  /** An empty reason takes it back. */
  readonly defend: (findings: readonly Finding[], reason: string) => void
  /** What was said against a finding before its evidence changed. */
  readonly formerReason: (finding: string) => string | undefined
}
