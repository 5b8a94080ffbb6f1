/** Two numbers at the head of a document that cannot both be true. */
import type { FrontMatter } from './front-matter.ts'
import type { Problem } from './problem.ts'
import type { TextBlock } from './split-document.ts'

/** A note at the peak; none where one of both is missing. */
export function peakBelowAverage(
  { averageQps, peakQps }: FrontMatter,
  { text, line }: TextBlock,
): readonly Problem[] {
  if (averageQps === undefined || peakQps === undefined || peakQps >= averageQps) return []
  const at = text.split('\n').findIndex((one) => /^\s*["']?peakQps\b/.test(one))
  const message = `peakQps (${peakQps}) lies below averageQps (${averageQps}), which no peak does. Correct one of them.`
  return [{ severity: 'note', line: line + Math.max(at, 0), column: 1, message }]
}
