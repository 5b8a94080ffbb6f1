/** Turns a refusal of the parser into a place and a sentence: what was expected there. */
import type { PeleError } from 'pele/core'
import type { Problem } from '../problem.ts'

/** What the parser's tokens look like on paper; a token without an entry is not worth naming. */
const tokens: Readonly<Record<string, string>> = {
  SQE: '"]"',
  PE: '")"',
  DIAMOND_STOP: '"}"',
  STADIUMEND: '"])"',
  SUBROUTINEEND: '"]]"',
  CYLINDEREND: '")]"',
  DOUBLECIRCLEEND: '")))"',
  NODE_STRING: 'the name of a component',
  LINK: 'an arrow such as -->',
  END: 'the end of the subgraph ("end")',
  end: 'the end of the subgraph ("end")',
  PIPE: '"|"',
  EDGE_TEXT: 'the label of an arrow',
  NEWLINE: 'a new line',
}

/** A problem with the first line that has content, when the parser names none. */
export function explainSyntax(text: string, error: PeleError | undefined): Problem {
  if (error === undefined || error.code === 'unsupported-diagram') return notAFlowchart(text)
  const place = { line: Math.max(error.line, 1), column: Math.max(error.column, 1) }
  if (error.code === 'limit') {
    return { severity: 'error', ...place, message: `The diagram is too large. ${error.message}` }
  }
  const expected = expectedIn(error.message)
  const what = expected === '' ? 'This cannot be read as a flowchart' : `Expected ${expected}`
  return { severity: 'error', ...place, message: `${what}, found ${foundIn(error)}.` }
}

function notAFlowchart(text: string): Problem {
  const lines = text.split('\n')
  const first = lines.findIndex((line) => line.trim() !== '' && !line.trim().startsWith('%%'))
  const found = first === -1 ? 'nothing' : `"${shorten(lines[first] ?? '')}"`
  return {
    severity: 'error',
    line: Math.max(first, 0) + 1,
    column: 1,
    message: `Expected a Mermaid flowchart that begins with "flowchart LR", found ${found}.`,
  }
}

function expectedIn(message: string): string {
  const listed = /Expecting (.*), got/.exec(message)?.[1] ?? ''
  const words = [...listed.matchAll(/'([^']+)'/g)].map(([, token = '']) => tokens[token] ?? '')
  return [...new Set(words.filter((word) => word !== ''))].slice(0, 4).join(' or ')
}

function foundIn(error: PeleError): string {
  const got = /got '([^']+)'/.exec(error.message)?.[1]
  if (got === '$end' || got === 'EOF') return 'the end of the text'
  const line = error.snippet.split('\n')[0] ?? ''
  return line.trim() === '' ? 'the end of the line' : `"${shorten(line)}"`
}

function shorten(line: string): string {
  const trimmed = line.trim()
  return trimmed.length > 60 ? `${trimmed.slice(0, 57)}…` : trimmed
}
