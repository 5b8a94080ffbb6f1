/**
 * Facts of scale that sections state in words: users, load, latency, availability, RTO, RPO, retention,
 * budget. Only what a sentence says outright is a fact; a number whose meaning is open is none.
 */
import type { SectionId } from '#shared/design/answers.ts'
import type { Scale } from '#shared/design/design.ts'
import { maxEntryLength, type Item } from '../outline.ts'
import type { Group } from './gather-sections.ts'
import { quantitiesIn, type Quantity } from './quantity.ts'
import { secondsPer } from './quantity-unit.ts'
import { yearly } from './read-facts.ts'

export type LatencyField = 'latencyMs.p50' | 'latencyMs.p95' | 'latencyMs.p99'
type ListField = 'compliance' | 'latencyMs' | 'publicFacing'
export type FactField = Exclude<keyof Scale, ListField> | LatencyField

export interface Fact {
  readonly field: FactField
  readonly value: number
  /** Whether the line is about nothing else, so that it may be held against another statement. */
  readonly isPlain: boolean
  readonly line: number
  readonly column: number
}

export interface Line {
  readonly text: string
  readonly section: SectionId | 'requirements'
  readonly line: number
  readonly column: number
}

/** Facts in the order of the text. */
export function statedFacts(groups: readonly Group[]): readonly Fact[] {
  return linesOf(groups)
    .filter(({ text }) => text.length <= maxEntryLength)
    .flatMap(factsOf)
}

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
    .flatMap(({ meaning, items }) =>
      items.flatMap((item) =>
        sentencesOf(item).map((line) => ({ ...line, section: meaning.section })),
      ),
    )
}

function sentencesOf(item: Item): readonly Omit<Line, 'section'>[] {
  const { line, column } = item
  if (item.form === 'code') {
    return item.text.split('\n').map((text, n) => ({ text, line: line + n, column }))
  }
  const own = item.form === 'row' ? rowText(item) : item.text
  const texts = item.form === 'paragraph' ? own.split(/(?<=[^.\d][.!?])\s+(?=[A-Z])/) : [own]
  const said = texts.map((text) => ({ text, line, column }))
  const isLabel = item.text.endsWith(':')
  const below = item.children.flatMap(sentencesOf)
  return [
    ...said,
    ...(isLabel ? below.map((child) => ({ ...child, text: `${own} ${child.text}` })) : below),
  ]
}

/** The cell with the result counts, where the heading of a column says which it is. */
function rowText({ text, cells = [] }: Item): string {
  const [first, ...rest] = cells
  const result = rest.find(({ head }) => /value|result|estimate|total|target|goal/.test(head))
  if (result !== undefined) return `${first?.text ?? ''}: ${result.text}`
  return text.replace(' | ', ': ').replaceAll(' | ', '; ')
}

