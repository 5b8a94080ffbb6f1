/**
 * The words of a design document as sections of items: list entries with what is nested in them, rows of
 * tables, paragraphs and blocks of code, each with its place. It knows Markdown and gives no meaning to words.
 */

import {
  beginsEntry,
  clauseNumber,
  isWrapped,
  leadOf,
  plainText,
  type Lead,
} from './outline-lines.ts'

export interface Item {
  /** On one line, without marks of emphasis and links; of code, the lines as they are. */
  readonly text: string
  /** Counted from 1. */
  readonly line: number
  readonly column: number
  /** `titled`: a heading of its own with everything below it as children. */
  readonly form: 'bullet' | 'numbered' | 'paragraph' | 'code' | 'row' | 'titled'
  readonly children: readonly Item[]
  /** Of a row: its cells under the headings of their columns, in lower case. */
  readonly cells?: readonly { readonly head: string; readonly text: string }[]
  /** What an export wrote behind it that the words do not say. */
  readonly exact?: string
  /** Bold words at its start that act as a heading, and what follows them: "**Failures.** Redis lost: …". */
  readonly lead?: Lead
}

/** A heading with what follows it, up to the next heading of any level. */
export interface Passage {
  /** 1 to 6 for "#" to "######", 7 for a line that only acts as a heading; 0 for what comes before any. */
  readonly level: number
  readonly title: string
  readonly line: number
  readonly items: readonly Item[]
}

interface Draft {
  text: string
  line: number
  column: number
  form: Item['form']
  children: Draft[]
  cells?: readonly { readonly head: string; readonly text: string }[]
  exact?: string
  lead?: Lead
}

interface Open {
  readonly indent: number
  readonly draft: Draft
}

