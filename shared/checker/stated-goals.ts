/** What is asked of a design in numbers, wherever it was written: front matter, requirements, estimates or prose. */
import { isMentioned } from './answered.ts'
import type { CheckContext } from './define-rule.ts'
import { oncePerCheck } from './once-per-check.ts'

export const goals = ['latency', 'availability', 'scale', 'read/write ratio'] as const
export type Goal = (typeof goals)[number]

const asked = ['functional-requirements', 'non-functional-requirements', 'estimates'] as const
const told = [...asked, 'decisions', 'trade-offs', 'operations', 'failures'] as const

const latency =
  /\bp(?:50|9\d(?:\.\d+)?)\b|\d\s*(?:ms|millis\w*)\b|\b(?:within|under|below|less than|at most|in|<=?|≤)\s*(?:a |an |one |two |three |five |ten |half a |\d+(?:\.\d+)?\s*)(?:s|sec\w*|min\w*)\b|[<≤]\s*\d+(?:\.\d+)?\s*s\b|\blatency\b.*\d/i
const availability =
  /\b9\d(?:[.,]\d+)?\s*(?:%|per ?cent|pct)|\b\d nines\b|\b(?:two|three|four|five) nines\b|\b(?:downtime|outages?)\b.*\d|\bbest[- ]effort\b|\bno (?:availability|uptime) (?:target|promise|guarantee)\b/i
const rate =
  /(?:\d|\b(?:hundred|thousand|million|billion)\b)\s*(?:k|m|b|million|billion|thousand)?\s*(?!%|ms\b|s\b|sec|min|hour|day|week|month|year)(?:[\w-]+\s+){0,5}?(?:\/\s*|\b(?:per|an?|each|every)\s+)(?:s|sec|second|min|minute|h|hour|day|night|month)\b|\d\s*[km]?\s*(?:qps|rps|tps|dau|mau)\b|\b(?:qps|rps|tps|dau)\b\D{0,12}\d|\d\s*[km]?\s*(?:million |thousand )?(?:daily|monthly|active|concurrent) /i
const ratio =
  /\d\s*:\s*\d|\bread[-\s](?:heavy|mostly|dominated|intensive)\b|\bwrite[-\s](?:heavy|mostly|dominated|intensive)\b|\breads?\b.*\bwrites?\b|\bwrites?\b.*\breads?\b|\b(?:mostly|almost only) (?:reads|writes)\b|\b\d+\s*% (?:of \w+ )?(?:are )?(?:reads|writes)\b/i

/** The goals that nobody stated. */
export const missingGoals = oncePerCheck((context: CheckContext): readonly Goal[] => {
  const isStated: Readonly<Record<Goal, () => boolean>> = {
    latency: () => hasLatency(context),
    availability: () => hasAvailability(context),
    scale: () => hasLoad(context),
    'read/write ratio': () => hasRatio(context),
  }
  return goals.filter((goal) => !isStated[goal]())
})

export function hasLatency(context: CheckContext): boolean {
  const { latencyMs } = context.design.scale
  return Object.values(latencyMs ?? {}).length > 0 || isMentioned(context, latency, asked)
}

export function hasAvailability(context: CheckContext): boolean {
  const { availabilityTarget } = context.design.scale
  return availabilityTarget !== undefined || isMentioned(context, availability, told)
}

/** Whether a rate of requests can be derived: a rate, or people times what each does. */
export function hasLoad(context: CheckContext): boolean {
  const { scale, answers } = context.design
  const { peakQps, averageQps, dailyActiveUsers, actionsPerUser } = scale
  if (peakQps !== undefined || averageQps !== undefined) return true
  if (dailyActiveUsers !== undefined && actionsPerUser !== undefined) return true
  const isRate = answers.estimates.some(
    ({ dimension, perSeconds }) =>
      dimension === 'rate' || (dimension === 'count' && perSeconds !== undefined),
  )
  return isRate || isMentioned(context, rate, asked)
}

/** Whether so little is asked that plain answers do: under 100 requests a second, wherever that was written. */
export const isSmall = oncePerCheck((context: CheckContext): boolean => {
  if (context.band !== 'unknown') return context.band === 'XS'
  const { scale, answers } = context.design
  const rates = answers.estimates.filter(({ dimension }) => dimension === 'rate')
  const largest = Math.max(scale.averageQps ?? 0, ...rates.map(({ value }) => value))
  return hasLoad(context) && largest < smallRate && (scale.dailyActiveUsers ?? 0) < smallCrowd
})
/** Where the bands begin to differ (knowledge E.0). */
const smallRate = 100
const smallCrowd = 100_000

function hasRatio(context: CheckContext): boolean {
  const { scale, answers } = context.design
  if (scale.readsPerWrite !== undefined || isMentioned(context, ratio, told)) return true
  const names = answers.estimates.map(({ name }) => name).join('; ')
  return /\bread/i.test(names) && /\bwrit/i.test(names)
}
