/** Which notation a text is written in, by its first words; it reads nothing else. */

export type DiagramNotation = 'flowchart' | 'architecture' | 'c4'

export type Detection =
  | { readonly notation: DiagramNotation; readonly line: number }
  /** A diagram of another sort: `name` says which, for a sentence. */
  | { readonly notation: 'other'; readonly name: string; readonly line: number }
  /** No diagram: `found` is its first line, shortened, or empty. */
  | { readonly notation: 'none'; readonly found: string; readonly line: number }

const readable: readonly (readonly [DiagramNotation, RegExp])[] = [
  ['flowchart', /^(?:flowchart(?:-elk)?|graph)\b/],
  ['architecture', /^architecture(?:-beta)?\b/],
  ['c4', /^C4(?:Context|Container|Component|Dynamic|Deployment)\b/],
]

const others: readonly (readonly [RegExp, string])[] = [
  [/^sequenceDiagram\b/, 'a sequence diagram'],
  [/^classDiagram(?:-v2)?\b/, 'a class diagram'],
  [/^stateDiagram(?:-v2)?\b/, 'a state diagram'],
  [/^erDiagram\b/, 'an entity-relationship diagram'],
  [/^gantt\b/, 'a Gantt chart'],
  [/^pie\b/, 'a pie chart'],
  [/^mindmap\b/, 'a mind map'],
  [/^gitGraph\b/, 'a Git graph'],
  [/^journey\b/, 'a user journey'],
  [/^quadrantChart\b/, 'a quadrant chart'],
  [/^requirement(?:Diagram)?\b/, 'a requirement diagram'],
  [/^timeline\b/, 'a timeline'],
  [/^sankey(?:-beta)?\b/, 'a Sankey diagram'],
  [/^xychart(?:-beta)?\b/, 'an XY chart'],
  [/^block(?:-beta)?\b/, 'a block diagram'],
  [/^packet(?:-beta)?\b/, 'a packet diagram'],
  [/^kanban\b/, 'a Kanban board'],
  [/^radar(?:-beta)?\b/, 'a radar chart'],
  [/^treemap(?:-beta)?\b/, 'a treemap'],
  [/^zenuml\b/, 'a ZenUML diagram'],
  [/^(?:venn|ishikawa|treeView|wardley|cynefin|eventmodeling|swimlane)\S*/, 'a chart'],
  [/^info\b/, 'a note about the version of Mermaid'],
]

/** Never fails; front matter, directives and comments before the first words are passed over. */
export function detectDiagram(text: string): Detection {
  const lines = text.split(/\r\n|\r|\n/)
  const index = firstLineOf(lines)
  const line = Math.min(index, lines.length - 1) + 1
  const words = (lines[index] ?? '').trim()
  const known = readable.find(([, pattern]) => pattern.test(words))
  if (known !== undefined) return { notation: known[0], line }
  const other = others.find(([pattern]) => pattern.test(words))
  if (other !== undefined) return { notation: 'other', name: other[1], line }
  return { notation: 'none', found: shorten(words), line }
}

/** Words that begin no sentence, or stand alone: "sequenceDiagram", "xychart-beta", "gantt". */
const unmistakable = /^(?:[a-z]+[A-Z]\w*|\w+-(?:beta|v2)|[a-z]+)\s*$/

/** Whether a line begins a diagram of any sort; used to tell a bare diagram from a document. */
export function beginsDiagram(line: string): boolean {
  const words = line.trim()
  if (readable.some(([, pattern]) => pattern.test(words))) return true
  return unmistakable.test(words) && others.some(([pattern]) => pattern.test(words))
}

function firstLineOf(lines: readonly string[]): number {
  let index = skipFrontMatter(lines)
  while (index < lines.length) {
    const line = (lines[index] ?? '').trim()
    if (line.startsWith('%%{')) index = endOfDirective(lines, index)
    else if (line === '' || line.startsWith('%%')) index += 1
    else break
  }
  return index
}

function skipFrontMatter(lines: readonly string[]): number {
  const open = lines.findIndex((line) => line.trim() !== '')
  if (open === -1 || lines[open]?.trim() !== '---') return 0
  const close = lines.findIndex((line, i) => i > open && line.trim() === '---')
  return close === -1 ? 0 : close + 1
}

/** A directive may run over several lines, and a diagram may begin right behind it. */
function endOfDirective(lines: readonly string[], start: number): number {
  const end = lines.findIndex((line, i) => i >= start && line.includes('}%%'))
  return end === -1 ? lines.length : end + 1
}

export function shorten(line: string): string {
  const trimmed = line.trim()
  return trimmed.length > 60 ? `${trimmed.slice(0, 57)}…` : trimmed
}
