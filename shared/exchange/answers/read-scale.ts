/** The facts at the head of a document as the numbers that severities follow. */
import type { Scale } from '#shared/design/design.ts'
import type { FrontMatter } from '../front-matter.ts'
import { readRatio } from '../read-number.ts'
import { daysIn, minutesIn, moneyIn, readDataSize, readLatency } from './read-facts.ts'

/** The peak is at least the average, which is all that is known when only that is stated. */
export function scaleOfFacts(facts: FrontMatter): Scale {
  const { dailyActiveUsers, actionsPerUser, averageQps, availabilityTarget, regions, teamSize } =
    facts
  const scale: { [K in keyof Scale]: Scale[K] | undefined } = {
    dailyActiveUsers,
    actionsPerUser,
    averageQps,
    peakQps: facts.peakQps ?? averageQps,
    readsPerWrite: facts.readWriteRatio === undefined ? undefined : readRatio(facts.readWriteRatio),
    latencyMs: facts.latencyTarget === undefined ? undefined : readLatency(facts.latencyTarget),
    availabilityTarget,
    rtoMinutes: minutesIn(facts.rto),
    rpoMinutes: minutesIn(facts.rpo),
    ...readDataSize(facts.dataSize ?? ''),
    retentionDays: daysIn(facts.retention),
    regions,
    budgetPerMonth: moneyIn(facts.budget),
    teamSize,
    compliance: facts.compliance,
    publicFacing: facts.publicFacing,
  }
  return withoutAbsent(scale)
}

function withoutAbsent(scale: { [K in keyof Scale]: Scale[K] | undefined }): Scale {
  return Object.fromEntries(Object.entries(scale).filter(([, value]) => value !== undefined))
}
