/** Which findings still ask for something, and which somebody answered. */
import type { Finding } from '#shared/checker/define-rule.ts'
import type { Defences } from './defences.ts'

export interface DefendedFinding {
  readonly finding: Finding
  readonly reason: string
}

export interface SortedFindings {
  readonly open: readonly Finding[]
  readonly defended: readonly DefendedFinding[]
  /** Reasons that no longer count, since what the finding rested on is another now; by its id. */
  readonly former: ReadonlyMap<string, string>
}

export function sortDefended(findings: readonly Finding[], defences: Defences): SortedFindings {
  const open: Finding[] = []
  const defended: DefendedFinding[] = []
  const former = new Map<string, string>()
  for (const finding of findings) {
    const defence = defences[finding.id]
    if (defence !== undefined && defence.evidenceHash === finding.evidenceHash) {
      defended.push({ finding, reason: defence.reason })
      continue
    }
    open.push(finding)
    if (defence !== undefined) former.set(finding.id, defence.reason)
  }
  return { open, defended, former }
}

/** All of them for the canvas, where what was answered only leaves a tick. */
export function toMark({ open, defended }: SortedFindings): readonly Finding[] {
  return [...open, ...defended.map(({ finding }) => ({ ...finding, severity: 'info' as const }))]
}
