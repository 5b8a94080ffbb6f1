/** What all rules together cost, in milliseconds. */
import { checkDesign } from '#shared/checker/check-design.ts'
import { largeDesign } from '#shared/checker/testing/large-design.ts'
import { quantile } from './statistics.ts'

export interface CheckerTimes {
  /** The first check of a process. */
  readonly cold: number
  /** The middle of the next sixty, while the engine still compiles what it sees often. */
  readonly early: number
  /** The middle of many after that. */
  readonly warm: number
  /** With 5,000 components instead of 300. */
  readonly large: number
}

export function timeChecker(): CheckerTimes {
  const cold = time(300)
  const early = middleOf(60, 300)
  // The engine is done with compiling after some hundred checks.
  middleOf(200, 300)
  return { cold, early, warm: middleOf(200, 300), large: middleOf(9, 5000) }
}

function middleOf(checks: number, components: number): number {
  const times = Array.from({ length: checks }, () => time(components))
  return quantile(times, 0.5)
}

function time(components: number): number {
  const design = largeDesign(components)
  const began = performance.now()
  checkDesign(design)
  return performance.now() - began
}
