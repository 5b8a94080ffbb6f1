/**
 * A design document (architecture, "Formats"): Markdown with facts at its head and a Mermaid flowchart.
 * A bare flowchart is a document as well. It judges nothing and looks nothing up.
 */
import { noAnswers } from '#shared/design/answers.ts'
import { designOf, type Design } from '#shared/design/design.ts'
import { readAnswers } from './answers/read-answers.ts'
import { completeScale } from './answers/complete-scale.ts'
import { foldTitles } from './answers/fold-titles.ts'
import { gatherSections, type Group } from './answers/gather-sections.ts'
import { scaleOfFacts } from './answers/read-scale.ts'
import { statedFacts } from './answers/stated-facts.ts'
import { unknownUnits } from './answers/unknown-units.ts'
import { complianceIn } from './answers/stated-laws.ts'
import { readFrontMatter, type FrontMatter } from './front-matter.ts'
import type { Geometry } from './mermaid/geometry.ts'
import { outlineOf, type Item } from './outline.ts'
import { peakBelowAverage } from './peak-below-average.ts'
import { shiftProblems, type Problem } from './problem.ts'
import { readDrawings, type Drawings } from './read-drawings.ts'
import { splitDocument, type DocumentParts, type Section } from './split-document.ts'

export interface ParsedDocument {
  readonly design: Design
  /** The first heading; empty when there is none. */
  readonly title: string
  readonly frontMatter: FrontMatter
  /** Second-level sections as text; a bare diagram has none. */
  readonly sections: readonly Section[]
  /** Where the drawing says that things lie; empty for most documents. */
  readonly geometry: Geometry
  /** `LR`, `TB`, …; how the drawing runs. */
  readonly direction: string
  /** By id: what was made of each component of the drawing, and how surely. */
  readonly inferred: Drawings['inferred']
  /** In the order of the text. One with severity `error` means that a part could not be read. */
  readonly problems: readonly Problem[]
}

/** Never throws for a text; without a readable diagram the graph is empty and a problem says why. */
export function parseDesignDocument(text: string): ParsedDocument {
  const parts = splitDocument(text)
  const facts = factsOf(parts)
  const drawing = readDrawings(parts.diagrams)
  const said = parts.isBare ? nothingSaid : wordsOf(parts)
  const scale = scaleOf(facts.fields, said)
  return {
    design: designOf(drawing.graph, {
      answers: said.groups.length === 0 ? noAnswers : readAnswers(said.groups, drawing.graph),
      scale: scale.scale,
    }),
    title: parts.title || said.title,
    frontMatter: facts.fields,
    sections: parts.sections,
    geometry: drawing.geometry,
    direction: drawing.direction,
    inferred: drawing.inferred,
    problems: [
      ...facts.problems,
      ...contradictions(facts.fields, parts, said.groups),
      ...drawing.problems,
      ...scale.problems,
      ...said.problems,
    ].toSorted((a, b) => a.line - b.line),
  }
}

const nothingSaid = { groups: [], others: [], title: '', problems: [] }

function wordsOf({ lines, start }: DocumentParts) {
  const passages = outlineOf(lines, start)
  const title = passages.find(({ level }) => level === 1)?.title ?? ''
  const { groups, others } = gatherSections(passages)
  return { groups: foldTitles(groups), others, title, problems: unknownUnits(groups) }
}

/** Where estimates are written, the rules hold them against each other. */
function contradictions(
  fields: FrontMatter,
  { frontMatter }: DocumentParts,
  groups: readonly Group[],
) {
  const isEstimated = groups.some(({ meaning }) => meaning.section === 'estimates')
  return frontMatter === undefined || isEstimated ? [] : peakBelowAverage(fields, frontMatter)
}

interface Said {
  readonly groups: readonly Group[]
  readonly others: readonly Item[]
}

/** What the front matter states, completed by what the sections say. */
function scaleOf(fields: FrontMatter, { groups, others }: Said) {
  const completed = completeScale(scaleOfFacts(fields), statedFacts(groups, others), fields)
  const laws = complianceIn(groups, others)
  const isOpen = fields.compliance === undefined && fields.unknown?.includes('compliance') !== true
  if (!isOpen || laws.length === 0) return completed
  return { ...completed, scale: { ...completed.scale, compliance: laws } }
}

function factsOf({ frontMatter, openedAt }: DocumentParts) {
  if (openedAt !== undefined) return { fields: {}, problems: [neverClosed(openedAt)] }
  if (frontMatter === undefined) return { fields: {}, problems: [] }
  const { fields, problems } = readFrontMatter(frontMatter.text)
  return { fields, problems: shiftProblems(problems, frontMatter.line - 1) }
}

function neverClosed(line: number): Problem {
  const message =
    'The front matter is never closed: expected a line of three dashes after its fields.'
  return { severity: 'error', line, column: 1, message }
}
