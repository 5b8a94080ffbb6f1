/**
 * Facts of scale that sections state in words: users, load, latency, availability, RTO, RPO, retention,
 * budget. Only what a sentence says outright is a fact; a number whose meaning is open is none.
 */
import type { Item } from '../outline.ts'
import { valueOf, type Clause } from './fact-finders.ts'
import type { FactField } from './fact-field.ts'
import { linesOf, otherLines, type Line } from './fact-lines.ts'
import type { Group } from './gather-sections.ts'
import { quantitiesIn, type Quantity } from './quantity.ts'
import { readsPerWriteIn } from './stated-ratio.ts'

export interface Fact {
  readonly field: FactField
  readonly value: number
  /** Whether the line is about nothing else, so that it may be held against another statement. */
  readonly isPlain: boolean
  readonly line: number
  readonly column: number
}

/** Facts in the order of the text; what stands under no heading fills only what the sections leave open. */
export function statedFacts(
  groups: readonly Group[],
  others: readonly Item[] = [],
): readonly Fact[] {
  const facts = linesOf(groups).flatMap(factsOf)
  const known = new Set(facts.map(({ field }) => field))
  const further = otherLines(others)
    .flatMap(factsOf)
    .filter(({ field }) => !known.has(field))
    .map((fact) => ({ ...fact, isPlain: false }))
  return [...facts, ...further]
}

function factsOf(line: Line): readonly Fact[] {
  const quantities = quantitiesIn(line.text)
  const found: Fact[] = []
  const { line: at, column } = line
  const hasRate = quantities.some(({ dimension }) => dimension === 'rate')
  for (const [i, quantity] of quantities.entries()) {
    const clause = { ...clauseOf(line.text, quantities, i), hasRate }
    const value = valueOf(quantity, clause, line)
    if (value === undefined) continue
    const isPlain = quantities.length === 1 && plain.test(line.text)
    found.push({ ...value, isPlain, line: at, column })
  }
  return [...found, ...ratioIn(line)]
}

/** "Peak QPS: …" is about the fact itself; "Peak reads: …" only about a part of it. */
const plain =
  /^(?:(?:peak|average|avg)? ?(?:qps|rps)|dau|daily (?:active )?users|availability(?: target)?|uptime|slo|rto|rpo|recovery (?:time|point)(?: objective)?|(?:p\d\d )?latency|regions|budget|team(?: size)?|retention)\s*(?::|=)/i

/** The words around a number, up to the numbers beside it. */
function clauseOf(
  text: string,
  quantities: readonly Quantity[],
  i: number,
): Omit<Clause, 'hasRate'> {
  const { start, end } = quantities[i] ?? { start: 0, end: 0 }
  const between = text.slice(quantities[i - 1]?.end ?? 0, start)
  const rest = text.slice(end, quantities[i + 1]?.start)
  const label = /^[^:]{1,40}:/.exec(text)?.[0]
  const isInput = /^[^,;(]*?[=≈→]\s*[~$]?\d/.test(firstOf(text.slice(end).split(/\.\s/)))
  return {
    before: i === 0 ? between : `${label ?? ''} ${between}`,
    after: firstOf(rest.split(/[;,]\s|\.\s|\s\(|\sand\s/)),
    lead: between.split(/[;,(]\s?|\.\s|\sand\s/).at(-1) ?? '',
    wide: aroundTime(text, quantities, i),
    whole: text,
    isInput,
  }
}

function firstOf(parts: readonly string[]): string {
  return parts[0] ?? ''
}

/** The words around a time up to the next one, for the percentile that it belongs to. */
function aroundTime(
  text: string,
  quantities: readonly Quantity[],
  i: number,
): readonly [string, string] {
  const { start = 0, end = 0 } = quantities[i] ?? {}
  const isTime = ({ dimension }: Quantity) => dimension === 'duration'
  const before = quantities.slice(0, i).findLast(isTime)?.end ?? 0
  const after = quantities.slice(i + 1).find(isTime)?.start ?? text.length
  return [text.slice(before, start), text.slice(end, Math.min(after, end + 48))]
}

function ratioIn({ text, line, column }: Line): readonly Fact[] {
  const value = readsPerWriteIn(text)
  return value === undefined ? [] : [{ field: 'readsPerWrite', value, isPlain: true, line, column }]
}
