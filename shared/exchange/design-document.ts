/**
 * A design document (architecture, "Formats"): Markdown with facts at its head and a Mermaid flowchart.
 * A bare flowchart is a document as well. It judges nothing and looks nothing up.
 */
import { noAnswers } from '#shared/design/answers.ts'
import { designOf, emptyGraph, type Design } from '#shared/design/design.ts'
import { readAnswers } from './answers/read-answers.ts'
import { scaleOfFacts } from './answers/read-scale.ts'
import { readFrontMatter, type FrontMatter } from './front-matter.ts'
import { readMermaid } from './mermaid/read-mermaid.ts'
import { outlineOf } from './outline.ts'
import { shiftProblems, type Problem } from './problem.ts'
import { splitDocument, type DocumentParts, type Section } from './split-document.ts'

export interface ParsedDocument {
  readonly design: Design
  /** The first heading; empty when there is none. */
  readonly title: string
  readonly frontMatter: FrontMatter
  /** Second-level sections as text; a bare diagram has none. */
  readonly sections: readonly Section[]
  /** In the order of the text. One with severity `error` means that a part could not be read. */
  readonly problems: readonly Problem[]
}

/** Never throws for a text; without a readable diagram the graph is empty and a problem says why. */
export function parseDesignDocument(text: string): ParsedDocument {
  const parts = splitDocument(text)
  const facts = factsOf(parts)
  const drawing = drawingOf(parts)
  return {
    design: designOf(drawing.graph, {
      answers: parts.isBare
        ? noAnswers
        : readAnswers(outlineOf(parts.lines, parts.start), drawing.graph),
      scale: scaleOfFacts(facts.fields),
    }),
    title: parts.title,
    frontMatter: facts.fields,
    sections: parts.sections,
    problems: [...facts.problems, ...drawing.problems],
  }
}

function factsOf({ frontMatter }: DocumentParts) {
  if (frontMatter === undefined) return { fields: {}, problems: [] }
  const { fields, problems } = readFrontMatter(frontMatter.text)
  return { fields, problems: shiftProblems(problems, frontMatter.line - 1) }
}

function drawingOf({ diagram }: DocumentParts) {
  if (diagram === undefined) return { graph: emptyGraph, problems: [noDiagram] }
  const { graph, problems } = readMermaid(diagram.text)
  const shifted = shiftProblems(problems, diagram.line - 1)
  return { graph, problems: diagram.isClosed ? shifted : [unclosed(diagram.line - 1), ...shifted] }
}

const noDiagram: Problem = {
  severity: 'error',
  line: 1,
  column: 1,
  message: 'Expected a ```mermaid block or a text that begins with "flowchart LR", found neither.',
}

function unclosed(line: number): Problem {
  const message = 'This block of Mermaid is never closed: expected a line of ``` after it.'
  return { severity: 'error', line, column: 1, message }
}
