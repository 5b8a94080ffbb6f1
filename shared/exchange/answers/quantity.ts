/**
 * Quantities as people write them in a sentence: "4,600 requests/s", "3.65 PB a year", "99.95 %", "100ms",
 * "two years", "$5k a month", "1.5–2×". Of a range the upper end counts. It gives no meaning to them.
 */
import type { Dimension } from '#shared/design/answers.ts'

export interface Quantity {
  /** In the unit of its dimension (`quantityUnits`). */
  readonly value: number
  readonly dimension: Dimension
  /** The period it accrues in, in seconds. */
  readonly perSeconds?: number
  /** The word behind a plain count ("users"); empty for none. */
  readonly noun: string
  /** Whether a unit, a magnitude or a noun says what it is. */
  readonly isNamed: boolean
  /** Where it stands in the text. */
  readonly start: number
  readonly end: number
}

interface Unit {
  readonly dimension: Dimension
  readonly factor: number
  readonly perSeconds?: number
}

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

const magnitudes: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  lakh: 1e5,
  m: 1e6,
  mm: 1e6,
  mio: 1e6,
  mln: 1e6,
  million: 1e6,
  millions: 1e6,
  crore: 1e7,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
  billions: 1e9,
  trillion: 1e12,
}

// prettier-ignore
const words: Readonly<Record<string, number>> = {
  a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10,
  eleven: 11, twelve: 12, dozen: 12, fifteen: 15, twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60,
  ninety: 90, hundred: 100, half: 0.5,
}
const numberWord = Object.keys(words)
  .filter((word) => word.length > 2)
  .join('|')

const digits = String.raw`\d+(?:[,_'\u00a0\u202f ]\d{3}(?!\d))+(?:\.\d+)?|\d*\.?\d+(?:e[+-]?\d+)?`
/** "2B links" and "1.2B/day" are billions; "500 B", "500B each" and "500B" are bytes. */
const billion = String.raw`b(?=\s?(?:\/|per|an?)\s?(?:day|month|year|d\b|mo\b|y)|\s(?!each|per|an?\b|and\b|or\b|in\b|of\b|x\b)\p{L}|(?:rps|qps|tps)\b)(?![\p{L}\d])`
const magnitude = String.raw`(?:\s?(k|mm|m|bn)(?![\p{L}\d])|(t|${billion})(?![\p{L}\d])|\s?(k|m)(?=(?:rps|qps|tps|dau|mau)\b)|\s?-?(thousand|lakh|millions?|mio|mln|crore|billions?|trillion)\b)?`
const currency = String.raw`(?:us)?[$€£]\s?`
const range = String.raw`(?:\s?(?:–|—|-|to|\.\.+)\s?(?:${currency})?(${digits})${magnitude})?`
const pattern = new RegExp(
  String.raw`(?<![\p{L}\d.^_])(${currency})?(?:(${digits})${magnitude}${range}|\b(${numberWord})(?:\s(hundred|thousand|million|billion))?\b)`,
  'giu',
)

const period = String.raw`(ms|sec(?:ond)?s?|s|min(?:ute)?s?|hours?|hrs?|h|days?|d|weeks?|months?|mo|years?|yrs?|yr|y)`
const per = new RegExp(
  String.raw`^\s?(?:\/\s?|per\s|an?\s|each\s|every\s|p\.?\s?)${period}(?![\p{L}\d])`,
  'iu',
)
const adverb = /^\s?(?:[a-z]+\s){0,2}?(hourly|daily|weekly|monthly|yearly|annually)\b/i

/** Every quantity of a text in order; none for a text without numbers. */
export function quantitiesIn(text: string): readonly Quantity[] {
  const found: Quantity[] = []
  let from = 0
  for (const match of text.matchAll(pattern)) {
    if (match.index < from) continue
    const quantity = quantityOf(text, match)
    if (quantity === undefined) continue
    found.push(quantity)
    from = quantity.end
  }
  return found
}

function quantityOf(text: string, match: RegExpExecArray): Quantity | undefined {
  const number = numberOf(match)
  if (number === undefined) return undefined
  const start = match.index
  const base = { start, text, end: start + match[0].length, isNamed: number.hasMagnitude }
  if (match[1] !== undefined) return money(base, number.value)
  return withUnit(base, number.value, number.isMinutes)
}

