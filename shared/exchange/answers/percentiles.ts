/** The percentile that words near a duration speak of. */

/** "p99", "99th percentile", "median". */
const named =
  /\bp\s?(50|90|95|99)(?:\.9+)?\b|\bpercentile\s?(50|90|95|99)\b|\b(50|90|95|99)(?:\.9+)?(?:th|st)?[- ](?:percentile|%-?ile|perzentil)|\b(median)\b/giu
/** "95 % of searches", "99 of 100". */
const shares =
  /\b(50|90|95|99)(?:\.9+)?(?:\s?%|\spercent|\s(?:out\s)?of\s(?:every\s)?100)(?![\p{L}\d])(?!\s*(?:avail|up))/giu

export type Percentile = 'p50' | 'p95' | 'p99'

/** One that is named before a share; the last before the number, else the first right behind it. */
export function percentileAround(before: string, after: string): Percentile | undefined {
  const near = after.slice(0, 44)
  return (
    lastIn(before, named) ?? firstIn(near, named) ?? lastIn(before, shares) ?? firstIn(near, shares)
  )
}

function lastIn(text: string, forms: RegExp): Percentile | undefined {
  const found = [...text.matchAll(forms)].at(-1)
  return found === undefined ? undefined : nameOf(found)
}

function firstIn(text: string, forms: RegExp): Percentile | undefined {
  const [found] = [...text.matchAll(forms)]
  return found === undefined ? undefined : nameOf(found)
}

function nameOf(match: RegExpMatchArray): Percentile {
  const digits = match.slice(1).find((part) => part !== undefined) ?? ''
  if (digits.toLowerCase() === 'median' || digits === '50') return 'p50'
  return digits === '99' ? 'p99' : 'p95'
}
