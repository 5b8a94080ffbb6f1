/**
 * Numbers with their units and the operators between them, as people write a calculation in one line:
 * "5M DAU × 40 requests / 86,400 s". What it is unsure of it does not read.
 */
export type Operator = '×' | '/' | '+'

export interface Term {
  /** What it can stand for in a product: 30 minutes are 30 or 1,800. The likeliest first. */
  readonly values: readonly number[]
  /** Whether it is an amount of data, in bytes. */
  readonly isData: boolean
  /** The period that it is counted in, in seconds. */
  readonly perSeconds?: number
  /** A length of time, or a constant that turns one period into another. */
  readonly isTime: boolean
  /** The operator before it; the first of a calculation has none, unless it goes on from the last result. */
  readonly operator?: Operator
}

const number =
  /(?<![\w.^])(\d+(?:[,_' ]\d{3})*(?:\.\d+)?(?:e\d+)?)(?:\s*\^\s*(\d+))?\s*(%|(?!x\s*\d)[a-zµ]+)?/gi
const operators = /×|\*|÷|\/(?=\s*[\d(])|\bx(?=\s*\d)|\btimes\b|\bdivided by\b|\+/gi
const scales: Readonly<Record<string, number>> = {
  k: 1e3,
  K: 1e3,
  thousand: 1e3,
  M: 1e6,
  m: 1e6,
  mio: 1e6,
  mn: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
  trillion: 1e12,
}
const prefixes: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, g: 1e9, t: 1e12, p: 1e15 }
/** Seconds, and how many of the unit a person may have meant by the number alone. */
const times: readonly (readonly [RegExp, number])[] = [
  [/^(?:ms|milliseconds?)$/i, 0.001],
  [/^(?:s|secs?|seconds?)$/i, 1],
  [/^(?:min|mins|minutes?)$/i, 60],
  [/^(?:h|hrs?|hours?)$/i, 3_600],
  [/^(?:d|days?)$/i, 86_400],
  [/^weeks?$/i, 604_800],
  [/^months?$/i, 2_592_000],
  [/^(?:y|yrs?|years?)$/i, 31_536_000],
]
const periods: readonly (readonly [RegExp, number])[] = [
  [/(?:\/|\bper\b|\ba\b|\beach\b|\bevery\b)\s*s(?:ec(?:ond)?)?\b|\b[qrt]ps\b|[bB]ps\b/i, 1],
  [/(?:\/|\bper\b|\ba\b|\beach\b|\bevery\b)\s*min(?:ute)?\b/i, 60],
  [/(?:\/|\bper\b|\ban?\b|\beach\b|\bevery\b)\s*h(?:(?:ou)?r)?\b|\bhourly\b/i, 3_600],
  [/(?:\/|\bper\b|\ba\b|\beach\b|\bevery\b)\s*d(?:ay)?\b|\bdaily\b/i, 86_400],
  [/(?:\/|\bper\b|\ba\b|\beach\b|\bevery\b)\s*month\b|\bmonthly\b/i, 2_592_000],
  [
    /(?:\/|\bper\b|\ba\b|\beach\b|\bevery\b)\s*y(?:(?:ea)?r)?\b|\b(?:yearly|annual(?:ly)?)\b/i,
    31_536_000,
  ],
]
const timeConstants: ReadonlySet<number> = new Set([
  86_400, 100_000, 3_600, 1_440, 24, 60, 7, 12, 30, 31, 52, 365, 1_000,
])

/** `undefined` where a number, a unit or the sign between two numbers is not understood. */
export function readTerms(text: string): readonly Term[] | undefined {
  const found = [...text.matchAll(number)]
  const terms: Term[] = []
  for (const [i, match] of found.entries()) {
    const before = found[i - 1]
    // One character more, since a slash divides only what a digit follows.
    const gap = text.slice(before === undefined ? 0 : endOf(before), match.index + 1)
    const sign = signIn(gap, before !== undefined)
    const term = termOf(match, text.slice(endOf(match), found[i + 1]?.index ?? text.length))
    if (sign === 'unclear' || term === undefined) return undefined
    terms.push(sign === undefined ? term : { ...term, operator: sign })
  }
  return terms
}

/** Between two numbers stands exactly one sign, or the "of" of a share. */
function signIn(gap: string, isBetween: boolean): Operator | 'unclear' | undefined {
  const signs = gap.match(operators) ?? []
  if (signs.length > 1) return 'unclear'
  if (signs.length === 1 || !isBetween) return operatorOf(signs[0])
  return /^.{0,4}\bof\b/i.test(gap) ? '×' : 'unclear'
}

/** A number that is followed by the beginning of its unit ends before it. */
function endOf(match: RegExpExecArray): number {
  return match.index + match[0].length
}

function operatorOf(sign: string | undefined): Operator | undefined {
  if (sign === undefined) return undefined
  if (sign === '+') return '+'
  return sign === '/' || sign === '÷' || /divided/i.test(sign) ? '/' : '×'
}

function termOf(match: RegExpExecArray, after: string): Term | undefined {
  const [, digits = '', power, unit = ''] = match
  const base = Number(digits.replace(/[,_' ]/g, ''))
  const value = power === undefined ? base : base ** Number(power)
  const words = `${unit}${after}`.slice(0, 40).split(operators)[0] ?? ''
  const perSeconds = periods.find(([pattern]) => pattern.test(words))?.[1]
  const period = perSeconds === undefined ? {} : { perSeconds }
  const quantity = quantityOf(value, unit, { after, isApart: /\s\S+$/.test(match[0]) })
  return quantity === undefined ? undefined : { ...quantity, ...period }
}

/** What stands around a unit: the text behind it, and whether a space keeps it from its number. */
interface Around {
  readonly after: string
  readonly isApart: boolean
}

function quantityOf(value: number, unit: string, around: Around): Term | undefined {
  const plain = { isData: false, isTime: false }
  if (unit === '%') return { ...plain, values: [value / 100] }
  const time = times.find(([pattern]) => pattern.test(unit))?.[1]
  if (time !== undefined) return { ...plain, isTime: true, values: lengthsOf(value, time) }
  const scaled = scaledBy(unit, around)
  if (scaled === undefined) return undefined
  const result = { ...plain, ...scaled.kind, values: [value * scaled.factor] }
  return { ...result, isTime: unit === '' && timeConstants.has(value) }
}

/** A length of time in its own unit, in seconds, and in days for what is longer. */
function lengthsOf(value: number, seconds: number): readonly number[] {
  const inDays = seconds > 86_400 ? [(value * seconds) / 86_400] : []
  return [...new Set([value, value * seconds, ...inDays])]
}

interface Scaled {
  readonly factor: number
  readonly kind?: { readonly isData: boolean }
}

function scaledBy(unit: string, around: Around): Scaled | undefined {
  const scale = Object.hasOwn(scales, unit) ? scales[unit] : undefined
  if (scale !== undefined) return scaledData(scale, around.after)
  const data = { isData: true }
  if (/^(?:b|bytes?)$/i.test(unit)) return bytesOrBillions(unit, around)
  const bytes = /^([kmgtp])i?(?:b|bytes?)(?:\/?ps)?$/i.exec(unit)
  const bits = /^([kmgtp]?)(?:bps|bits?|bitps)$/i.exec(unit)
  // "MBps" is bytes, "Mbps" is bits.
  if (bits !== null && !unit.endsWith('Bps')) return { factor: sizeOf(bits[1]) / 8, kind: data }
  if (bytes === null) return { factor: 1 }
  // "Mb" may be either, and is not guessed.
  return /^[MGTP]b$/.test(unit) ? undefined : { factor: sizeOf(bytes[1]), kind: data }
}

function sizeOf(prefix = ''): number {
  return prefixes[prefix.toLowerCase()] ?? 1
}

/** "100 million bytes". */
function scaledData(factor: number, after: string): Scaled {
  return /^\s*bytes?\b/i.test(after) ? { factor, kind: { isData: true } } : { factor }
}

/** "500 B" is bytes and "100B messages" is billions; "100B" alone may be either and is not guessed. */
function bytesOrBillions(unit: string, { after, isApart }: Around): Scaled | undefined {
  if (isApart || unit.length > 1) return { factor: 1, kind: { isData: true } }
  return /^\s*(?!per\b|each\b|a\b|x\b|times\b|and\b|of\b)[a-z]/.test(after)
    ? { factor: 1e9 }
    : undefined
}