function factsOf(line: Line): readonly Fact[] {
  const quantities = quantitiesIn(line.text)
  const found: Fact[] = []
  const { line: at, column } = line
  for (const [i, quantity] of quantities.entries()) {
    const clause = clauseOf(line.text, quantities, i)
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

interface Clause {
  readonly before: string
  readonly after: string
  readonly whole: string
  /** Whether something is reckoned from the number behind it. */
  readonly isInput: boolean
}

/** The words around a number, up to the numbers beside it. */
function clauseOf(text: string, quantities: readonly Quantity[], i: number): Clause {
  const { start = 0, end = 0 } = quantities[i] ?? {}
  const before = text.slice(quantities[i - 1]?.end ?? 0, start)
  const after =
    text.slice(end, quantities[i + 1]?.start ?? text.length).split(/[;,]\s|\.\s/)[0] ?? ''
  const label = /^[^:]{1,40}:/.exec(text)?.[0] ?? ''
  const isInput = /[=≈→]\s*[~$]?\d/.test(text.slice(end))
  return { before: i === 0 ? before : `${label} ${before}`, after, whole: text, isInput }
}

type Value = { readonly field: FactField; readonly value: number } | undefined
type Finder = (quantity: Quantity, clause: Clause, line: Line) => Value

function valueOf(quantity: Quantity, clause: Clause, line: Line): Value {
  for (const find of finders) {
    const value = find(quantity, clause, line)
    if (value !== undefined) return value
  }
  return undefined
}

const capacity =
  /\b(?:capacity|carr(?:y|ies)|instances?|each (?:node|server|instance)|per (?:node|server|instance|shard|pod)|limit|handles?|a (?:server|node|machine))\b/i

const users: Finder = ({ dimension, value, perSeconds, noun }, { before, after }) => {
  if (dimension !== 'count') return undefined
  const isDaily =
    /\bdau\b|\bdaily (?:active )?(?:users?|people)/i.test(`${noun} ${after}`) ||
    /\bdau\b[^\d]{0,12}$|\bdaily active users?[^\d]{0,14}$/i.test(before)
  const isPerDay = perSeconds === secondsPer.day && /\busers?\b/i.test(noun)
  if (/\bper\b|\beach\b/i.test(before.slice(-8)) || !(isDaily || isPerDay)) return undefined
  return { field: 'dailyActiveUsers', value }
}

const actions: Finder = ({ dimension, value, noun, perSeconds }, { after }) => {
  const isAction =
    /^(?:actions?|requests?|calls?|queries)/i.test(noun) &&
    /^\s*(?:per|each|a|\/)\s?(?:active )?(?:user|person|dau)\b/i.test(after)
  return dimension === 'count' && perSeconds === undefined && isAction
    ? { field: 'actionsPerUser', value }
    : undefined
}

const load: Finder = ({ dimension, value, noun }, { before, after, whole, isInput }) => {
  if (isInput) return undefined
  const isNamed = /\b(?:qps|rps|tps)\b[^\d]{0,14}$/i.test(before)
  if (!(dimension === 'rate' || (dimension === 'count' && isNamed)) || capacity.test(whole))
    return undefined
  const near = `${before} ${noun} ${after}`
  if (/^\s*(?:avg|average|on average|mean)\b/i.test(after)) return { field: 'averageQps', value }
  if (/\bpeak|\bmax(?:imum)?\b|\bburst/i.test(near)) return { field: 'peakQps', value }
  if (/\baverage|\bavg\b|\bmean\b/i.test(near)) return { field: 'averageQps', value }
  return undefined
}

const availability: Finder = ({ dimension, value }, { before, after }) => {
  if (dimension !== 'share' || value < 90 || value > 100) return undefined
  const said = /\bavail\w*|\buptime\b|\bsl[ao]s?\b|\bnines\b/i
  const isShareOfCalls =
    /^\s*of (?:all )?(?:requests|messages|calls|redirects|the time under|users|people)\b/i.test(
      after,
    )
  const isSaid = said.test(before.slice(-40)) || said.test(after.slice(0, 30))
  return isSaid && !isShareOfCalls ? { field: 'availabilityTarget', value } : undefined
}

const recovery: Finder = ({ dimension, value, noun }, { before }) => {
  const [, time, point] =
    /\b(?:(rto|recovery time(?: objective)?)|(rpo|recovery point(?: objective)?))\b[^\d;]{0,24}$/i.exec(
      before,
    ) ?? []
  if (time === undefined && point === undefined) return undefined
  const isZero = dimension === 'count' && value === 0 && noun === ''
  if (dimension !== 'duration' && !isZero) return undefined
  const minutes = Number((value / 60_000).toPrecision(12))
  return { field: time === undefined ? 'rpoMinutes' : 'rtoMinutes', value: minutes }
}

const latency: Finder = ({ dimension, value }, { before, after, whole }, { section }) => {
  if (
    dimension !== 'duration' ||
    value > 60_000 ||
    /\brto|\brpo|recover|timeout|ttl|retr/i.test(whole)
  )
    return undefined
  const percentile = percentileIn(before) ?? percentileIn(after.slice(0, 24))
  if (percentile !== undefined) return { field: `latencyMs.${percentile}`, value }
  const isSaid = /\blatenc\w+|\brespon[ds]\w*|\bload(?:s|ed)? in\b/i.test(whole)
  const isGoal = section === 'non-functional-requirements' || section === 'requirements'
  return isSaid && isGoal ? { field: 'latencyMs.p99', value } : undefined
}

function percentileIn(text: string): 'p50' | 'p95' | 'p99' | undefined {
  const [, last] = /.*\bp\s?(50|90|95|99)(?:\.9+)?\b/i.exec(text) ?? []
  if (last !== undefined) return last === '50' ? 'p50' : last === '99' ? 'p99' : 'p95'
  if (/\bmedian\b/i.test(text)) return 'p50'
  const ordinal = /\b(50|95|99)(?:th|\.9th) percentile/i.exec(text)?.[1]
  return (['p50', 'p95', 'p99'] as const).find((name) => name === `p${ordinal}`)
}

const retention: Finder = ({ dimension, value }, { before }, { section }) => {
  const isSaid = /\b(?:retention|retain\w*|kept|keep|stored? for|held for)\b[^\d;]{0,20}$/i.test(
    before,
  )
  if (dimension !== 'duration' || value < 86_400_000 || !isSaid || section === 'operations')
    return undefined
  return { field: 'retentionDays', value: Number((value / 86_400_000).toPrecision(12)) }
}

const data: Finder = (
  { dimension, value, perSeconds },
  { before, after, whole, isInput },
  { section },
) => {
  if (dimension !== 'data' || section !== 'estimates' || isInput) return undefined
  if (/\bbandwidth|\begress|\bingress|\bnetwork|\btransfer|\bmemory|\bcache|\bram\b/i.test(whole))
    return undefined
  if (perSeconds !== undefined && perSeconds >= secondsPer.hour)
    return { field: 'dataBytesPerYear', value: yearly(value, perSeconds) }
  const isTotal = /\btotal\b|\b(?:in|after|over|for) (?:all|(?:\w+ )?(?:years?|months?))\b/i.test(
    `${before} ${after}`,
  )
  return perSeconds === undefined && isTotal ? { field: 'dataBytes', value } : undefined
}

const budget: Finder = ({ dimension, value }, { before }) =>
  dimension === 'money' && /\bbudget|\bat most|\bno more than|\bup to|\bcap(?:ped)?\b/i.test(before)
    ? { field: 'budgetPerMonth', value }
    : undefined

const team: Finder = ({ dimension, value, noun, perSeconds }, { before }) => {
  if (dimension !== 'count' || perSeconds !== undefined || value > 10_000) return undefined
  const isTeam =
    /\bteam(?: size)?(?: of| is|:)?[^\w]{0,3}$/i.test(before) ||
    /^(?:engineers?|developers?|devs?)\b/i.test(noun)
  return isTeam ? { field: 'teamSize', value } : undefined
}

const regions: Finder = ({ dimension, value, noun, perSeconds }) =>
  dimension === 'count' &&
  perSeconds === undefined &&
  value >= 1 &&
  value <= 60 &&
  /^regions?$/i.test(noun.split(' ')[0] ?? '')
    ? { field: 'regions', value }
    : undefined

const finders: readonly Finder[] = [
  recovery,
  availability,
  latency,
  retention,
  users,
  actions,
  load,
  data,
  budget,
  team,
  regions,
]

/** "100:1 read/write", "read:write is 100:1", "reads outnumber writes 100 to 1". */
function ratioIn({ text, line, column }: Line): readonly Fact[] {
  const [, first, second] =
    /(?<![\d.:])(\d{1,6}(?:\.\d+)?)\s?(?::|\bto\b)\s?(\d{1,6}(?:\.\d+)?)(?![\d.:])/.exec(text) ?? []
  if (
    first === undefined ||
    second === undefined ||
    !/\breads?\b/i.test(text) ||
    !/\bwrit\w+/i.test(text)
  )
    return []
  const isInverted = /\bwrit\w*(?:\s?(?::|\/|to|-)\s?|\s)reads?\b/i.test(text)
  const value = isInverted ? Number(second) / Number(first) : Number(first) / Number(second)
  return Number.isFinite(value) && value > 0
    ? [{ field: 'readsPerWrite', value, isPlain: true, line, column }]
    : []
}
