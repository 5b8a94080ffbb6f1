/** Numbers in messages: short, in the words of people, the same on every machine. */

/** Three digits, thousands grouped: 9,230 · 0.25 · 1,160,000. */
export function figure(value: number): string {
  if (!Number.isFinite(value) || value === 0) return '0'
  const rounded = Number(value.toPrecision(3))
  const [whole = '0', part] = String(Math.abs(rounded)).split('.')
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',')
  return `${rounded < 0 ? '-' : ''}${grouped}${part === undefined ? '' : `.${part}`}`
}

/** A share from 0 to 1 and beyond in whole percent: 0.935 is "94 %". */
export function inPercent(share: number): string {
  return `${figure(Math.round(share * 100))} %`
}

/** Two digits, for evidence: a load that moves by a hair reopens nothing. */
export function roughly(value: number): number {
  return Number(value.toPrecision(2))
}
