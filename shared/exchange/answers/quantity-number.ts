/** The number of a quantity as people write it: "4,600", "5M", "1.2 million", "two", "10–20". */

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
const range = String.raw`(?:\s?(?:–|—|-|to|\.\.+)\s?(?:${currency})?(?<high>${digits})${magnitude})?`
const pattern = new RegExp(
  String.raw`(?<![\p{L}\d.^_])(?<currency>${currency})?(?:(?<low>${digits})${magnitude}${range}|\b(?<word>${numberWord})(?:\s(?<more>hundred|thousand|million|billion))?\b)`,
  'giu',
)

export interface WrittenNumber {
  readonly value: number
  readonly start: number
  readonly end: number
  /** A sign of money stands before it. */
  readonly isMoney: boolean
  /** "5M" says that it is large, which makes it more than a bare number. */
  readonly hasMagnitude: boolean
  /** "5m" may be minutes. */
  readonly mayBeMinutes: boolean
}

/** Numbers of a text in order; of a range the upper end. */
export function numbersIn(text: string): readonly WrittenNumber[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const number = match.groups?.word === undefined ? inDigits(match) : inWords(match)
    const place = { start: match.index, end: match.index + match[0].length }
    const isMoney = match.groups?.currency !== undefined
    return Number.isFinite(number.value) ? [{ ...number, ...place, isMoney }] : []
  })
}

type Read = Pick<WrittenNumber, 'value' | 'hasMagnitude' | 'mayBeMinutes'>

function inWords({ groups = {} }: RegExpExecArray): Read {
  const value = (words[(groups.word ?? '').toLowerCase()] ?? 1) * sizeOf(groups.more)
  return { value, hasMagnitude: groups.more !== undefined, mayBeMinutes: false }
}

function inDigits(match: RegExpExecArray): Read {
  const high = match.groups?.high
  const lowSize = firstOf(match.slice(3, 7))
  const size = high === undefined ? lowSize : (firstOf(match.slice(8, 12)) ?? lowSize)
  const digits = (high ?? match.groups?.low ?? '').replace(/[,_'\s\u00a0\u202f]/g, '')
  const value = size === undefined ? Number(digits) : round(Number(digits) * sizeOf(size))
  return { value, hasMagnitude: size !== undefined, mayBeMinutes: size === 'm' }
}

function firstOf(parts: readonly (string | undefined)[]): string | undefined {
  return parts.find((part) => part !== undefined)
}

/** Without the dust of multiplying by powers of ten. */
export function round(value: number): number {
  return Number(value.toPrecision(15))
}

function sizeOf(magnitude: string | undefined): number {
  if (magnitude === undefined) return 1
  const word = magnitude.toLowerCase()
  if (word === 'hundred') return 100
  return word === 't' ? 1e12 : (magnitudes[word] ?? 1)
}
