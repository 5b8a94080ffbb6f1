/** Single facts as people write them: a latency target, an amount of data, a duration, a sum. */
import type { Scale } from '#shared/design/design.ts'
import { quantitiesIn } from './quantity.ts'
import { secondsPer } from './quantity-unit.ts'

/** "p50 under 20 ms, p99 < 200ms" by percentile; the 99th where a text names none. */
export function readLatency(text: string): Scale['latencyMs'] {
  const durations = quantitiesIn(text).filter(({ dimension }) => dimension === 'duration')
  const found: { p50?: number; p95?: number; p99?: number } = {}
  let from = 0
  for (const { value, start, end } of durations) {
    const percentile =
      percentileIn(text.slice(from, start)) ?? percentileIn(text.slice(end, end + 24)) ?? 'p99'
    found[percentile] ??= value
    from = end
  }
  return Object.keys(found).length === 0 ? undefined : found
}

function percentileIn(text: string): 'p50' | 'p95' | 'p99' | undefined {
  if (/\bp\s?50\b|\bmedian\b|\baverage\b|\b50(?:th)?\s?(?:%|percent)/i.test(text)) return 'p50'
  if (/\bp\s?9[05]\b|\b9[05](?:th\b|\s?%|\sof\s100|\spercent)/i.test(text)) return 'p95'
  return /\bp\s?99(?:\.9+)?\b|\b99(?:\.9+)?(?:th\b|\s?%|\spercent)/i.test(text) ? 'p99' : undefined
}

/** "2 TB", "3.65 PB a year" or both. */
export function readDataSize(text: string): Pick<Scale, 'dataBytes' | 'dataBytesPerYear'> {
  const sizes = quantitiesIn(text).filter(({ dimension }) => dimension === 'data')
  const kept = sizes.find(({ perSeconds }) => perSeconds === undefined)?.value
  const grows = sizes.find(({ perSeconds }) => perSeconds !== undefined)
  const perYear = grows && yearly(grows.value, grows.perSeconds ?? secondsPer.year)
  return {
    ...(kept === undefined ? {} : { dataBytes: kept }),
    ...(perYear === undefined ? {} : { dataBytesPerYear: perYear }),
  }
}

export function yearly(value: number, perSeconds: number): number {
  if (perSeconds === secondsPer.month) return value * 12
  return Number((value * (secondsPer.year / perSeconds)).toPrecision(15))
}

export function minutesIn(text: string | undefined): number | undefined {
  const value = durationIn(text)
  return value === undefined ? undefined : Number((value / 60_000).toPrecision(15))
}

export function daysIn(text: string | undefined): number | undefined {
  const value = durationIn(text)
  return value === undefined ? undefined : Number((value / 86_400_000).toPrecision(15))
}

function durationIn(text = ''): number | undefined {
  if (/^(?:0|none|zero)$/i.test(text.trim())) return 0
  const found = quantitiesIn(text.replace(/(\d)\s?m\b/gi, '$1 min'))
  return found.find(({ dimension }) => dimension === 'duration')?.value
}

/** Dollars a month; a sum without a period counts as one a month. */
export function moneyIn(text: string | undefined): number | undefined {
  const found = quantitiesIn(text ?? '')
  const money = found.find(({ dimension }) => dimension === 'money') ?? found[0]
  return money?.value
}
