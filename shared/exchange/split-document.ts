/** A design document cut into its parts, each with the line that it begins on. It reads none of them. */
import { beginsDiagram } from './mermaid/detect-diagram.ts'

export interface TextBlock {
  /** Line of its first content, counted from 1. */
  readonly line: number
  readonly text: string
}

export interface Section extends TextBlock {
  readonly title: string
}

export interface Diagram extends TextBlock {
  readonly isClosed: boolean
}

export interface DocumentParts {
  readonly frontMatter?: TextBlock
  /** Line of the dashes that open a front matter that nothing closes. */
  readonly openedAt?: number
  readonly title: string
  /** Blocks of Mermaid in their order. */
  readonly diagrams: readonly Diagram[]
  /** Second-level headings with what follows them, the diagram included where it stands. */
  readonly sections: readonly Section[]
  /** The whole text, and the number of lines before the body. */
  readonly lines: readonly string[]
  readonly start: number
  /** Whether the body is a diagram and nothing else. */
  readonly isBare: boolean
}

const fence = /^ {0,3}(`{3,}|~{3,})\s*(\S*)/

/**
 * Parts of any text; a bare diagram, with or without front matter, is a document of a diagram alone. It ends
 * at the first heading, since Mermaid knows none, and makes a document with what follows.
 */
export function splitDocument(text: string): DocumentParts {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  const head = frontMatterOf(lines)
  const start = head?.end ?? 0
  const parts = {
    ...(head === undefined ? openingOf(lines) : { frontMatter: head.block }),
    ...scanBody(lines, start),
    lines,
    start,
    isBare: false,
  }
  if (parts.diagrams.length > 0 || !isBareDiagram(lines, start)) return parts
  const length = lines.slice(start).findIndex((line) => /^#{1,6}\s+\S/.test(line))
  const end = length === -1 ? lines.length : start + length
  const diagram = { line: start + 1, text: lines.slice(start, end).join('\n'), isClosed: true }
  if (length === -1) return { ...parts, diagrams: [diagram], sections: [], isBare: true }
  return { ...parts, diagrams: [diagram], start: end }
}

function frontMatterOf(lines: readonly string[]): { block: TextBlock; end: number } | undefined {
  const first = lines.findIndex((line) => line.trim() !== '')
  if (first === -1 || lines[first]?.trim() !== '---') return undefined
  const length = lines.slice(first + 1).findIndex((line) => /^(?:---|\.\.\.)\s*$/.test(line))
  if (length === -1) return undefined
  const content = lines.slice(first + 1, first + 1 + length).join('\n')
  return { block: { line: first + 2, text: content }, end: first + 2 + length }
}

/** Dashes above a field, and none below it. */
function openingOf(lines: readonly string[]): { openedAt?: number } {
  const first = lines.findIndex((line) => line.trim() !== '')
  const isOpen =
    lines[first]?.trim() === '---' && /^[A-Za-z]\w*:(?:\s|$)/.test(lines[first + 1] ?? '')
  return isOpen ? { openedAt: first + 1 } : {}
}

function isBareDiagram(lines: readonly string[], start: number): boolean {
  // A directive may span lines, of which only the first begins with two signs.
  const text = lines
    .slice(start)
    .join('\n')
    .replaceAll(/%%\{[\s\S]*?\}%%/g, '')
  const body = text.split('\n').map((line) => line.trim())
  const first = body.find((line) => line !== '' && !line.startsWith('%%'))
  return first !== undefined && beginsDiagram(first)
}

interface Body {
  title: string
  diagrams: Diagram[]
  sections: Section[]
}

function scanBody(lines: readonly string[], start: number): Body {
  const body: Body = { title: '', diagrams: [], sections: [] }
  for (let i = start; i < lines.length; i += 1) {
    const line = lines[i] ?? ''
    const open = fence.exec(line)
    if (open !== null) {
      const end = endOfFence(lines, i, open[1] ?? '')
      if (/^\{?\.?mermaid\b/i.test(open[2] ?? '')) {
        const text = lines.slice(i + 1, end).join('\n')
        body.diagrams.push({ line: i + 2, text, isClosed: end < lines.length })
      }
      addText(body, lines.slice(i, end + 1))
      i = end
    } else addLine(body, line, i)
  }
  return body
}

function addLine(body: Body, line: string, position: number): void {
  const [, marks, title = ''] = /^(#{1,2})\s+(.*?)\s*#*$/.exec(line) ?? []
  if (marks === '#' && body.title === '') body.title = title
  else if (marks === '##') body.sections.push({ title, line: position + 2, text: '' })
  else addText(body, [line])
}

function addText(body: Body, lines: readonly string[]): void {
  const last = body.sections.pop()
  if (last === undefined) return
  body.sections.push({ ...last, text: last.text + lines.join('\n') + '\n' })
}

function endOfFence(lines: readonly string[], open: number, marks: string): number {
  const close = lines.findIndex((line, i) => {
    const [, found = '', word] = i > open ? (fence.exec(line) ?? []) : []
    return found.startsWith(marks) && word === ''
  })
  return close === -1 ? lines.length : close
}
