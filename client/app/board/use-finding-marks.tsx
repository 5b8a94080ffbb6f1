import { useMemo } from 'react'
import { findingMarks, type FindingMarks } from '#client/features/check/finding-marks.ts'
import { SeverityIcon } from '#client/features/check/severity-icon.tsx'
import { toMark, type SortedFindings } from '#client/features/check/sort-findings.ts'
import type { OutlineSigns } from '#client/features/outline/outline-signs.ts'
import { usePreferences } from '#client/lib/preferences.ts'
import { emptyGraph, type Graph } from '#shared/design/design.ts'

const noMarks: FindingMarks = new Map()

/** What findings put beside components: badges on the canvas while they are wanted, signs in the outline. */
export function useFindingMarks(sorted: SortedFindings, graph: Graph = emptyGraph) {
  const showsMarks = usePreferences((state) => state.showsMarks)
  const all = useMemo(() => findingMarks(toMark(sorted), graph), [sorted, graph])
  const signs = useMemo(() => signsOf(all), [all])
  return { marks: showsMarks ? all : noMarks, signs }
}

function signsOf(marks: FindingMarks): OutlineSigns {
  return new Map(
    [...marks].map(([id, { severity, count, title }]) => [
      id,
      {
        title,
        count,
        icon: <SeverityIcon severity={severity === 'defended' ? 'info' : severity} size={11} />,
      },
    ]),
  )
}
