/** Turns a refusal of the parser into a place and a sentence: what was expected there, and what to do. */
import type { PeleError } from 'pele/core'
import type { Problem } from '../problem.ts'
import { shorten } from './detect-diagram.ts'
import { maxDiagramEdges, refusal } from './diagram-model.ts'
import { tooMany } from './limits.ts'

/** What the parser's tokens look like on paper; a token without an entry is not worth naming. */
const tokens: Readonly<Record<string, string>> = {
  SQE: '"]"',
  PE: '")"',
  DIAMOND_STOP: '"}"',
  STADIUMEND: '"])"',
  SUBROUTINEEND: '"]]"',
  CYLINDEREND: '")]"',
  DOUBLECIRCLEEND: '")))"',
  TRAPEND: '"\\]"',
  INVTRAPEND: '"/]"',
  '-)': '"-)"',
  NODE_STRING: 'the name of a component',
  LINK: 'an arrow such as -->',
  END: 'the end of the subgraph ("end")',
  end: 'the end of the subgraph ("end")',
  PIPE: '"|"',
  EDGE_TEXT: 'the label of an arrow',
  NEWLINE: 'a new line',
  SPACE: 'a space',
}
// prettier-ignore
const closing = new Set([
  'SQE', 'PE', 'DIAMOND_STOP', 'STADIUMEND', 'SUBROUTINEEND', 'CYLINDEREND',
  'DOUBLECIRCLEEND', 'TRAPEND', 'INVTRAPEND', '-)', 'PIPE',
])

/** A problem with the first line that has content, when the parser names none. */
export function explainSyntax(text: string, error: PeleError | undefined): Problem {
  if (error === undefined || error.code === 'unsupported-diagram') {
    return refusal(1, 1, 'Expected a Mermaid flowchart that begins with "flowchart LR".')
  }
  if (error.code === 'limit') return tooMany(maxDiagramEdges, 'arrows')
  if (error.line === 0) return withoutPlace(text, error.message)
  const expected = expectedTokens(error.message)
  if (restOfLine(error) === '' && got(error)?.endsWith('LINK') === true)
    return loneArrow(text, error)
  const hint = hintFor(expected, error)
  return refusal(
    error.line,
    error.column,
    `Expected ${namesOf(expected, error)}, found ${foundIn(error)}.${hint}`,
  )
}

function namesOf(expected: readonly string[], error: PeleError): string {
  if (/^\s*(?:flowchart(?:-elk)?|graph)\s+\S*$/.test(lineOf(error))) {
    return 'a direction (LR, RL, TB or BT)'
  }
  const names = [...new Set(expected.map((token) => tokens[token] ?? '').filter((n) => n !== ''))]
  if (names.length > 0) return names.slice(0, 4).join(' or ')
  return 'a component (letters, digits, _ or -), an arrow or a statement'
}

/** An arrow takes the line breaks before it along, so that its place is the end of another line. */
function loneArrow(text: string, error: PeleError): Problem {
  const lines = text.split(/\r\n|\r|\n/)
  const next = lines.findIndex((line, i) => i >= error.line && line.trim() !== '')
  const line = lines[next] ?? ''
  const message = `Expected the name of a component before the arrow, found "${shorten(line)}".`
  return refusal(next + 1, line.search(/\S/) + 1, message)
}

function expectedTokens(message: string): readonly string[] {
  const listed = /Expecting (.*), got/.exec(message)?.[1] ?? ''
  return [...listed.matchAll(/'([^']+)'/g)].map(([, token = '']) => token)
}

/** The usual slips, each with its remedy. */
function hintFor(expected: readonly string[], error: PeleError): string {
  const rest = restOfLine(error)
  const before = lineOf(error).slice(0, Math.max(error.column - 1, 0))
  if (/^->|^=>/.test(rest)) return ' An arrow is written -->.'
  if (/%%/.test(rest) || /%%\s*$/.test(before)) return ' A comment needs a line of its own.'
  if (/^end\b/i.test(rest)) {
    return expected.includes('subgraph')
      ? ' No subgraph is open that this "end" could close.'
      : ' "end" closes a subgraph; a component can be called "End".'
  }
  if (got(error) === '$end' && before.split('"').length % 2 === 0)
    return ' A quote is never closed.'
  const isInLabel = expected.some((token) => closing.has(token)) || /[[({|][^\])}|]*$/.test(before)
  const isCut = got(error) === '$end' && !before.includes('"')
  if (isInLabel && !isCut) return ' A label with brackets or quotes stands in quotes: a["f(x)"].'
  return ''
}

function got(error: PeleError): string | undefined {
  return /got '([^']+)'/.exec(error.message)?.[1]
}

function foundIn(error: PeleError): string {
  const token = got(error)
  if (token === '$end' || token === 'EOF') return 'the end of the text'
  const rest = restOfLine(error)
  if (rest === '') return 'the end of the line'
  return `"${shorten(rest)}"`
}

function lineOf(error: PeleError): string {
  return error.snippet.split('\n')[0] ?? ''
}

function restOfLine(error: PeleError): string {
  return lineOf(error)
    .slice(Math.max(error.column - 1, 0))
    .trim()
}

/** Faults inside `@{ … }` come without a place: the parser names the component or the shape. */
function withoutPlace(text: string, message: string): Problem {
  const [first = message] = message.split('\n')
  const named = /"([^"]+)"|shape: ([\w-]+)/.exec(first)
  const word = named?.[1] ?? named?.[2]
  const lines = text.split(/\r\n|\r|\n/)
  const line =
    word === undefined ? -1 : lines.findIndex((l) => l.includes('@{') && l.includes(word))
  const column = line === -1 || word === undefined ? 0 : (lines[line] ?? '').indexOf(word)
  return refusal(
    line + 1,
    column + 1,
    `Expected data such as @{ shape: cyl, label: "Orders" }. ${first}`,
  )
}
