/** The sentences, rows and lines of code of a document that may state a fact of scale. */
import type { SectionId } from '#shared/design/answers.ts'
import type { Item } from '../outline.ts'
import { maxEntryLength } from '../outline-lines.ts'
import type { Group } from './gather-sections.ts'
import { quantitiesIn } from './quantity.ts'

export interface Line {
  readonly text: string
  readonly section: SectionId | 'requirements' | 'none'
  readonly line: number
  readonly column: number
}

type Place = Omit<Line, 'section'>

const sources: ReadonlySet<string> = new Set([
  'requirements',
  'functional-requirements',
  'non-functional-requirements',
  'estimates',
  'operations',
  'failures',
])

/** Sentences of the sections that speak of scale. */
export function linesOf(groups: readonly Group[]): readonly Line[] {
  return groups
    .filter(({ meaning }) => meaning.priority !== 'out' && sources.has(meaning.section))
    .flatMap(({ meaning, items, heading = '' }) =>
      items
        .flatMap((item) => placesOf(item))
        .map((place) => ({ ...underHeading(heading, place), section: meaning.section })),
    )
    .filter(({ text }) => text.length <= maxEntryLength)
}

/** Lines of what stands under no known heading: an introduction, an overview. */
export function otherLines(items: readonly Item[]): readonly Line[] {
  return items
    .flatMap((item) => placesOf(item))
    .filter(({ text }) => text.length <= maxEntryLength)
    .map((place) => ({ ...place, section: 'none' as const }))
}

/** "Availability" above "99.9 % a month" is half of the statement. */
function underHeading(heading: string, place: Place): Place {
  const isGoal = /^(?:availability|uptime|latency|response times?|performance)\b/i.test(heading)
  return isGoal ? { ...place, text: `${heading}: ${place.text}` } : place
}

function placesOf(item: Item): readonly Place[] {
  const { line, column } = item
  if (item.form === 'code') {
    return item.text.split('\n').map((text, n) => ({ text, line: line + n, column }))
  }
  const own = item.form === 'row' ? textsOfRow(item) : [item.text]
  const texts = item.form === 'row' ? own : own.flatMap(sentencesOf)
  const said = texts.flatMap(pairedOf).map((text) => ({ text, line, column }))
  const isLabel = item.text.endsWith(':')
  const below = item.children.flatMap(placesOf)
  return [
    ...said,
    ...(isLabel ? below.map((child) => ({ ...child, text: `${item.text} ${child.text}` })) : below),
  ]
}

function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[^.\d][.!?])\s+(?=[A-Z])|(?<=\d\.)\s+(?=[A-Z][a-z]+\s)/)
}

/** "RTO / RPO: 4 h / 10 min" and "Average and peak load: 40/s and 350/s" state two things each. */
function pairedOf(text: string): readonly string[] {
  const match = /^([^:]{2,60}?)\s*:\s+(.{2,160})$/.exec(text)
  if (match === null) return [text]
  const [heads, values] = [halves(match[1] ?? ''), halves(match[2] ?? '')]
  if (heads === undefined || values === undefined) return [text]
  const [left, right] = heads
  const isOfBoth = /\b(?:peak|avg|average|mean|rto|rpo|p\d\d|max\w*)\b/i
  if (!isOfBoth.test(left) || !isOfBoth.test(right)) return [text]
  if (values.some((value) => quantitiesIn(value).length === 0)) return [text]
  const tail = right.split(' ').slice(1).join(' ')
  const head = left.split(' ').length === 1 && tail !== '' ? `${left} ${tail}` : left
  return [`${head}: ${values[0]}`, `${right}: ${unitOf(values)}`]
}

/** "900 / 4,200 per second" gives both the unit of the last; it is kept where it stands. */
function unitOf([, right]: readonly [string, string]): string {
  return right
}

function halves(text: string): readonly [string, string] | undefined {
  const parts = text.split(/\s+(?:\/|and|&|\+)\s+|\s*\/\s*(?=RPO|RTO|p\d)/i)
  const [left, right] = parts
  return parts.length === 2 && left !== undefined && right !== undefined ? [left, right] : undefined
}

const results =
  /\b(?:values?|results?|estimates?|totals?|targets?|goals?|objectives?|amounts?|figures?|slos?|how much|wert|ziel)\b/
const sums = /\b(?:calculations?|formula|how|basis|derivation|reckoned|notes?|remarks?|source)\b/
const aspects = /^(?:avg|average|mean|peak|max(?:imum)?|p\s?\d\d(?:\.\d)?|median|normal|busy)\b/

/** A row as statements; where columns are "average" and "peak", or percentiles, each cell is one. */
function textsOfRow({ text, cells = [] }: Item): readonly string[] {
  const [first, ...rest] = cells
  if (first === undefined) return [text]
  const filled = rest.filter((cell) => cell.text !== '')
  const aspected = filled.filter(({ head }) => aspects.test(head))
  if (aspected.length > 0) {
    return aspected.map((cell) => `${first.text} ${cell.head}: ${cell.text}`)
  }
  const result = filled.find(({ head }) => results.test(head)) ?? lastNumber(filled)
  if (result === undefined) return [text.replace(' | ', ': ').replaceAll(' | ', '; ')]
  const at = cells.indexOf(result)
  const label = cells.slice(0, at).filter(({ head, text: said }) => said !== '' && !sums.test(head))
  // A number in the first cells says which row it is and nothing more.
  const names = label.map(({ text: said }) => said).filter((said) => /\p{L}{2}/u.test(said))
  return [`${names.join(' ').replaceAll(':', '')}: ${result.text}`]
}

function lastNumber(cells: NonNullable<Item['cells']>) {
  const said = cells.filter(({ head }) => !sums.test(head))
  return (
    said.find((cell) => quantitiesIn(cell.text).some(({ isNamed }) => isNamed)) ??
    said.find((cell) => /\d/.test(cell.text))
  )
}
