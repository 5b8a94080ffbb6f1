import { useMemo } from 'react'
import type { Finding } from '#shared/checker/define-rule.ts'
import { useDefences, type Defences } from './defences.ts'
import { sortDefended, type SortedFindings } from './sort-defended.ts'

const none: Defences = {}

/** Findings with what was said against them on this board. */
export function useSortedFindings(findings: readonly Finding[], boardId: string): SortedFindings {
  const defences = useDefences(({ boards }) => boards[boardId] ?? none)
  return useMemo(() => sortDefended(findings, defences), [findings, defences])
}
