/**
 * The figures of an estimate by what they mean: their names, units and periods tell. Where two figures could
 * be meant, neither is taken.
 */
import type { Dimension, Estimate } from '#shared/design/answers.ts'
import type { CheckContext } from './define-rule.ts'
import { oncePerCheck } from './once-per-check.ts'

export interface Figure {
  readonly name: string
  readonly value: number
  readonly text: string
}

export interface Figures {
  readonly users?: Figure
  /** Requests per second, reads and writes together. */
  readonly average?: Figure
  readonly peak?: Figure
  readonly peakFactor?: Figure
  readonly reads?: Figure
  readonly writes?: Figure
  readonly itemsPerDay?: Figure
  readonly itemBytes?: Figure
  readonly bytesPerDay?: Figure
  readonly bytesPerYear?: Figure
  /** Bytes per second. */
  readonly ingress?: Figure
  readonly sessionMinutes?: Figure
  readonly connections?: Figure
  readonly servers?: Figure
  readonly ratePerServer?: Figure
}

const day = 86_400
const year = 31_536_000
const some =
  /\b(?:reads?|writes?|uploads?|downloads?|posts?|messages?|searches|orders?|clicks?|redirects?|per (?:server|node|instance|shard|user)|each|cache|database|db)\b/i
const notStorage =
  /\b(?:egress|ingress|bandwidth|transfer\w*|traffic|network|logs?|cache|memory|ram|backups?)\b/i

interface Wanted {
  readonly dimension: Dimension
  readonly name: RegExp
  readonly not?: RegExp
  readonly perSeconds?: number
}

const never = /^$a/

const wanted: Readonly<Record<keyof Figures, Wanted>> = {
  users: {
    dimension: 'count',
    name: /\b(?:dau|daily (?:active )?users|active users (?:a|per) day)\b/i,
    not: /\b(?:actions?|each|per user)\b/i,
  },
  average: { dimension: 'rate', name: /\b(?:average|avg|mean)\b/i, not: some },
  peak: {
    dimension: 'rate',
    name: /^(?:(?:total|overall) )?peak(?: (?:load|traffic|qps|rps|requests?|rate|throughput))?$/i,
  },
  peakFactor: {
    dimension: 'count',
    name: /\bpeak (?:factor|multiplier|ratio)\b|\bpeak to average\b/i,
  },
  reads: { dimension: 'rate', name: /^(?:peak )?reads?(?: (?:rate|qps|requests?))?$/i },
  writes: { dimension: 'rate', name: /^(?:peak )?writes?(?: (?:rate|qps|requests?))?$/i },
  itemsPerDay: {
    dimension: 'count',
    perSeconds: day,
    name: /\b(?:new|created|uploads?|uploaded|writes?|written|posts?|photos?|videos?|messages?|links?|orders?|records?|events?|pastes?|files?)\b/i,
    not: /\b(?:reads?|views?|per user|each|requests?|downloads?|clicks?|redirects?)\b/i,
  },
  itemBytes: {
    dimension: 'data',
    name: /\b(?:size|each|average|mean|per (?:link|photo|video|message|record|row|item|post|object|event|file|order|paste|user)|of an?)\b/i,
    not: /\b(?:total|storage|per (?:day|year|month)|page|response|cache|index)\b/i,
  },
  bytesPerDay: { dimension: 'data', perSeconds: day, name: /.*/, not: notStorage },
  bytesPerYear: { dimension: 'data', perSeconds: year, name: /.*/, not: notStorage },
  ingress: { dimension: 'dataRate', name: /\b(?:ingress|upload|incoming|inbound|write)\b/i },
  sessionMinutes: {
    dimension: 'duration',
    name: /\bsessions?\b/i,
    not: /\b(?:ttl|token|expir\w*|timeout|cache)\b/i,
  },
  connections: {
    dimension: 'count',
    name: /\b(?:concurren\w*|simultaneous\w*|online|(?:open )?connections|sockets)\b/i,
    not: /\b(?:per|each|one|a) (?:server|gateway|node|instance)\b|\bdaily\b/i,
  },
  servers: {
    dimension: 'count',
    name: /^(?:\w+ )?(?:servers|instances|machines|app servers)(?: needed)?$/i,
    not: /\b(?:database|db|cache|per)\b/i,
  },
  ratePerServer: {
    dimension: 'rate',
    name: /\b(?:per (?:server|instance|machine|node)|one (?:server|instance|machine)|a (?:server|instance)|server (?:carries|handles|does|capacity)|capacity)\b/i,
  },
}

/** The figures that are stated in the estimates. */
export const statedFigures = oncePerCheck(({ design }: CheckContext): Figures => {
  const { estimates } = design.answers
  const found = Object.entries(wanted).flatMap(([key, wish]) => {
    const figure = onlyOne(estimates.filter((estimate) => fits(estimate, wish)))
    return figure === undefined ? [] : [[key, figure] as const]
  })
  return Object.fromEntries(found)
})

function fits(estimate: Estimate, { dimension, name, not = never, perSeconds }: Wanted): boolean {
  if (dimensionOf(estimate) !== dimension || not.test(estimate.name)) return false
  return name.test(estimate.name) && (dimension === 'rate' || estimate.perSeconds === perSeconds)
}

/** "Peak QPS: 4,600" has its unit in the name. */
function dimensionOf({ dimension, name }: Estimate): Dimension {
  return dimension === 'count' && /\b[qrt]ps\b/i.test(name) ? 'rate' : dimension
}

function onlyOne(estimates: readonly Estimate[]): Figure | undefined {
  const [first, ...others] = estimates
  if (first === undefined || others.some(({ value }) => value !== first.value)) return undefined
  const isDuration = first.dimension === 'duration'
  const value = isDuration ? first.value / 60_000 : first.value
  return { name: first.name.trim() || first.text.trim(), value, text: first.text }
}

/** Every line of the estimates once, also those of prose. */
export const linesOfEstimates = oncePerCheck(({ design }): readonly string[] => {
  const { estimates, notes } = design.answers
  const remarks = notes.filter(({ section }) => section === 'estimates')
  return [...new Set([...estimates, ...remarks].map(({ text }) => text))]
})

const general =
  /^(?:peak|average|avg|mean|new|raw|total|storage|stored|data|disk|volume|growth|size|per|an?|of|the|each|every|in|for|over|day|daily|week|month|monthly|year|yearly|annual|second|ingress|upload|incoming|write|read|rate|qps|rps|requests?|items?|objects?|records?|rows?|is|are|we|so|about|\d.*)$/

/** Whether two figures can be about one thing: they name the same, or one of them names nothing special. */
export function areAkin(a: Figure | undefined, b: Figure | undefined): boolean {
  const [left, right] = [subjectsOf(a), subjectsOf(b)]
  return left.size === 0 || right.size === 0 || [...left].some((word) => right.has(word))
}

function subjectsOf(figure: Figure | undefined): ReadonlySet<string> {
  const words = figure?.name.toLowerCase().match(/[\p{L}\d]+/gu) ?? []
  return new Set(
    words
      .map((word) => word.replace(/s$/, ''))
      .filter((word) => !general.test(word) && word !== ''),
  )
}
