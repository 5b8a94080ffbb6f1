/** Suffixes that people write behind a count. */
const factors: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, b: 1e9, g: 1e9 }

/**
 * A number as people type it: `4,600`, `1.2k`, `5M`, `99.95 %`. Answers `undefined` for anything else,
 * empty text included.
 */
export function readNumber(text: string): number | undefined {
  const match = /^(-?\d[\d,_ ]*(?:\.\d+)?|-?\.\d+)\s*([kmbg]?)\s*%?$/i.exec(text.trim())
  if (match?.[1] === undefined) return undefined
  const value = Number(match[1].replaceAll(/[,_ ]/g, ''))
  const factor = factors[(match[2] ?? '').toLowerCase()] ?? 1
  return Number.isFinite(value) ? value * factor : undefined
}

/** A number as fields show it: digits in groups of three, no more than six decimals. */
export function printNumber(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 6 })
}