function numberOf(match: RegExpExecArray) {
  const [, , low = '', m1, m2, m3, m4, high, n1, n2, n3, n4, word, more] = match
  if (word !== undefined) {
    const value = (words[word.toLowerCase()] ?? 1) * sizeOf(more)
    return { value, hasMagnitude: more !== undefined, isMinutes: false }
  }
  const first = m1 ?? m2 ?? m3 ?? m4
  const last = high === undefined ? first : (n1 ?? n2 ?? n3 ?? n4)
  const plain = Number((high ?? low).replace(/[,_'\s\u00a0\u202f]/g, ''))
  const value = Number((plain * sizeOf(last ?? first)).toPrecision(15))
  if (!Number.isFinite(value)) return undefined
  return { value, hasMagnitude: (last ?? first) !== undefined, isMinutes: (last ?? first) === 'm' }
}

function sizeOf(magnitude: string | undefined): number {
  if (magnitude === undefined) return 1
  const word = magnitude.toLowerCase()
  if (word === 'hundred') return 100
  return word === 't' ? 1e12 : (magnitudes[word] ?? 1)
}

interface Base {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly isNamed: boolean
}

function money(base: Base, value: number): Quantity {
  const after = periodAfter(base.text.slice(base.end))
  const end = base.end + (after?.length ?? 0)
  if (after === undefined) return quantity(base, { value, dimension: 'money', end })
  const monthly = Number((value * (secondsPer.month / after.seconds)).toPrecision(12))
  const exact = after.seconds === secondsPer.year ? Number((value / 12).toPrecision(12)) : monthly
  return quantity(base, { value: exact, dimension: 'money', perSeconds: after.seconds, end })
}

const unitPattern = new RegExp(
  String.raw`^[\s-]?(` +
    String.raw`%|percent(?:age)?|per\s?cent|nines\b|[x×](?![\p{L}\d])|` +
    String.raw`(?:usd|eur|dollars?|euros?)\b|` +
    String.raw`(?:[kmgtpe]i?)?(?:bits?\/s(?:ec)?|bps|bit\/s)\b|[kmgt]bits?(?:\s(?:per|a)\s|\/)s(?:ec(?:ond)?)?\b|` +
    String.raw`(?:[kmgtpe]i?b|bytes?|b|kilobytes?|megabytes?|gigabytes?|terabytes?|petabytes?|exabytes?)(?![\p{L}\d])|` +
    String.raw`(?:qps|rps|tps|iops|ops\/s(?:ec)?|req(?:s|uests?)?\/s(?:ec)?)(?![\p{L}\d])|` +
    String.raw`(?:ns|nanoseconds?|µs|μs|us|microseconds?|ms|millis|msecs?|milliseconds?|secs?|seconds?|s|mins?|minutes?|hours?|hrs?|hr|h|days?|d|weeks?|months?|years?|yrs?|yr|y)(?![\p{L}\d])` +
    String.raw`)`,
  'iu',
)

function withUnit(base: Base, value: number, isMinutes: boolean): Quantity | undefined {
  const rest = base.text.slice(base.end)
  const written = unitPattern.exec(rest)
  const unit = written?.[1] === undefined ? undefined : unitOf(written[1])
  if (unit === undefined || written === null) return plain(base, value, isMinutes)
  let end = base.end + written[0].length
  const scaled = Number((value * unit.factor).toPrecision(15))
  if (unit.dimension === 'share' && /nines/i.test(written[0])) {
    return quantity(base, { value: nines(value), dimension: 'share', end })
  }
  if (unit.dimension === 'rate' || unit.dimension === 'dataRate' || unit.dimension === 'share') {
    return quantity(base, { value: scaled, dimension: unit.dimension, end })
  }
  const after = periodAfter(base.text.slice(end))
  if (after === undefined || unit.dimension === 'duration') {
    return quantity(base, { value: scaled, dimension: unit.dimension, end })
  }
  if (unit.dimension === 'money') return money({ ...base, end }, value)
  end += after.length
  if (unit.dimension === 'data' && after.seconds === 1) {
    return quantity(base, { value: scaled, dimension: 'dataRate', end })
  }
  return quantity(base, {
    value: scaled,
    dimension: unit.dimension,
    perSeconds: after.seconds,
    end,
  })
}

const noNoun =
  /^(?:and|or|of|per|a|an|the|at|in|on|to|for|with|by|is|are|at|from|as|each|every|than|then|we|it|that|so)$/i

/** A number with a noun, a rate ("writes a second") or nothing at all. */
function plain(base: Base, value: number, isMinutes: boolean): Quantity {
  const rest = base.text.slice(base.end)
  const [spaced = '', noun = ''] =
    /^\s?(?:of\s)?((?:[\p{L}][\p{L}'-]*(?:\s(?!per\b|an?\b|each\b|every\b|at\b|is\b|are\b|in\b|on\b|of\b|and\b)[\p{L}][\p{L}'-]*){0,2}))/u.exec(
      rest,
    ) ?? []
  const isNoun = noun !== '' && !noNoun.test(noun.split(' ')[0] ?? '')
  const afterNoun = isNoun ? base.end + spaced.length : base.end
  const after = periodAfter(base.text.slice(afterNoun))
  const shown = isNoun ? noun : ''
  if (after === undefined) {
    if (isMinutes && !isNoun) {
      const minutes = (value / 1e6) * 60_000
      return quantity(base, { value: minutes, dimension: 'duration', end: base.end })
    }
    const first = isNoun ? (/^\s?(?:of\s)?[\p{L}'-]+/u.exec(rest)?.[0] ?? '') : ''
    const end = base.end + first.length
    return quantity(base, { value, dimension: 'count', noun: shown.split(' ')[0] ?? '', end })
  }
  const end = afterNoun + after.length
  if (after.seconds === 1) return quantity(base, { value, dimension: 'rate', noun: shown, end })
  return quantity(base, { value, dimension: 'count', noun: shown, perSeconds: after.seconds, end })
}

function quantity(
  base: Base,
  rest: Pick<Quantity, 'value' | 'dimension' | 'end'> & Partial<Quantity>,
): Quantity {
  const isNamed = base.isNamed || rest.dimension !== 'count' || (rest.noun ?? '') !== ''
  return { noun: '', start: base.start, isNamed, ...rest }
}

/** 99.9 for three nines, 99.99 for four. */
function nines(count: number): number {
  return Number((100 - 10 ** (2 - count)).toPrecision(12))
}

/** A period behind a quantity: "/s", "per day", "a month", "yearly". */
function periodAfter(rest: string): { seconds: number; length: number } | undefined {
  const match = per.exec(rest) ?? adverb.exec(rest)
  if (match === null) return undefined
  const seconds = periodSeconds(match[1] ?? '')
  return seconds === undefined ? undefined : { seconds, length: match[0].length }
}

function periodSeconds(word: string): number | undefined {
  const text = word.toLowerCase()
  if (/^s/.test(text)) return secondsPer.second
  if (/^min/.test(text)) return secondsPer.minute
  if (/^h/.test(text)) return secondsPer.hour
  if (/^d/.test(text)) return secondsPer.day
  if (/^w/.test(text)) return secondsPer.week
  if (/^mo/.test(text)) return secondsPer.month
  return /^(?:y|an)/.test(text) ? secondsPer.year : undefined
}

const durations: Readonly<Record<string, number>> = {
  n: 1e-6,
  u: 1e-3,
  ms: 1,
  s: 1e3,
  min: 6e4,
  h: 3.6e6,
  d: 8.64e7,
  w: 6.048e8,
  mo: 2.592e9,
  y: 3.1536e10,
}

function unitOf(written: string): Unit | undefined {
  const text = written.toLowerCase()
  if (/^(?:%|per)/.test(text)) return { dimension: 'share', factor: 1 }
  if (text === 'nines') return { dimension: 'share', factor: 1 }
  if (/^[x×]$/.test(text)) return { dimension: 'count', factor: 1 }
  if (/^(?:usd|eur|dollar|euro)/.test(text)) return { dimension: 'money', factor: 1 }
  if (/^(?:qps|rps|tps|iops|ops|req)/.test(text)) return { dimension: 'rate', factor: 1 }
  if (/bit|bps/.test(text)) return { dimension: 'dataRate', factor: sizePrefix(text) / 8 }
  if (/^(?:[kmgtpe]i?b|b|.*bytes?)$/.test(text)) {
    return { dimension: 'data', factor: sizePrefix(text) }
  }
  return { dimension: 'duration', factor: durationFactor(text) }
}

function sizePrefix(text: string): number {
  const power = 'kmgtpe'.indexOf(text.charAt(0)) + 1
  if (power === 0) return 1
  return (text.charAt(1) === 'i' && text.charAt(2) === 'b' ? 1024 : 1000) ** power
}

function durationFactor(text: string): number {
  if (/^n/.test(text)) return durations.n ?? 1
  if (/^(?:µ|μ|us|micro)/.test(text)) return durations.u ?? 1
  if (/^(?:ms|milli)/.test(text)) return durations.ms ?? 1
  if (/^mo/.test(text)) return durations.mo ?? 1
  if (/^m/.test(text)) return durations.min ?? 1
  return durations[text.charAt(0)] ?? 1
}
