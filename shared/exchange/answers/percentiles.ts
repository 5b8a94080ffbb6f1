/** The percentile that words near a duration speak of. */

const forms =
  /\bp\s?(50|90|95|99)(?:\.9+)?\b|\bpercentile\s?(50|90|95|99)\b|\b(50|90|95|99)(?:\.9+)?(?:th|st)?[- ](?:percentile|%-?ile|perzentil)|\b(50|90|95|99)(?:\.9+)?(?:\s?%|\spercent|\s(?:out\s)?of\s(?:every\s)?100)(?![\p{L}\d])|\b(median)\b/giu

export type Percentile = 'p50' | 'p95' | 'p99'

/** The last one before the number, else the first right behind it. */
export function percentileAround(before: string, after: string): Percentile | undefined {
  return lastIn(before) ?? firstIn(after.slice(0, 44))
}

function lastIn(text: string): Percentile | undefined {
  const found = [...text.matchAll(forms)].at(-1)
  return found === undefined ? undefined : nameOf(found)
}

function firstIn(text: string): Percentile | undefined {
  const [found] = [...text.matchAll(forms)]
  return found === undefined ? undefined : nameOf(found)
}

function nameOf(match: RegExpMatchArray): Percentile {
  const digits = match.slice(1).find((part) => part !== undefined) ?? ''
  if (digits.toLowerCase() === 'median' || digits === '50') return 'p50'
  return digits === '99' ? 'p99' : 'p95'
}
