/** Figures as a message shows them: three digits and a decimal prefix. */
import type { Dimension } from '#shared/design/answers.ts'

const prefixes: readonly (readonly [number, string])[] = [
  [1e15, 'P'],
  [1e12, 'T'],
  [1e9, 'G'],
  [1e6, 'M'],
  [1e3, 'K'],
]

/** `182.5 TB`, `2,315/s`, `4.6 billion`: `value` in the unit of its dimension. */
export function printFigure(value: number, dimension: Dimension): string {
  if (dimension === 'data') return `${prefixed(value)}B`
  if (dimension === 'dataRate') return `${prefixed(value)}B/s`
  if (dimension === 'rate') return `${printCount(value)}/s`
  return printCount(value)
}

function prefixed(value: number): string {
  const [unit, prefix] = prefixes.find(([size]) => value >= size) ?? [1, '']
  return `${rounded(value / unit)} ${prefix}`
}

function printCount(value: number): string {
  if (value >= 1e9) return `${rounded(value / 1e9)} billion`
  return value >= 1e6 ? `${rounded(value / 1e6)} million` : rounded(value)
}

function rounded(value: number): string {
  const digits = value >= 100 ? 0 : 2
  const plain = String(Number(value.toFixed(value < 1 ? 3 : digits)))
  return plain.replace(/\B(?=(?:\d{3})+(?!\d))(?<!\.\d*)/g, ',')
}
