/** What a quantity states about the scale of a design, by the words around it. */
import type { Quantity } from './quantity.ts'
import { secondsPer } from './quantity-unit.ts'
import { yearly } from './read-facts.ts'
import type { Line } from './fact-lines.ts'
import type { FactField } from './fact-field.ts'
import { percentileAround } from './percentiles.ts'

export interface Clause {
  /** Words between the number before and this one, with the label of the line. */
  readonly before: string
  /** Words up to the next number or the end of the clause. */
  readonly after: string
  /** Only what stands in the same breath: up to a comma, a semicolon or a bracket. */
  readonly lead: string
  /** The words on both sides up to the next time, other numbers included. */
  readonly wide: readonly [string, string]
  readonly whole: string
  /** Whether something is reckoned from the number behind it. */
  readonly isInput: boolean
  /** Whether the line states a rate: a bare number beside "at peak" is one as well. */
  readonly hasRate: boolean
}

export type Value = { readonly field: FactField; readonly value: number } | undefined
type Finder = (quantity: Quantity, clause: Clause, line: Line) => Value

export function valueOf(quantity: Quantity, clause: Clause, line: Line): Value {
  for (const find of finders) {
    const value = find(quantity, clause, line)
    if (value !== undefined) return value
  }
  return undefined
}

const people =
  /\b(?:users?|people|persons?|visitors?|customers?|patients?|members?|riders?|drivers?|readers?|players?|students?|employees|guests?|listeners|viewers|shoppers|subscribers?|them|households?|tenants|citizens)\b/i
const daily =
  /^\W{0,2}(?:.{0,24}?\b)?(?:every day|daily|a day|per day|each day|\/\s?day|am tag|al d[ií]a)\b/i

const users: Finder = (quantity, clause) => {
  const { dimension, value } = quantity
  if (dimension !== 'count' || /\bper\b|\beach\b/i.test(clause.before.slice(-8))) return undefined
  const isDaily = isNamedDaily(quantity, clause) || isOfPeople(quantity, clause)
  return isDaily ? { field: 'dailyActiveUsers', value } : undefined
}

/** "5M DAU", "daily active users: 5M", "subscribers active a day: 400,000". */
function isNamedDaily({ noun }: Quantity, { before, after }: Clause): boolean {
  return (
    /\bdau\b|\bdaily (?:active )?(?:users?|people|customers?|visitors?)/i.test(
      `${noun} ${after}`,
    ) ||
    /\bdau\b[^\d]{0,12}$|\b(?:daily (?:active )?|active )(?:users?|visitors?|customers?)[^\d]{0,14}$|\b(?:users?|subscribers?|people|customers?|visitors?)\b[^\d,;]{0,16}\b(?:a|per|each) day[^\d]{0,4}$/i.test(
      before,
    )
  )
}

/** What people do is counted behind it: "2,000 members, 5 requests each: 10,000 a day". */
const deeds =
  /\b(?:requests?|calls|actions?|views|reads|writes|orders|messages|bookings|clicks|posts|uploads|events|per (?:user|member|person|customer|visitor|patient|player|head))\b/i

/** "80,000 patients a day", "two million people use it every day". */
function isOfPeople(
  { noun, perSeconds }: Quantity,
  { before, after, lead, whole }: Clause,
): boolean {
  if (perSeconds === undefined) return people.test(noun) && daily.test(after)
  if (perSeconds !== secondsPer.day) return false
  if (people.test(noun) || people.test(lead)) return true
  const isEach = /\b\d+ (?:requests|calls|actions|page views) each\b/i.test(whole)
  return noun === '' && (isEach || (people.test(before) && !deeds.test(before)))
}

const actionNouns =
  /^(?:actions?|requests?|calls?|queries|messages?|searches|operations?|page views?)/i

const actions: Finder = ({ dimension, value, noun, perSeconds }, { before, after }) => {
  const isAction = actionNouns.test(noun)
  const isEach =
    /^\s*(?:per|each|a|\/)\s?(?:active )?(?:user|person|dau|visitor|customer|patient|member)\b|^\s*each\b/i.test(
      after,
    ) || /\beach (?:makes?|does|sends?|causes?)\b[^\d]{0,12}$/i.test(before)
  const isDaily = perSeconds === undefined || perSeconds === secondsPer.day
  return dimension === 'count' && isDaily && isAction && isEach && value < 100_000
    ? { field: 'actionsPerUser', value }
    : undefined
}

const capacity =
  /\b(?:capacity|carr(?:y|ies)|instances?|each (?:node|server|instance)|per (?:node|server|instance|shard|pod|ip|client|visitor|user)|limit(?:s|ed)?|handles?|a (?:server|node|machine)|load test|budgeted for)\b/i
const busy =
  /\b(?:peaks?|max(?:imum|imal)?|bursts?|busiest|busy|rush|top|spitze\w*|pico|at most|in finals|at noon|highest)\b/i
