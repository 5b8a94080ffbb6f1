/**
 * Quantities as people write them in a sentence: "4,600 requests/s", "3.65 PB a year", "99.95 %", "100ms",
 * "two years", "$5k a month", "1.5–2×". Of a range the upper end counts. It gives no meaning to them.
 */
import type { Dimension } from '#shared/design/answers.ts'
import { numbersIn, round, type WrittenNumber } from './quantity-number.ts'
import { periodAt, secondsPer, unitAt, type Unit } from './quantity-unit.ts'

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

/** Every quantity of a text in order; none for a text without numbers. */
export function quantitiesIn(written: string): readonly Quantity[] {
  const text = written.replace(decimalComma, '$1.$2')
  const found: Quantity[] = []
  for (const number of numbersIn(text)) {
    if (number.start < (found.at(-1)?.end ?? 0)) continue
    found.push(quantityOf(text, number))
  }
  return found
}

/** "99,5 %" and "1,2 TB", as half of Europe writes them; the text keeps its length. */
const decimalComma =
  /(?<![\d.,])(\d{1,3}),(\d{1,2})(?=\s?(?:%|percent|[KMGTP]i?B\b|ms\b|s\b|sec|min|h\b|Mio|Mrd|million))/gi
/** "half a second" is a time, and half of something each second is none. */
const halfOf = /^\s(?:a|an)\s(second|minute|hour|day|year)\b/i
const wholeOf: Readonly<Record<string, number>> = {
  second: 1e3,
  minute: 6e4,
  hour: 3.6e6,
  day: 8.64e7,
  year: 3.1536e10,
}

function quantityOf(text: string, number: WrittenNumber): Quantity {
  const unit = unitAt(text.slice(number.end))
  if (number.isMoney) return money(text, number, number.end)
  const half = number.value === 0.5 ? halfOf.exec(text.slice(number.end)) : null
  if (half !== null) {
    const value = 0.5 * (wholeOf[(half[1] ?? '').toLowerCase()] ?? 0)
    const end = number.end + half[0].length
    return { value, dimension: 'duration', noun: '', start: number.start, end, isNamed: true }
  }
  if (unit === undefined) return withoutUnit(text, number)
  const end = number.end + unit.length
  return unit.dimension === 'money' ? money(text, number, end) : withUnit(text, number, unit)
}

function money(text: string, number: WrittenNumber, unitEnd: number): Quantity {
  const after = periodAt(text.slice(unitEnd))
  const base = { start: number.start, noun: '', isNamed: true, dimension: 'money' as const }
  if (after === undefined) return { ...base, value: number.value, end: unitEnd }
  const months = after.seconds === secondsPer.year ? 12 : after.seconds / secondsPer.month
  const value = Number((number.value / months).toPrecision(12))
  return { ...base, value, perSeconds: after.seconds, end: unitEnd + after.length }
}

const accruing: ReadonlySet<Dimension> = new Set(['data', 'count'])

function withUnit(text: string, number: WrittenNumber, unit: Unit): Quantity {
  const { dimension, factor } = unit
  const end = number.end + unit.length
  const scaled = factor === 1 ? number.value : round(number.value * factor)
  const value = unit.isNines ? nines(number.value) : scaled
  const base = { value, dimension, noun: '', start: number.start }
  const after = accruing.has(dimension) ? periodAt(text.slice(end)) : undefined
  const isNamed = dimension !== 'count' || number.hasMagnitude
  if (after === undefined) return { ...base, end, isNamed }
  const whole = { ...base, end: end + after.length, isNamed }
  if (dimension === 'data' && after.seconds === 1) return { ...whole, dimension: 'dataRate' }
  return { ...whole, perSeconds: after.seconds }
}

const noNoun =
  /^(?:and|or|of|per|a|an|the|at|in|on|to|for|with|by|is|are|at|from|as|each|every|than|then|we|it|that|so)$/i

const nounPattern =
  /^\s?(?:of\s)?(\p{L}[\p{L}'-]*(?:\s(?!per\b|an?\b|each\b|every\b|at\b|is\b|are\b|in\b|on\b|of\b|and\b)\p{L}[\p{L}'-]*){0,2})/u

/** A number with a noun, a rate ("writes a second") or nothing at all. */
function withoutUnit(text: string, number: WrittenNumber): Quantity {
  const { value, start } = number
  const { noun, end } = nounAt(text, number.end)
  const after = periodAt(text.slice(end))
  if (after === undefined) return count(number, noun, end)
  const base = { value, noun, start, end: end + after.length, isNamed: true }
  if (after.seconds === 1) return { ...base, dimension: 'rate' }
  return { ...base, dimension: 'count', perSeconds: after.seconds }
}

function nounAt(text: string, from: number): { readonly noun: string; readonly end: number } {
  const match = nounPattern.exec(text.slice(from))
  const noun = match?.[1] ?? ''
  if (match === null || noNoun.test(firstWord(noun))) return { noun: '', end: from }
  return { noun, end: from + match[0].length }
}

function count(number: WrittenNumber, noun: string, end: number): Quantity {
  const { value, start, hasMagnitude, mayBeMinutes } = number
  if (mayBeMinutes && (noun === '' || /^(?:RTO|RPO)\b/.test(noun))) {
    const minutes = round(value / 1e6) * 60_000
    const own = end - (noun === '' ? 0 : noun.length + 1)
    return { value: minutes, dimension: 'duration', noun: '', start, end: own, isNamed: true }
  }
  const first = firstWord(noun)
  const isNamed = hasMagnitude || noun !== ''
  const shortEnd = end - (noun.length - first.length)
  return { value, dimension: 'count', noun: first, start, end: shortEnd, isNamed }
}

function firstWord(words: string): string {
  return words.split(' ', 1)[0] ?? ''
}

/** 99.9 for three nines, 99.99 for four. */
function nines(count: number): number {
  return Number((100 - 10 ** (2 - count)).toPrecision(12))
}
