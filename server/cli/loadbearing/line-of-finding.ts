/** Where in a file a finding is to be looked at, since findings name things and not lines. */
import type { SectionId } from '#shared/design/answers.ts'
import type { Finding } from '#shared/checker/define-rule.ts'
import { meaningOfHeading } from '#shared/exchange/answers/section-of-heading.ts'
import type { Input } from './input.ts'

type Place = Pick<Input, 'text' | 'design'>

/** From 1: its first component, its first arrow or its section; `undefined` when none is written there. */
export function lineOfFinding(
  { nodes, edges, answers }: Pick<Finding, 'nodes' | 'edges' | 'answers'>,
  { text, design }: Place,
): number | undefined {
  const lines = text.split(/\r\n|\r|\n/)
  const [node] = nodes
  if (node !== undefined) return lineOfThing(lines, node)
  const edge = design.graph.edges.find(({ id }) => id === edges[0])
  if (edge !== undefined) return lineOfArrow(lines, edge)
  return answers.map((section) => lineOfSection(lines, section)).find((line) => line !== undefined)
}

/** Where it is drawn with a shape, else where it is named first. */
function lineOfThing(lines: readonly string[], id: string): number | undefined {
  const drawn = new RegExp(String.raw`${nameOf(id)}(?:@\{|[[({>]|:::)`)
  return firstLine(lines, drawn) ?? firstLine(lines, wordOf(id))
}

/** Where both ends stand together, else where it begins. */
function lineOfArrow(
  lines: readonly string[],
  { from, to }: { readonly from: string; readonly to: string },
): number | undefined {
  const [start, end] = [wordOf(from), wordOf(to)]
  const at = lines.findIndex((line) => start.test(line) && end.test(line))
  return at < 0 ? lineOfThing(lines, from) : at + 1
}

function lineOfSection(lines: readonly string[], wanted: SectionId): number | undefined {
  const sections = lines.map((line) => /^#{2,6}\s+(.+)$/.exec(line)?.[1] ?? '')
  const at = sections.findIndex((title) => {
    const section = title === '' ? undefined : meaningOfHeading(title)?.section
    return section === wanted || (section === 'requirements' && wanted.endsWith('requirements'))
  })
  return at < 0 ? undefined : at + 1
}

function firstLine(lines: readonly string[], pattern: RegExp): number | undefined {
  const at = lines.findIndex((line) => pattern.test(line))
  return at < 0 ? undefined : at + 1
}

function wordOf(id: string): RegExp {
  return new RegExp(String.raw`${nameOf(id)}(?![\w-])`)
}

function nameOf(id: string): string {
  return String.raw`(?<![\w-])${id.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}`
}
