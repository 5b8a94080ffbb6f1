/**
 * Reasons that somebody gave against findings. They are kept in this browser alone, by board and finding,
 * as an answer to the finding (`shared/review`) that holds for the evidence it was given about.
 */
import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { Finding } from '#shared/checker/define-rule.ts'
import type { FindingAnswer } from '#shared/finding-answer.ts'

/** By id of a finding. */
export type Defences = Readonly<Record<string, FindingAnswer>>

interface KeptDefences {
  readonly boards: Readonly<Record<string, Defences>>
}

export const longestReason = 500

export const useDefences = create<KeptDefences>()(
  persist((): KeptDefences => ({ boards: {} }), { name: 'loadbearing-defences', version: 1 }),
)

/** An empty reason takes the defence back. */
export function defend(boardId: string, findings: readonly Finding[], reason: string): void {
  const { boards } = useDefences.getState()
  const ids = new Set(findings.map(({ id }) => id))
  const others = Object.entries(boards[boardId] ?? {}).filter(([id]) => !ids.has(id))
  const said = reason.trim().slice(0, longestReason)
  const own = said === '' ? [] : findings.map((finding) => [finding.id, defenceOf(finding, said)])
  const defences: Defences = Object.fromEntries([...others, ...own])
  useDefences.setState({ boards: { ...boards, [boardId]: defences } })
}

function defenceOf({ evidenceHash }: Finding, reason: string): FindingAnswer {
  return { status: 'defended', reason, evidenceHash, since: { at: Date.now() } }
}
