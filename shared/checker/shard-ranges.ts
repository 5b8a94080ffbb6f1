/** Ranges of keys that shards are said to hold ("1-1M", "users 0-999", "A-M"), and whether they fit together. */

export interface KeyRange {
  readonly from: number
  readonly to: number
  /** Whether `to` belongs to the next range: "[0, 1000)". */
  readonly isHalfOpen: boolean
  /** As it was written. */
  readonly text: string
}

const numbers =
  /([[(]?)\s*\b(\d+(?:[,_]\d{3})*(?:\.\d+)?\s?[kmb]?)(\s?\+\s?1)?\s*(?:-|–|—|\.\.+|\bto\b|,\s(?=\d[^)\]]*\)))\s*(\d+(?:[,_]\d{3})*(?:\.\d+)?\s?[kmb]?)\b\s*(\)?)/gi
const letters = /\b([A-Z])\s*(?:-|–|—|\bto\b)\s*([A-Z])\b/g
const factors: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, b: 1e9 }

/** Empty for a text without ranges; years and times of day are no keys. */
export function rangesIn(text: string): readonly KeyRange[] {
  const ofNumbers = [...text.matchAll(numbers)].flatMap((match) => {
    const [whole, open = '', first = '', plusOne, last = '', close = ''] = match
    const from = valueOf(first) + (plusOne === undefined ? 0 : 1)
    const to = valueOf(last)
    if (!(from < to) || (isYear(from, first) && isYear(to, last))) return []
    return [{ from, to, isHalfOpen: open === '[' && close === ')', text: whole.trim() }]
  })
  const ofLetters = [...text.matchAll(letters)].map(([whole, first = '', last = '']) => ({
    from: first.charCodeAt(0),
    to: last.charCodeAt(0),
    isHalfOpen: false,
    text: whole,
  }))
  return [...ofNumbers, ...ofLetters]
}

/** What is the matter with two ranges that lie side by side, in words; `undefined` when they all fit. */
export function misfitOf(ranges: readonly KeyRange[]): string | undefined {
  const sorted = ranges.toSorted((a, b) => a.from - b.from || a.to - b.to)
  for (const [i, range] of sorted.entries()) {
    const next = sorted[i + 1]
    if (next === undefined) return undefined
    const end = range.isHalfOpen ? range.to : range.to + 1
    if (next.from < end) return `${range.text} and ${next.text} overlap`
    if (next.from > end) return `between ${range.text} and ${next.text} there is a gap`
  }
  return undefined
}

function valueOf(text: string): number {
  const [, digits = '', unit = ''] = /^([\d,_.]+)\s?([kmb]?)$/i.exec(text.trim()) ?? []
  return Number(digits.replace(/[,_]/g, '')) * (factors[unit.toLowerCase()] ?? 1)
}

function isYear(value: number, text: string): boolean {
  return /^\d{4}$/.test(text.trim()) && value >= 1970 && value <= 2100
}
