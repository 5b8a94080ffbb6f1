import type { Finding } from '#shared/checker/define-rule.ts'
import type { FindingActName, FindingThread } from '#shared/live.ts'

/** What a person may do with a finding. */
export interface FindingActs {
  readonly select: (finding: string | undefined) => void
  readonly show: (ids: readonly string[]) => void
  readonly may: (act: FindingActName) => boolean
  /** Rejects with why where the server refuses, or is away. */
  readonly say: (findings: readonly Finding[], act: FindingActName, text: string) => Promise<void>
  /** What was said to it so far. */
  readonly threadOf: (finding: string) => FindingThread | undefined
  readonly me: string
  /** Whether a rule is one of the server's packs: it has no page, and no drawn examples. */
  readonly isPacked: (rule: string) => boolean
}
