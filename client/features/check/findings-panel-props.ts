import type { FindingScope } from './finding-scope.ts'
import type { SortedFindings } from './sort-findings.ts'
import type { Findings } from './use-findings.ts'

export interface FindingsPanelProps {
  readonly scope: FindingScope
  readonly found: Findings
  readonly sorted: SortedFindings
  readonly selected: string | undefined
  readonly onSelect: (finding: string | undefined) => void
  readonly onShow: (ids: readonly string[]) => void
}
