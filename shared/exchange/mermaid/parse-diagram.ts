/**
 * Mermaid text → a drawing, whatever its notation. Diagrams that show no components (sequence, state,
 * entities …) are refused by name; a text that cannot be read is refused with its place.
 */
import type { Problem } from '../problem.ts'
import { detectDiagram, type Detection } from './detect-diagram.ts'
import { isProblem, maxDiagramLength, refusal, type DiagramModel } from './diagram-model.ts'
import { parseArchitecture } from './parse-architecture.ts'
import { parseC4 } from './parse-c4.ts'
import { parseFlowchart } from './parse-flowchart.ts'
import { withinLimits } from './limits.ts'

/** The drawing, or why there is none. Never throws for a text, however broken. */
export function parseDiagram(text: string): DiagramModel | Problem {
  if (text.length > maxDiagramLength) return tooLong(text.length)
  const { text: diagram, lines } = unwrapped(text)
  const model = parseDetected(diagram, detectDiagram(diagram))
  if (isProblem(model)) return { ...model, line: model.line + lines }
  const problems = model.problems.map((problem) => ({ ...problem, line: problem.line + lines }))
  return withinLimits({ ...model, problems })
}

function parseDetected(text: string, found: Detection): DiagramModel | Problem {
  switch (found.notation) {
    case 'flowchart':
      return parseFlowchart(text)
    case 'architecture':
      return parseArchitecture(text, found.line)
    case 'c4':
      return parseC4(text, found.line)
    case 'other':
      return refusal(found.line, 1, otherDiagram(found.name))
    case 'none':
      return refusal(found.line, 1, noDiagram(found.found))
    default:
      return found satisfies never
  }
}

function otherDiagram(name: string): string {
  return `This is ${name}, which draws no components: expected a flowchart, an architecture or a C4 diagram.`
}

function noDiagram(found: string): string {
  const what = found === '' ? 'nothing' : `"${found}"`
  return `Expected a Mermaid flowchart that begins with "flowchart LR", found ${what}.`
}

function tooLong(length: number): Problem {
  const [has, most] = [length, maxDiagramLength].map((count) => count.toLocaleString('en-US'))
  return refusal(
    1,
    1,
    `The diagram is too large: ${has} characters, and ${most} are read at most. Split it into several.`,
  )
}

const fence = /^\s*(`{3,}|~{3,}|:::)\s*\{?\.?mermaid\b[^\n]*$/i

/** The inside of a fenced block, when people paste the fence along, and the lines that came before it. */
function unwrapped(text: string): { readonly text: string; readonly lines: number } {
  const clean = text.replace(/^\uFEFF/, '')
  if (detectDiagram(clean).notation !== 'none') return { text: clean, lines: 0 }
  const lines = clean.split(/\r\n|\r|\n/)
  const open = lines.findIndex((line) => fence.test(line))
  const marks = fence.exec(lines[open] ?? '')?.[1]
  if (marks === undefined) return { text: clean, lines: 0 }
  const close = lines.findIndex((line, i) => i > open && line.trim().startsWith(marks))
  const inside = lines.slice(open + 1, close === -1 ? lines.length : close)
  return { text: inside.join('\n'), lines: open + 1 }
}
