/** Which findings still ask for something, and which somebody answered. */
import type { Finding } from '#shared/checker/define-rule.ts'
import type { FindingAnswer } from '#shared/finding-answer.ts'
import type { FindingThread } from '#shared/live.ts'

export interface AnsweredFinding {
  readonly finding: Finding
  readonly thread: FindingThread
  readonly status: FindingAnswer['status']
}

export interface SortedFindings {
  readonly open: readonly Finding[]
  readonly answered: readonly AnsweredFinding[]
}

/** An answer holds for what it was given about: once the evidence is another, the finding is open again. */
export function sortFindings(
  findings: readonly Finding[],
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
  return { open, answered }
}

/** All of them for the canvas, where what was answered only leaves a tick. */
export function toMark({ open, answered }: SortedFindings): readonly Finding[] {
  return [...open, ...answered.map(({ finding }) => ({ ...finding, severity: 'info' as const }))]
}
