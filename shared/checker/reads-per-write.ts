/** The ratio of reads to writes: stated, or what estimates of both come to. */
import type { CheckContext } from './define-rule.ts'
import { oncePerCheck } from './once-per-check.ts'

/** Reads for each write, at least 0; `undefined` where nobody said enough. */
export const readsPerWriteOf: (context: CheckContext) => number | undefined = oncePerCheck(
  ({ design }) => {
    if (design.scale.readsPerWrite !== undefined) return design.scale.readsPerWrite
    const { estimates } = design.answers
    const peak = (words: RegExp, dimension: 'rate' | 'share') => {
      const found = estimates
        .filter((estimate) => estimate.dimension === dimension && words.test(estimate.name))
        .map(({ value }) => value)
      return found.length === 0 ? undefined : Math.max(...found)
    }
    const [reads, writes] = [
      peak(/\breads?\b|\breading\b/i, 'rate'),
      peak(/\bwrites?\b|\bwriting\b/i, 'rate'),
    ]
    if (reads !== undefined && writes !== undefined && writes > 0) return reads / writes
    const share = shareOfReads(estimates.map(({ text }) => text))
    return share === undefined || share >= 1 ? undefined : share / (1 - share)
  },
)

/** "97 % reads" as 0.97. */
function shareOfReads(texts: readonly string[]): number | undefined {
  for (const text of texts) {
    const percent = Number(
      /\b(\d{1,2}(?:\.\d+)?)\s?%\s(?:of \w+ )?(?:are )?reads?\b/i.exec(text)?.[1],
    )
    if (percent > 0) return percent / 100
  }
  return undefined
}
