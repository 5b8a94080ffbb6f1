/**
 * Calculations that are written out in a line ("5M × 40 / 86,400 = 2,315/s"), computed again. Where a line
 * can be read in two ways, the reading that agrees with the writer wins; what is unclear is not judged.
 */
import type { Dimension } from '#shared/design/answers.ts'
import { readTerms, type Term } from './read-terms.ts'

export interface Calculation {
  /** As it was written: "5M × 40 / 86,400 = 2,315/s". */
  readonly text: string
  /** What the writer says it comes to, in the unit of the dimension. */
  readonly stated: number
  /** What it comes to, of all readings the one next to what is stated. */
  readonly recomputed: number
  readonly dimension: Dimension
}

const day = 86_400
const year = 31_536_000
const equals = /=+>?|≈|≃|→|⇒/
/** Words about a factor that the line does not multiply by. */
const unsaid =
  /cop(?:y|ies)|replica|overhead|index|headroom|compress|buffer|retention|per (?:server|shard|node|instance)|\d\s*(?:years?|months?|weeks?|days?)\b/i
/** A result that the next calculation begins with: "= 500 GB × 365 = …". */
const goesOn = /\d.*(?:×|\*|÷|\/\s*\d|\bx\s*\d)/
const mostReadings = 256

/** None for a line without a calculation that can be read. */
export function readCalculations(line: string): readonly Calculation[] {
  return line.split(/;|\.\s|\n/).flatMap((part) => {
    const [label, body] = splitLabel(part)
    const segments = withoutRemarks(body).split(equals)
    return segments.slice(1).flatMap((segment, i) => {
      const left = segments[i] ?? ''
      return calculationOf({ label, left, right: segment }) ?? []
    })
  })
}

/** "Storage per year: …" has a label, which holds no part of the calculation. */
function splitLabel(part: string): readonly [string, string] {
  const [, label = '', body = part] = /^([^=≈×*÷/]*?):\s(.*)$/s.exec(part) ?? []
  return [label, body]
}

/** Brackets without a number only explain. */
function withoutRemarks(text: string): string {
  return text.replace(/\([^()\d]*\)/g, ' ')
}

interface Equation {
  readonly label: string
  readonly left: string
  readonly right: string
}

function calculationOf({ label, left, right }: Equation): Calculation | undefined {
  const counted = withFactorBehind(left)
  const terms = /[()]/.test(counted) ? [] : (readTerms(counted) ?? [])
  const stated = statedIn(right)
  if (stated === undefined || terms[0] === undefined || terms[0].operator !== undefined)
    return undefined
  if (unsaid.test(label) || (!goesOn.test(right) && unsaid.test(right))) return undefined
  const [value = 0] = stated.values
  const readings = readingsOf(terms, withPeriodOf(stated, label))
  if (readings.length === 0 || value <= 0) return undefined
  const text = `${left.trim()} = ${right.trim()}`
  return {
    text,
    stated: value,
    recomputed: nextTo(value, readings),
    dimension: dimensionOf(stated),
  }
}

/** "208 GB a year, x2 for indexes and a copy" is multiplied by what stands behind it. */
function withFactorBehind(left: string): string {
  return left.replace(/,[^\d=]*?(?:×|\bx\s?)(\d+(?:\.\d+)?)\b[^\d=]*$/i, ' × $1')
}

/** The first number of a result. */
function statedIn(right: string): Term | undefined {
  const first = /^[^\d]*[\d,_.]+(?:\s*[^\d×*÷+]*)?/.exec(right)?.[0] ?? ''
  return readTerms(first.replace(/\bx\s*$/, ''))?.[0]
}

function withPeriodOf(stated: Term, label: string): Term {
  if (stated.perSeconds !== undefined) return stated
  const [term] = readTerms(`1 ${label}`) ?? []
  return term?.perSeconds === undefined ? stated : { ...stated, perSeconds: term.perSeconds }
}

function dimensionOf({ isData, perSeconds }: Term): Dimension {
  if (isData) return perSeconds === 1 ? 'dataRate' : 'data'
  return perSeconds === 1 ? 'rate' : 'count'
}

/** Everything that the left side can come to; nothing where it is not of the kind of the right side. */
function readingsOf(terms: readonly Term[], stated: Term): readonly number[] {
  const groups = splitAtPlus(terms)
  if (groups.some((group) => dataPower(group) !== (stated.isData ? 1 : 0))) return []
  if (terms.length === 1 && !isConversion(terms, stated)) return []
  const sums = groups
    .map(productsOf)
    .reduce((all, next) => combine(all, next, (a, b) => a + b), [0])
  const factors = combine(conversionsOf(terms, stated), bitFactors(terms), (a, b) => a * b)
  return combine(sums, factors, (a, b) => a * b)
}

/** "10 Gbps / 8 = 1.25 GB/s" turns bits into bytes by hand, which the units do as well. */
function bitFactors(terms: readonly Term[]): readonly number[] {
  const isByHand = terms.some(({ isData, values }) => !isData && values[0] === 8)
  return isByHand && terms.some(({ isData }) => isData) ? [1, 8, 1 / 8] : [1]
}

function splitAtPlus(terms: readonly Term[]): readonly (readonly Term[])[] {
  const groups: Term[][] = [[]]
  for (const term of terms) {
    if (term.operator === '+') groups.push([])
    groups.at(-1)?.push(term)
  }
  return groups
}

function dataPower(terms: readonly Term[]): number {
  return terms
    .filter((term) => term.isData)
    .reduce((power, term) => power + (term.operator === '/' ? -1 : 1), 0)
}

/** One number that is written twice says something only where both have units. */
function isConversion([left]: readonly Term[], right: Term): boolean {
  const hasPeriods = left?.perSeconds !== undefined && right.perSeconds !== undefined
  return hasPeriods || (right.isData && left?.perSeconds === right.perSeconds)
}

function productsOf(terms: readonly Term[]): readonly number[] {
  return terms.reduce<readonly number[]>(
    (all, { operator, values }) =>
      combine(all, values, (a, b) => (operator === '/' ? a / b : a * b)),
    [1],
  )
}

function combine(
  left: readonly number[],
  right: readonly number[],
  join: (a: number, b: number) => number,
): readonly number[] {
  return left.flatMap((a) => right.map((b) => join(a, b))).slice(0, mostReadings)
}

/** Factors between the period of the left side and that of the right; where one is not said, all usual ones. */
function conversionsOf(terms: readonly Term[], stated: Term): readonly number[] {
  const counted = terms.find((term) => term.perSeconds !== undefined && term.operator !== '/')
  const from = counted?.perSeconds
  const to = stated.perSeconds
  const hasTime = terms.some((term) => term.isTime)
  // Minutes times a bit rate may be what each person takes in a day.
  if (from !== undefined && to !== undefined)
    return hasTime ? [1, to / from, to / day] : [to / from]
  if (to !== undefined) return hasTime ? [1] : [1, to / day, to]
  return from === undefined || hasTime ? [1] : [1, 1 / from, day / from, year / from]
}

function nextTo(value: number, readings: readonly number[]): number {
  const distance = (reading: number) => Math.abs(Math.log(reading / value))
  return readings.reduce((best, next) => (distance(next) < distance(best) ? next : best))
}
