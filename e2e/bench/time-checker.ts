/** What all rules together cost, in milliseconds. */
import { checkDesign } from '#shared/checker/check-design.ts'
import { largeDesign } from '#shared/checker/testing/large-design.ts'
import { quantile } from './statistics.ts'

export interface CheckerTimes {
  /** The first check of a process. */
  readonly cold: number
  /** The middle of many. */
  readonly warm: number
  /** With 5,000 components instead of 300. */
  readonly large: number
}

export function timeChecker(): CheckerTimes {
  const cold = time(300)
  const warm = Array.from({ length: 60 }, () => time(300))
  const large = Array.from({ length: 9 }, () => time(5000))
  return { cold, warm: quantile(warm, 0.5), large: quantile(large, 0.5) }
}

function time(components: number): number {
  const design = largeDesign(components)
  const began = performance.now()
  checkDesign(design)
  return performance.now() - began
}
