/** Quantities as an export writes them: short where that says the same number, exact where it does not. */
import type { Estimate } from '#shared/design/answers.ts'
import { daysOf, secondsPer } from './quantity-unit.ts'

const sizes: readonly (readonly [string, number])[] = [
  ['EB', 1e18],
  ['PB', 1e15],
  ['TB', 1e12],
  ['GB', 1e9],
  ['MB', 1e6],
  ['KB', 1e3],
]

/** Bytes: "3.65 TB", "500 B". */
export function printData(bytes: number): string {
  return inUnit(bytes, sizes) ?? `${bytes} B`
}

/** Minutes: "1 h", "5 min". */
export function printMinutes(minutes: number): string {
  return inUnit(minutes, [['h', 60]], true) ?? `${minutes} min`
}

/** Days: "2 years", "30 days". */
export function printDays(days: number): string {
  const minutes = Number((days * 1440).toPrecision(6))
  if (days < 1 && daysOf(minutes * 60_000) === days) return `${minutes} min`
  return inUnit(days, [['years', 365]], true) ?? `${days} days`
}

/** Dollars a month. */
export function printMoney(dollars: number): string {
  return `$${grouped(dollars)} a month`
}

/** A plain number, its thousands in groups. */
export function grouped(value: number): string {
  const text = String(value)
  if (!/^\d{4,15}$/.test(text)) return text
  return text.replace(/\B(?=(?:\d{3})+$)/g, ',')
}

const durations: readonly (readonly [string, number])[] = [
  ['years', 31_536e6],
  ['days', 86_400e3],
  ['h', 3600e3],
  ['min', 60e3],
  ['s', 1e3],
]

/** The number of an estimate with its unit and its period. */
export function printEstimate({ value, dimension, perSeconds }: Estimate): string {
  const period = Object.entries(secondsPer).find(([, seconds]) => seconds === perSeconds)?.[0]
  const per = period === undefined ? '' : ` per ${period}`
  switch (dimension) {
    case 'rate':
      return `${grouped(value)} requests/s`
    case 'data':
      return printData(value) + per
    case 'dataRate':
      return `${printData(value)}/s`
    case 'duration':
      return inUnit(value, durations, true) ?? `${value} ms`
    case 'share':
      return `${value}%`
    case 'money':
      return printMoney(value)
    case 'count':
      return grouped(value) + per
    default:
      return dimension satisfies never
  }
}

/** The largest unit that gives the same number back; only whole ones where said. */
function inUnit(
  value: number,
  units: readonly (readonly [string, number])[],
  isWhole = false,
): string | undefined {
  for (const [unit, factor] of units) {
    const count = Number((value / factor).toPrecision(6))
    if (count < 1 || count * factor !== value || (isWhole && !Number.isInteger(count))) continue
    return `${count} ${unit}`
  }
  return undefined
}
