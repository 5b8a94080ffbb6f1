import type { GraphMerge } from '#shared/exchange/mermaid/merge-graph.ts'

/** "2 changes: 1 added, 1 renamed"; places are not counted, since the panel does not move anything. */
export function describeChanges(changes: GraphMerge['changes']): string {
  const words = ['added', 'removed', 'renamed', 'changed'] as const
  const counts = words.map((word) => changes.filter(({ change }) => change === word).length)
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total === 0) return 'The text says the same as the board.'
  const parts = words.flatMap((word, i) => {
    const count = counts[i] ?? 0
    return count === 0 ? [] : [`${count} ${word}`]
  })
  return `${total} ${total === 1 ? 'change' : 'changes'}: ${parts.join(', ')}`
}
