/** Stated numbers with what they are about, from lines such as "Peak reads: 4,600 requests/s" and from sentences. */
import type { Estimate } from '#shared/design/answers.ts'
import type { Item } from '../outline.ts'
import { quantitiesIn, type Quantity } from './quantity.ts'
import { secondsPer } from './quantity-unit.ts'

/** Every number of an entry that says what it is; none for a line without numbers. */
export function readEstimates(item: Item): readonly Estimate[] {
  if (item.form === 'row') return readRow(item)
  const own = estimatesIn(item.text)
  const label = labelOf(item.text).label || item.text.replace(/:$/, '')
  const below = item.children.flatMap((child) =>
    readEstimates(child).map((estimate) => under(own.length === 0 ? label : '', estimate)),
  )
  return [...own, ...below]
}

function under(label: string, estimate: Estimate): Estimate {
  if (label === '') return estimate
  return {
    ...estimate,
    name: `${label} ${estimate.name}`.trim(),
    text: `${label}: ${estimate.text}`,
  }
}

/** The estimates of one line. */
export function estimatesIn(line: string): readonly Estimate[] {
  const { label, rest, at } = labelOf(line)
  const result = label === '' ? -1 : lastResult(rest)
  const all = quantitiesIn(line).filter(({ start }) => start >= at)
  const wanted = result === -1 ? all : resultsOf(line, all, at + result)
  const said = wanted.filter((quantity) => quantity.isNamed)
  const kept = said.length === 0 && label !== '' ? wanted.slice(0, 1) : said
  return kept.map((quantity, i) => {
    const before = kept[i - 1]
    const previous =
      before === undefined ? (result === -1 ? at : quantity.start) : endOf(line, before)
    return estimateOf(
      quantity,
      nameOf(line, { label, quantity, from: previous, isFirst: i === 0 }),
      line,
    )
  })
}

/** What was reckoned, and further numbers that say what they are: "35/s average, 175/s peak". */
function resultsOf(line: string, all: readonly Quantity[], from: number): readonly Quantity[] {
  const after = all.filter(({ start }) => start >= from)
  return after.filter((one, i) => i === 0 || qualifier.test(line.slice(one.end)))
}

/** "230 per second on average" is said of the number before it. */
const qualifier =
  /^\s*(?:\(?(?:on average|avg\.?|average|at (?:the )?peak|in peak|peak|mean|at most|max\.?|maximum|in total|total)\)?)(?![\p{L}\d])/iu

function endOf(line: string, { end }: Quantity): number {
  return end + (qualifier.exec(line.slice(end))?.[0].length ?? 0)
}

function estimateOf(quantity: Quantity, name: string, text: string): Estimate {
  const { value, perSeconds = periodOf(name, quantity) } = quantity
  const isRate =
    quantity.dimension === 'count' &&
    perSeconds === undefined &&
    /\b(?:qps|rps|tps|(?:requests|queries|messages|writes|reads) (?:per|a|\/) ?s(?:ec(?:ond)?)?)\b/i.test(
      name,
    )
  const dimension = isRate ? 'rate' : quantity.dimension
  return { name, value, dimension, ...(perSeconds === undefined ? {} : { perSeconds }), text }
}

/** "Storage per year: 3.65 TB" says the period in its name. */
function periodOf(name: string, { dimension }: Quantity): number | undefined {
  if (dimension !== 'data' && dimension !== 'count' && dimension !== 'money') return undefined
  const period =
    /\b(?:per|a|each|every)\s(hour|day|week|month|year)\b|\b(hour|dai|week|month|year|annual)ly\b/i.exec(
      name,
    )
  const word = (period?.[1] ?? period?.[2])?.toLowerCase() ?? ''
  const key = { dai: 'day', annual: 'year' }[word] ?? word
  return Object.entries(secondsPer).find(([unit]) => unit === key)?.[1]
}

function labelOf(line: string): { label: string; rest: string; at: number } {
  const match = /^([^:=≈]{1,60}?)\s*(?::(?=\s)|=|≈|~(?=\s?\d)|\s[–—]\s)\s*/.exec(line)
  const label = match?.[1] ?? ''
  const isName = label !== '' && /\p{L}/u.test(label) && !startsWithNumber(label)
  if (match === null || !isName) return { label: '', rest: line, at: 0 }
  return { label: label.trim(), rest: line.slice(match[0].length), at: match[0].length }
}

function startsWithNumber(label: string): boolean {
  return /^[~≈$€£]*\s?\d/.test(label.trim())
}

/** Where what was reckoned stands: behind the last sign of equality. */
function lastResult(rest: string): number {
  const signs = [...rest.matchAll(/[=≈→]\s*~?\s?[$€£]?(?=\d)/g)]
  return signs.at(-1)?.index ?? -1
}

interface Naming {
  readonly label: string
  readonly quantity: Quantity
  readonly from: number
  readonly isFirst: boolean
}

function nameOf(line: string, { label, quantity, from, isFirst }: Naming): string {
  const lead = line.slice(from, quantity.start).split(/[;,:.(]\s+|=|≈|→/)
  const before = wordsOf(lead.at(-1) ?? '')
  const rest = line.slice(quantity.end)
  const said = wordsOf(qualifier.exec(rest)?.[0] ?? '')
  if (said !== '') return joined(label, before || quantity.noun, said)
  if (label !== '' && isFirst) return joined(label, before)
  const after = before === '' ? wordsOf(/^[^;,:.()=≈→\d]{0,40}/.exec(rest)?.[0] ?? '') : ''
  return joined(label, before, quantity.noun, after)
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ')
}

function wordsOf(text: string): string {
  return text
    .replace(/[~≈<>=≤≥*×+/|–—-]+/g, ' ')
    .replace(
      /\b(?:is|are|was|means?|gives?|makes?|about|around|roughly|approximately|approx|of|and|or|at most|up to|a|an|the|with|for|that|we|expect|assume|assuming)\b\.?/gi,
      ' ',
    )
    .replace(/\s+/g, ' ')
    .trim()
}

/** Columns that say how a figure is meant, each of which states one. */
const aspects = /^(?:avg|average|mean|peak|max(?:imum)?|p\s?\d\d|median|normal|busy)\b/

/** A row names its number in the first cell; a second column may hold how it was reckoned. */
function readRow(item: Item): readonly Estimate[] {
  const cells = item.cells ?? []
  const [first, ...rest] = cells
  if (first === undefined) return []
  const aspected = rest.filter(({ head, text }) => aspects.test(head) && text !== '')
  if (aspected.length > 0) {
    return aspected.flatMap((cell) => {
      const name = `${first.text} ${cell.head}`
      const [quantity] = estimatesIn(`${name}: ${cell.text}`)
      return quantity === undefined ? [] : [{ ...quantity, name, text: `${name}: ${cell.text}` }]
    })
  }
  const value =
    rest.find(({ head }) => /value|result|estimate|total|amount|number/.test(head)) ??
    rest.find((cell) => quantitiesIn(cell.text).length > 0)
  const sums = rest.filter((cell) => cell !== value && cell.text !== '').map((cell) => cell.text)
  const text = `${first.text}: ${[...sums, value?.text ?? ''].join(' = ')}`
  const [quantity] = estimatesIn(text)
  return quantity === undefined ? [] : [{ ...quantity, name: first.text, text }]
}
