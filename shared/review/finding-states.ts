/**
 * What became of each finding: it is open until the rule stops firing or somebody answers it, and an answer
 * holds as long as what it answered stays as it was. Pure: who may answer what is decided elsewhere, and
 * nothing is stored here.
 */
import type { CheckResult } from '#shared/checker/check-design.ts'
import type { Finding } from '#shared/checker/define-rule.ts'
import { stableHash } from '#shared/checker/stable-hash.ts'
import type { FindingAnswer, Moment } from '#shared/finding-answer.ts'
import type { GraphDiff } from './design-diff.ts'
import {
  earlierIdsOf,
  identityOf,
  inOrder,
  laterIdsOf,
  withIds,
  type LaterId,
} from './finding-changes.ts'

/**
 * `fixed` the rule stopped firing · `defended` answered with a reason · `accepted` a reviewer takes the
 * defence, or the finding as it is · `out-of-scope` set aside with a reason · `reopened` it came back, or
 * what an answer rested on has changed.
 */
export const findingStatuses = [
  'open',
  'reopened',
  'defended',
  'accepted',
  'out-of-scope',
  'fixed',
] as const
export type FindingStatus = (typeof findingStatuses)[number]

export interface FindingState {
  /** Id of the finding. */
  readonly id: string
  readonly rule: string
  readonly subject: readonly string[]
  readonly status: FindingStatus
  /** Since when it has this status. */
  readonly since: Moment
  /** The evidence that was seen last. */
  readonly evidenceHash: string
  /** The last answer. It stays while the finding is fixed or reopened, and holds again with its evidence. */
  readonly answer?: FindingAnswer
}

export interface Checked {
  readonly result: Pick<CheckResult, 'findings' | 'failures'>
  readonly moment: Moment
  /** What changed since the last check, where things may have got other ids meanwhile. */
  readonly diff?: GraphDiff
}

/** The states after a check, in the order of the findings; what is fixed comes last. Same input, same answer. */
export function checkStates(
  previous: readonly FindingState[],
  { result, moment, diff }: Checked,
): readonly FindingState[] {
  const laterId = laterIdsOf(diff)
  const earlierId = earlierIdsOf(diff)
  const known = new Map(previous.map((state) => [identityOf(state, laterId), state]))
  const current = result.findings.map((finding) => {
    const identity = identityOf(finding)
    const state = known.get(identity)
    known.delete(identity)
    return state === undefined
      ? opened(finding, moment)
      : seen(state, finding, { moment, earlierId })
  })
  // A rule that broke said nothing: what it found before is neither fixed nor gone.
  const silent = new Set(result.failures.map(({ rule }) => rule))
  const rest = [...known.values()].map((state) => {
    if (silent.has(state.rule) || state.status === 'fixed') return state
    return { ...state, status: 'fixed' as const, since: moment }
  })
  return [...current, ...rest]
}

function opened({ id, rule, subject, evidenceHash }: Finding, since: Moment): FindingState {
  return { id, rule, subject, evidenceHash, status: 'open', since }
}

interface Seen {
  readonly moment: Moment
  readonly earlierId: LaterId
}

function seen(state: FindingState, finding: Finding, { moment, earlierId }: Seen): FindingState {
  const { id, rule, subject, evidenceHash } = finding
  const answer = renewed(state.answer, finding, earlierId)
  const status = statusOf(state, answer, evidenceHash)
  return {
    id,
    rule,
    subject,
    status,
    since: status === state.status ? state.since : moment,
    evidenceHash,
    ...(answer === undefined ? {} : { answer }),
  }
}

/** An answer that holds after an import as well: the same evidence has another hash under other ids. */
function renewed(
  answer: FindingAnswer | undefined,
  { rule, evidence, evidenceHash }: Finding,
  earlierId: LaterId,
): FindingAnswer | undefined {
  if (answer === undefined || answer.evidenceHash === evidenceHash) return answer
  const before = withIds(evidence, earlierId)
  const hashes = [before, inOrder(before)].map((values) => stableHash([rule, values]))
  return hashes.includes(answer.evidenceHash) ? { ...answer, evidenceHash } : answer
}

function statusOf(
  { status }: FindingState,
  answer: FindingAnswer | undefined,
  evidenceHash: string,
): FindingStatus {
  if (answer?.evidenceHash === evidenceHash) return answer.status
  return answer === undefined && status === 'open' ? 'open' : 'reopened'
}

/** How many findings there are of each status. */
export function countStates(
  states: readonly FindingState[],
): Readonly<Record<FindingStatus, number>> {
  const counts = { open: 0, reopened: 0, defended: 0, accepted: 0, 'out-of-scope': 0, fixed: 0 }
  for (const { status } of states) counts[status] += 1
  return counts
}
