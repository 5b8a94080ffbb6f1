import type { SortedFindings } from './sort-defended.ts'
import type { Findings } from './use-findings.ts'

export interface FindingsPanelProps {
  readonly boardId: string
  readonly found: Findings
  readonly sorted: SortedFindings
  readonly selected: string | undefined
  readonly onSelect: (finding: string | undefined) => void
  readonly onShow: (ids: readonly string[]) => void
}
