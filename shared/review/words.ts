/** Values of a difference as a sentence shows them. */

const longest = 160

/** “Orders”, on one line and not too long. */
export function quoted(text: string): string {
  return `“${shown(text)}”`
}

/** `2 → 5`; what was not said is "nothing". */
export function arrow(from: unknown, to: unknown): string {
  return `${shown(from)} → ${shown(to)}`
}

/** "encryptedAtRest" as "encrypted at rest". */
export function wordsOf(name: string): string {
  return name.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}

export function shown(value: unknown): string {
  const text = lineOf(value).replace(/\s+/g, ' ').trim()
  if (text === '') return 'nothing'
  const letters = Array.from(text)
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : text
}

function lineOf(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (value === true) return 'yes'
  if (value === false) return 'no'
  if (Array.isArray(value)) return value.map(lineOf).join(', ')
  if (typeof value === 'object') {
    return Object.entries(value)
      .map(([name, inner]) => `${wordsOf(name)} ${lineOf(inner)}`)
      .join(', ')
  }
  if (typeof value === 'number') return grouped(value)
  return typeof value === 'string' ? value : ''
}

/** Thousands in groups. */
function grouped(value: number): string {
  const text = String(value)
  return /^\d{4,15}$/.test(text) ? text.replace(/\B(?=(?:\d{3})+$)/g, ',') : text
}
