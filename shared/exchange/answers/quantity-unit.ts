/** Units and periods behind a number: "ms", "KB", "req/s", "% ", "a month". */
import type { Dimension } from '#shared/design/answers.ts'

export const secondsPer = {
  second: 1,
  minute: 60,
  hour: 3600,
  day: 86_400,
  week: 604_800,
  month: 2_592_000,
  year: 31_536_000,
} as const

/** Days in milliseconds that were read from a text. */
export function daysOf(milliseconds: number): number {
  return Number((milliseconds / (secondsPer.day * 1000)).toPrecision(12))
}

const period = String.raw`(ms|sec(?:ond)?s?|sekunde|segundo|stunde|hora|tag|día|s|min(?:ute)?s?|hours?|hrs?|h|days?|d|weeks?|months?|mo|years?|yrs?|yr|y)`
const per = new RegExp(
  String.raw`^\s?(?:\/\s?|per\s|by\s(?=sec)|an?\s|each\s|every\s|pro\s|por\s|p\.?\s?)${period}(?![\p{L}\d])`,
  'iu',
)
const adverb = /^\s?(?:[a-z]+\s){0,2}?(hourly|daily|weekly|monthly|yearly|annually)\b/i

export interface Unit {
  readonly dimension: Dimension
  /** Into the unit of the dimension. */
  readonly factor: number
  /** "nines" count digits. */
  readonly isNines: boolean
  readonly length: number
}

const pattern = new RegExp(
  String.raw`^[\s-]?(` +
    String.raw`%|percent(?:age)?|per\s?cent|nines\b|[x×](?![\p{L}\d])|` +
    String.raw`(?:usd|eur|dollars?|euros?)\b|` +
    String.raw`(?:[kmgtpe]i?)?(?:bits?\/s(?:ec)?|bps|bit\/s)\b|[kmgt]bits?(?:\s(?:per|a)\s|\/)s(?:ec(?:ond)?)?\b|` +
    String.raw`(?:[kmgtpe]i?b|bytes?|b|kilobytes?|megabytes?|gigabytes?|terabytes?|petabytes?|exabytes?)(?![\p{L}\d])|` +
    String.raw`(?:qps|rps|tps|iops|ops\/s(?:ec)?|req(?:s|uests?)?\/s(?:ec)?)(?![\p{L}\d])|` +
    String.raw`(?:ns|nanoseconds?|µs|μs|us|microseconds?|ms|millis|msecs?|milliseconds?|secs?|seconds?|s|mins?|minutes?|minuten|hours?|hrs?|hr|std\.?|stunden?|h|days?|d|weeks?|months?|years?|yrs?|yr|y)(?![\p{L}\d])` +
    String.raw`)`,
  'iu',
)

const plain: readonly (readonly [RegExp, Dimension])[] = [
  [/^(?:%|per|nines)/, 'share'],
  [/^[x×]$/, 'count'],
  [/^(?:usd|eur|dollar|euro)/, 'money'],
  [/^(?:qps|rps|tps|iops|ops|req)/, 'rate'],
]

/** The unit that a text begins with; `undefined` when it begins with another word. */
export function unitAt(text: string): Unit | undefined {
  const match = pattern.exec(text)
  if (match === null) return undefined
  const written = (match[1] ?? '').toLowerCase()
  return { ...meaningOf(written), isNines: written === 'nines', length: match[0].length }
}

function meaningOf(written: string): Pick<Unit, 'dimension' | 'factor'> {
  const dimension = plain.find(([words]) => words.test(written))?.[1]
  if (dimension !== undefined) return { dimension, factor: 1 }
  if (/bit|bps/.test(written)) return { dimension: 'dataRate', factor: sizePrefix(written) / 8 }
  if (/^(?:[kmgtpe]i?b|b|.*bytes?)$/.test(written)) {
    return { dimension: 'data', factor: sizePrefix(written) }
  }
  return { dimension: 'duration', factor: durationOf(written) }
}

function sizePrefix(text: string): number {
  const power = 'kmgtpe'.indexOf(text.charAt(0)) + 1
  return power === 0 ? 1 : (/^.ib/.test(text) ? 1024 : 1000) ** power
}

/** Milliseconds; the first that fits a unit's beginning. */
const durations: readonly (readonly [string, number])[] = [
  ['n', 1e-6],
  ['µ', 1e-3],
  ['μ', 1e-3],
  ['us', 1e-3],
  ['micro', 1e-3],
  ['ms', 1],
  ['st', 3.6e6],
  ['milli', 1],
  ['mo', 2.592e9],
  ['m', 6e4],
  ['s', 1e3],
  ['h', 3.6e6],
  ['d', 8.64e7],
  ['w', 6.048e8],
  ['y', 3.1536e10],
]

function durationOf(written: string): number {
  return durations.find(([start]) => written.startsWith(start))?.[1] ?? 1
}

const periods: readonly (readonly [string, number])[] = [
  ['stunde', secondsPer.hour],
  ['s', secondsPer.second],
  ['tag', secondsPer.day],
  ['día', secondsPer.day],
  ['hora', secondsPer.hour],
  ['min', secondsPer.minute],
  ['h', secondsPer.hour],
  ['d', secondsPer.day],
  ['w', secondsPer.week],
  ['mo', secondsPer.month],
  ['y', secondsPer.year],
  ['an', secondsPer.year],
]

/** A period that a text begins with: "/s", "per day", "a month", "yearly". */
export function periodAt(
  text: string,
): { readonly seconds: number; readonly length: number } | undefined {
  const match = per.exec(text) ?? adverb.exec(text)
  const word = match?.[1]?.toLowerCase()
  if (match === null || word === undefined) return undefined
  const seconds = periods.find(([start]) => word.startsWith(start))?.[1]
  return seconds === undefined ? undefined : { seconds, length: match[0].length }
}