const fence = /^\s*(`{3,}|~{3,})\s*(\S*)/
const heading = /^ {0,3}(#{1,6})\s+(.*?)(?:\s+#+)?\s*$/
const bullet = /^(\s*)(?:([-*+•‣–])|(\d{1,4}|[a-zA-Z])[.)])\s+(.*)$/
const exactly = /\s*<!--\s*exactly\b([\s\S]*?)-->/
const separator = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/

/** Passages of a text from a line on (counted from 0); blocks of Mermaid are left out. */
export function outlineOf(lines: readonly string[], start = 0): readonly Passage[] {
  // A pattern's dot stops at these two, though no editor shows a new line there.
  const plain = lines.map((line) => line.replace(/[\u2028\u2029]/g, ' '))
  return new Outline(plain, start).run()
}

class Outline {
  private readonly passages: { level: number; title: string; line: number; items: Draft[] }[] = []
  private open: Open[] = []
  private paragraph: { line: number; texts: string[] } | undefined

  constructor(
    private readonly lines: readonly string[],
    private readonly start: number,
  ) {
    this.passages.push({ level: 0, title: '', line: start + 1, items: [] })
  }

  run(): readonly Passage[] {
    for (let i = this.start; i < this.lines.length; i += 1) i = this.read(i)
    this.endParagraph()
    return this.passages
  }

  /** Reads the line and answers the last line that belongs to what began there. */
  private read(i: number): number {
    const line = this.lines[i] ?? ''
    const fenced = fence.exec(line)
    if (fenced !== null) return this.readFence(i, fenced)
    if (line.trimStart().startsWith('<!--')) return this.readComment(i)
    if (this.isSetext(i)) return this.readSetext(i)
    if (this.isTable(i)) return this.readTable(i)
    const title = heading.exec(line)
    if (title === null) this.readText(line, i)
    else this.startPassage((title[1] ?? '#').length, title[2] ?? '', i)
    return i
  }

  private isTable(i: number): boolean {
    const next = this.lines[i + 1] ?? ''
    return (this.lines[i] ?? '').includes('|') && separator.test(next)
  }

  private isSetext(i: number): boolean {
    const line = this.lines[i] ?? ''
    const next = this.lines[i + 1] ?? ''
    if (line.trim() === '' || bullet.test(line) || this.paragraph !== undefined) return false
    return /^ {0,3}(?:={3,}|-{3,})\s*$/.test(next)
  }

  private readSetext(i: number): number {
    const level = (this.lines[i + 1] ?? '').trim().startsWith('=') ? 1 : 2
    this.startPassage(level, (this.lines[i] ?? '').trim(), i)
    return i + 1
  }

  private startPassage(level: number, title: string, i: number): void {
    this.endParagraph()
    this.open = []
    this.passages.push({ level, title: plainText(title), line: i + 1, items: [] })
  }

  private readFence(i: number, [, marks = '', word = '']: RegExpExecArray): number {
    this.endParagraph()
    let end = i + 1
    while (end < this.lines.length && !closes(this.lines[end] ?? '', marks)) end += 1
    if (word.toLowerCase() === 'mermaid') return end
    const text = this.lines.slice(i + 1, end).join('\n')
    this.add({ text, line: i + 2, column: 1, form: 'code', children: [] }, this.open.at(-1)?.draft)
    return end
  }

  private readComment(i: number): number {
    let end = i
    while (end < this.lines.length - 1 && !(this.lines[end] ?? '').includes('-->')) end += 1
    const text = this.lines.slice(i, end + 1).join('\n')
    const [, exact] = exactly.exec(text) ?? []
    if (exact === undefined) this.endParagraph()
    else this.attach(exact.trim())
    const after = text.slice(text.indexOf('-->') + 3)
    if (text.includes('-->') && after.trim() !== '') this.readText(after, end)
    return end
  }

  private attach(exact: string): void {
    this.endParagraph()
    const last = this.open[0]?.draft ?? this.passages.at(-1)?.items.at(-1)
    if (last !== undefined) last.exact = exact
  }

  private readTable(i: number): number {
    this.endParagraph()
    this.open = []
    const heads = cellsOf(this.lines[i] ?? '').map((head) => head.toLowerCase())
    let end = i + 1
    for (let at = i + 2; at < this.lines.length; at += 1) {
      const line = this.lines[at] ?? ''
      if (!line.includes('|') || line.trim() === '') break
      end = at
      const cells = cellsOf(line).map((text, n) => ({ head: heads[n] ?? '', text }))
      const texts = cells.map(({ text }) => text).filter((text) => text !== '')
      if (texts.length === 0) continue
      this.add({
        text: texts.join(' | '),
        line: at + 1,
        column: 1,
        form: 'row',
        children: [],
        cells,
      })
    }
    return end
  }

  private readText(line: string, i: number): void {
    if (line.trim() === '' || /^\s*(?:[-*+•]|-{3,}|\*{3,}|_{3,})\s*$/.test(line)) {
      this.endParagraph()
      return
    }
    const entry = bullet.exec(line)
    if (entry !== null) this.addBullet(entry, i)
    else if (!this.continues(line, i)) this.addLine(line, i)
  }

  /** A line goes on with the entry above when it is indented, or when that one was broken for its length. */
  private continues(line: string, i: number): boolean {
    const last = this.open.at(-1)?.draft
    if (last === undefined) return false
    if (!/^(?: {2}|\t)/.test(line) && !isWrapped(this.lines[i - 1] ?? '')) return false
    last.text = `${last.text} ${plainText(line)}`.trim()
    return true
  }

  private addLine(line: string, i: number): void {
    this.open = []
    const text = line.replace(/^\s*>\s?/, '').replace(clauseNumber, '')
    if (this.paragraph === undefined) this.paragraph = { line: i + 1, texts: [text] }
    else this.paragraph.texts.push(text)
  }

  private addBullet([, space = '', mark, , rest = '']: RegExpExecArray, i: number): void {
    this.endParagraph()
    const indent = space.replaceAll('\t', '    ').length
    while (this.open.length > 0 && (this.open.at(-1)?.indent ?? 0) >= indent) this.open.pop()
    const [, exact] = exactly.exec(rest) ?? []
    const text = plainText(rest.replace(exactly, '').replace(/^\[[ xX]\]\s+/, ''))
    const draft: Draft = {
      text,
      line: i + 1,
      column: space.length + 1,
      form: mark === undefined ? 'numbered' : 'bullet',
      children: [],
      ...leadOf(rest),
      ...(exact === undefined ? {} : { exact: exact.trim() }),
    }
    this.add(draft, this.open.at(-1)?.draft)
    this.open.push({ indent, draft })
  }

  private add(draft: Draft, parent?: Draft): void {
    if (parent === undefined) this.passages.at(-1)?.items.push(draft)
    else parent.children.push(draft)
  }

  /** Lines of one paragraph belong together where they look wrapped; short lines stand alone. */
  private endParagraph(): void {
    const { paragraph } = this
    this.paragraph = undefined
    if (paragraph === undefined) return
    const { line, texts } = paragraph
    const isOne = texts.slice(0, -1).every(isWrapped) && !texts.slice(1).some(beginsEntry)
    const whole = isOne ? [texts.join(' ')] : texts
    for (const [n, text] of whole.entries()) {
      this.add({
        text: plainText(text),
        line: line + n,
        column: 1,
        form: 'paragraph',
        children: [],
        ...leadOf(text),
      })
    }
  }
}

function closes(line: string, marks: string): boolean {
  const [, found = '', word] = fence.exec(line) ?? []
  return found.startsWith(marks) && word === ''
}

function cellsOf(line: string): readonly string[] {
  const inner = line.trim().replace(/^\|/, '').replace(/\|$/, '')
  return inner.split(/(?<!\\)\|/).map((cell) => plainText(cell.replaceAll('\\|', '|')))
}

/** An entry with what is nested in it, on one line. */
export function textOf(item: Item): string {
  const below = item.children.map(textOf).join('; ')
  const own = item.form === 'code' ? item.text.replace(/\s+/g, ' ').trim() : item.text
  if (below === '') return own
  return own === '' ? below : `${own.replace(/[:.;]$/, '')}: ${below}`
}

/** Length of the longest text of an entry or of anything nested in it. */
export function lengthOf(item: Item): number {
  return Math.max(item.text.length, ...item.children.slice(0, 1000).map(lengthOf))
}

/** The cell of a row whose column has such a heading; empty when there is none. */
export function cellOf(item: Item, head: RegExp): string {
  return item.cells?.find((cell) => head.test(cell.head))?.text ?? ''
}
