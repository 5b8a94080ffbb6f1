/** Which findings still ask for something, and which somebody answered. */
import type { Waived } from '#shared/checker/apply-policy.ts'
import type { Finding } from '#shared/checker/define-rule.ts'
import type { FindingAnswer } from '#shared/finding-answer.ts'
import type { FindingThread } from '#shared/live.ts'
import type { Judged } from './judged.ts'

export interface AnsweredFinding {
  readonly finding: Finding
  readonly thread: FindingThread
  readonly status: FindingAnswer['status']
}

export interface SortedFindings {
  readonly open: readonly Finding[]
  readonly answered: readonly AnsweredFinding[]
  /** By the policy of the server, which is above what is said on a board. */
  readonly waived: readonly Waived[]
}

/** An answer holds for what it was given about: once the evidence is another, the finding is open again. */
export function sortFindings(
  { findings, waived }: Pick<Judged, 'findings' | 'waived'>,
  threads: ReadonlyMap<string, FindingThread>,
): SortedFindings {
  const open: Finding[] = []
  const answered: AnsweredFinding[] = []
  for (const finding of findings) {
    const thread = threads.get(finding.id)
    const answer = thread?.answer ?? undefined
    if (thread === undefined || answer?.evidenceHash !== finding.evidenceHash) open.push(finding)
    else answered.push({ finding, thread, status: answer.status })
  }
  return { open, answered, waived }
}

/** All of them for the canvas, where what was answered only leaves a tick. */
export function toMark({ open, answered, waived }: SortedFindings): readonly Finding[] {
  const settled = [...answered, ...waived]
  return [...open, ...settled.map(({ finding }) => ({ ...finding, severity: 'info' as const }))]
}
