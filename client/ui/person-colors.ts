/** Colours that a person can choose, and what can be read on them. */
export const personColors = [
  { value: '#2f6fdb', title: 'Blue' },
  { value: '#0f8462', title: 'Green' },
  { value: '#c2410c', title: 'Rust' },
  { value: '#a3397b', title: 'Plum' },
  { value: '#7c5cd6', title: 'Violet' },
  { value: '#8a6d00', title: 'Olive' },
  { value: '#0e7f94', title: 'Teal' },
  { value: '#b3261e', title: 'Red' },
] as const

/** First letters of the first and last word, at most two; a question mark for an empty name. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined]
  return letters.map((word) => firstLetterOf(word ?? '')).join('') || '?'
}

function firstLetterOf(word: string): string {
  return String.fromCodePoint(word.codePointAt(0) ?? 32)
    .trim()
    .toUpperCase()
}

/** Black or white, whichever reads better on a `#rrggbb` colour (WCAG 2.2 relative luminance). */
export function textOn(color: string): '#000000' | '#ffffff' {
  const channels = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
  const [red = 0, green = 0, blue = 0] = channels.map(linear)
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
  return luminance > 0.179 ? '#000000' : '#ffffff'
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
}
