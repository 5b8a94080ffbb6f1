/**
 * Tails of latency. Percentiles do not add: the sum of five 99th percentiles is seen far less often than
 * once in a hundred. So each step is taken for log-normal, steps for independent, and their sum for
 * log-normal again (L. F. Fenton, "The sum of log-normal probability distributions in scatter
 * transmission systems", 1960). Good within some tens of percent, and too low where steps slow down together.
 */

/** Spread of one step, as the standard deviation of the logarithm: p99 is about four times the median. */
const usualSpread = 0.6
/** Standard normal quantiles. */
const quantiles = { p50: 0, p95: 1.6449, p99: 2.3263 } as const
export type Percentile = keyof typeof quantiles

/**
 * A percentile in milliseconds of steps one after the other, given their medians in milliseconds, at
 * least 0. No steps take no time; the 50th of one step is its median.
 */
export function percentileOfSum(medians: readonly number[], percentile: Percentile): number {
  const growth = Math.exp(usualSpread ** 2)
  const mean = medians.reduce((sum, median) => sum + median * Math.sqrt(growth), 0)
  if (mean === 0) return 0
  const variance = medians.reduce((sum, median) => sum + median ** 2 * growth * (growth - 1), 0)
  const spread = Math.sqrt(Math.log(1 + variance / mean ** 2))
  return mean * Math.exp(-(spread ** 2) / 2 + quantiles[percentile] * spread)
}

/**
 * Mean latency of a look-aside cache (knowledge F.5, T10): the look-up is paid on a miss as well.
 * Milliseconds; a hit rate from 0 to 1.
 */
export function cacheAsideLatency(hitRate: number, cacheMs: number, behindMs: number): number {
  return cacheMs + (1 - hitRate) * behindMs
}
