/** What people type, made fit to be shown: it may not hide anything, turn the line around it, or be empty to the eye. */

/** Control characters but line breaks and tabs, and halves of characters. */
const broken = /(?![\n\t])\p{Cc}|\p{Surrogate}/gu
/**
 * Marks that turn the direction of what follows, and spaces without a width. The joiners U+200C and
 * U+200D stay: Persian and emoji are written with them.
 */
const hidden = /[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/gu
/** Something that leaves a mark on the screen. */
const visible = /[^\p{Z}\p{C}\p{M}\u115F\u1160\u3164\uFFA0\u2800]/u

/** One line of text: a name, a title. Empty when there is nothing to see in it. */
export function cleanLine(text: string): string {
  const line = text.replace(broken, '').replace(hidden, '').replace(/\s+/gu, ' ').trim()
  return visible.test(line) ? line : ''
}

/** Text of several lines: a comment. Empty when there is nothing to see in it. */
export function cleanText(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').replace(broken, '').replace(hidden, '').trim()
  return visible.test(lines) ? lines : ''
}

/** Length as people count, more or less: characters, not their halves. */
export function lengthOf(text: string): number {
  return Array.from(text).length
}

/** The beginning of a text, never half a character. */
export function cutTo(text: string, most: number): string {
  return Array.from(text).slice(0, most).join('')
}