const usual =
  /\b(?:average|avg|mean|normal(?:ly)?|typical(?:ly)?|usual(?:ly)?|durchschnitt\w*|im mittel|media|steady)\b/i
/** "at peak", "on average", "(peak)" right behind a number. */
const behind = /^\W{0,2}(?:requests? )?(?:(?:at|on|in|during|as) )?(?:the |an? |its )?(?:\w+ )?/i

const load: Finder = (quantity, clause) => {
  const { before, after, lead, whole, isInput } = clause
  const isOther = isInput || capacity.test(whole) || /\b(?:times|factor|x)\s*$/i.test(lead)
  if (isOther || !isOfLoad(quantity, clause)) return undefined
  const word = aspectOf({ noun: quantity.noun, after, lead, before })
  return word === undefined ? undefined : { field: word, value: quantity.value }
}

/** A rate, or a bare number beside one: "60 requests/s on average, 240 at the peak". */
function isOfLoad(quantity: Quantity, { before, hasRate }: Clause): boolean {
  const { dimension, perSeconds, noun, value } = quantity
  if (dimension === 'rate') return true
  const isNamed =
    /\b(?:qps|rps|tps|(?:requests?|reqs?|events?) ?(?:per|a|\/) ?s(?:ec(?:ond)?)?)\b[^\d]{0,16}$/i.test(
      before,
    )
  const isBare = noun === '' || /^(?:at|peak|avg|average|max|requests?)\b/i.test(noun)
  const isPlain = dimension === 'count' && perSeconds === undefined && isBare
  return isPlain && (isNamed || (hasRate && value >= 1))
}

function aspectOf(said: {
  noun: string
  after: string
  lead: string
  before: string
}): 'peakQps' | 'averageQps' | undefined {
  const direct = `${said.noun} ${said.after}`.trim()
  const opening = direct.slice(0, (behind.exec(direct)?.[0].length ?? 0) + 14)
  return wordIn(opening) ?? wordIn(said.lead) ?? wordIn(direct) ?? wordIn(said.before)
}

function wordIn(text: string): 'peakQps' | 'averageQps' | undefined {
  const [peak, mean] = [text.search(busy), text.search(usual)]
  if (peak === -1 && mean === -1) return undefined
  return mean === -1 || (peak !== -1 && peak < mean) ? 'peakQps' : 'averageQps'
}

const said = /\bavail\w*|\buptime\b|\bsl[ao]s?\b|\bnines\b|\bverfügbar\w*|\bdis?ponib\w*|^\s*up\b/i
const otherShare =
  /\b(?:durab\w*|hit|deliver\w*|accura\w*|success rate|consisten\w*|percentile|cpu|full|loss|lost|sampl\w*|reads?|writes?)\b/i

const availability: Finder = (quantity, clause, { section }) => {
  const { value } = quantity
  const isListed = section === 'estimates' && clause.lead.trim() === ''
  const isGoal = section === 'non-functional-requirements' || section === 'requirements' || isListed
  if (!mayBeAvailability(quantity, clause) || !isUp(quantity, clause, isGoal)) return undefined
  return { field: 'availabilityTarget', value }
}

function mayBeAvailability({ dimension, value, noun }: Quantity, { lead }: Clause): boolean {
  const isBare = dimension === 'count' && /^(?:over|per|in|during|$)/i.test(noun)
  const isLikeNines = /^99(?:\.\d+)?$|^9\d\.\d+$/.test(String(value))
  if (dimension !== 'share' && !(isBare && isLikeNines)) return false
  return value >= 90 && value <= 100 && !otherShare.test(lead.slice(-30))
}

const answered =
  /^\s*(?:of (?:all |the )?\w+ )?(?:requests |calls )?(?:are )?(?:succe\w+|answered without)/i
const shareOf =
  /^\W*of (?:all |the )?(?!the (?:time|month|year)|time)\w+|^\s*(?:percentile|quantile|for)\b/i

function isUp({ dimension, value }: Quantity, { before, after }: Clause, isGoal: boolean): boolean {
  if (answered.test(after)) return true
  const isSaid = said.test(before.slice(-50)) || said.test(after.slice(0, 30))
  const isPercentile =
    [90, 95, 99].includes(value) && /\d\s?(?:ms|s|sec\w*|seconds?)\W/i.test(before)
  if (shareOf.test(after) || (isPercentile && !said.test(before.slice(-40)))) return false
  return (
    isSaid ||
    (dimension === 'share' && (after.includes('nines') || isPromise(value, before, after))) ||
    (isGoal && isAlone(value, before, after))
  )
}

const promised =
  /\b(?:promis\w+|guarante\w+|target\w*|goals?|owe|commit\w*|contract\w*|aims?(?: at| for)?)[^.;]{0,24}$/i
const measured =
  /^\s*(?:(?:a|per|over the|in a|each|every) (?:month|year|quarter)|monthly|yearly|of the (?:time|month|year))\b/i

