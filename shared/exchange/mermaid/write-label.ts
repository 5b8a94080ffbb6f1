/** A text as a quoted label that every renderer of Mermaid shows as it was meant. */
import { decodeText } from './decode-text.ts'

/** Marks that end a label, begin Markdown or make an entity of what follows. */
const marks = /["#<>&`\\]/g
/** A list in Markdown, which renderers answer with an error in place of the label. */
const listMark = /^(\s*(?:\d+|[-*+]))([.)\s])/

/** The label in its quotes; a blank where there is nothing to show. */
export function writeLabel(text: string): string {
  const lines = text.split(/\r\n|[\r\n\u2028\u2029]/).map(writeLine)
  const label = lines.join('<br/>')
  return `"${label.trim() === '' ? ' ' : label}"`
}

/** Whether a reader gets the very same text back from its label. */
export function isKeptByLabel(text: string): boolean {
  return labelShown(text) === text
}

/** What a reader gets from the label of a text. */
export function labelShown(text: string): string {
  return decodeText(writeLabel(text).slice(1, -1))
}

function writeLine(line: string): string {
  return line
    .replace(/[^\P{C}\u200D]/gu, ' ')
    .replace(marks, (mark) => (mark === '"' ? '#quot;' : entityOf(mark)))
    .replace(/\*\*|__|%%|~~|---/g, (pair) => entityOf(pair.slice(0, 1)) + pair.slice(1))
    .replace(/\b(direction)\s+(?=(?:TB|BT|LR|RL)\b)/g, (_, word: string) => `${word}#32;`)
    .replace(/\b(fa[bklrs]?|mdi|logos|aws|azure|gcp|simple-icons):/gi, '$1#58;')
    .replace(listMark, (_, first: string, sign: string) => first + entityOf(sign))
}

function entityOf(mark: string): string {
  return `#${mark.codePointAt(0)};`
}