/** "We promise 99.95 %", "99.9 % a month": nothing else is promised in such shares by the month. */
function isPromise(value: number, before: string, after: string): boolean {
  if (value < 99 || Number.isInteger(value) || otherShare.test(after)) return false
  return promised.test(before.slice(-40)) || measured.test(after)
}

/** Among the goals a share above 99 that is said of nothing else is how long it is up. */
function isAlone(value: number, before: string, after: string): boolean {
  if (value < 99 || otherShare.test(after)) return false
  return percentileAround(before, after) === undefined && !/\d\s?(?:ms|s)\b/.test(after)
}

const timeBack =
  /\b(?:rto|recovery time(?: objective)?|back (?:up |online )?(?:again )?(?:with)?in|restor\w+ (?:service )?(?:with)?in|restart after [\w ]{0,24}within|recover\w* (?:[\w ]{0,20})?within)\b[^\d;]{0,24}$/i
const pointBack =
  /\b(?:rpo|recovery point(?: objective)?|data loss|may lose|lose (?:no more than|at most|up to)|loss of (?:at most|up to))\b[^\d;]{0,24}$/i

const recovery: Finder = ({ dimension, value, noun }, { before, after }, { section }) => {
  const isZero = dimension === 'count' && value === 0 && /^(?:for|data|$)/i.test(noun)
  if (dimension !== 'duration' && !isZero) return undefined
  const isFact = section !== 'failures' && section !== 'operations'
  if (!isFact && !/\b(?:rto|rpo|recovery (?:time|point))\b/i.test(before)) return undefined
  const minutes = Number((value / 60_000).toPrecision(12))
  if (pointBack.test(before) || lostAfter.test(after))
    return { field: 'rpoMinutes', value: minutes }
  return timeBack.test(before) ? { field: 'rtoMinutes', value: minutes } : undefined
}

const lostAfter = /^\s*of (?:data|orders?|writes?)\b.{0,20}\b(?:lost|loss)\b/i

const notAnswer =
  /\brto\b|\brpo\b|recover|\btime ?out|\bttl\b|\bretr|\bpoll|\bevery\b|\binterval|\bold\b|\bstale|\blate\b|\bdelay(?:s|ed)? by|\brestart|\bdata loss|\bdowntime|\btake[ns]? over|\bwindow\b/i
const answering =
  /\blatenc\w+|\brespon[ds]\w*|\bload(?:s|ed)? in\b|\banswer\w*|\bfast\b|\bquick\w*|\bantwort\w*|\brespuesta|\bconfirmed\b|\baccepted\b|\bopens? in\b|\barrive/i

const latency: Finder = ({ dimension, value }, { before, after, wide, whole }, { section }) => {
  if (dimension !== 'duration' || value > 60_000) return undefined
  const percentile =
    percentileAround(...wide) ?? (sharesIn(whole) === 1 ? percentileAround(whole, '') : undefined)
  const isGoal = section === 'non-functional-requirements' || section === 'requirements'
  if (
    notAnswer.test(`${before} ${after}`) &&
    !/\bp\d\d\b/i.test(`${before.slice(-12)} ${after.slice(0, 14)}`)
  )
    return undefined
  if (percentile !== undefined) return { field: `latencyMs.${percentile}`, value }
  return answering.test(whole) && isGoal ? { field: 'latencyMs.p99', value } : undefined
}

function sharesIn(text: string): number {
  return (text.match(/\bp\s?\d\d|percentile|\b9\d(?:\.\d+)?(?:th|\s?%|\spercent| of 100)/gi) ?? [])
    .length
}

const retention: Finder = ({ dimension, value }, { before }, { section }) => {
  const isSaid = /\b(?:retention|retain\w*|kept|keep\w*|stored? for|held for)\b[^\d;]{0,20}$/i.test(
    before,
  )
  if (dimension !== 'duration' || value < 86_400_000 || !isSaid || section === 'operations')
    return undefined
  return { field: 'retentionDays', value: Number((value / 86_400_000).toPrecision(12)) }
}

const data: Finder = (
  { dimension, value, perSeconds },
  { before, after, whole, isInput },
  line,
) => {
  if (dimension !== 'data' || line.section !== 'estimates' || isInput) return undefined
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
    /\bteam(?: size)?(?: of| is|:)?[^\w]{0,3}$|\b(?:engineers|developers|headcount)\s*[:=]\s*$/i.test(
      before,
    ) || /^(?:engineers?|developers?|devs?)\b/i.test(noun)
  return isTeam ? { field: 'teamSize', value } : undefined
}

const regions: Finder = ({ dimension, value, noun, perSeconds }, { before }) =>
  dimension === 'count' &&
  perSeconds === undefined &&
  Number.isInteger(value) &&
  value >= 1 &&
  value <= 60 &&
  (/^regions?$/i.test(noun.split(' ')[0] ?? '') ||
    (noun === '' && /\bregions\s*[:=]\s*$/i.test(before)))
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
