/** What people say to findings: carried out on the states, or refused with why. */
import type { FindingAnswer, Moment } from '#shared/finding-answer.ts'
import type { FindingState } from './finding-states.ts'

interface OnFinding {
  /** Id of the finding. */
  readonly finding: string
  readonly moment: Moment
  /** What the person had before them: an act is refused when it has changed meanwhile. */
  readonly evidenceHash?: string
}

/**
 * `defend` says why it stays so · `set-aside` why it is none of this design's concern · `accept` takes a
 * defence, or the finding as it is · `ask-back` takes any of these back.
 */
export type FindingAct =
  | ({ readonly act: 'defend' | 'set-aside'; readonly reason: string } & OnFinding)
  | ({ readonly act: 'accept' | 'ask-back' } & OnFinding)

/**
 * `unknown` there is no such finding · `fixed` it is not found any more · `changed` it rests on something else
 * now · `no-reason` a reason is missing · `settled` its status leaves nothing to do so.
 */
export type ActRefusal = 'unknown' | 'fixed' | 'changed' | 'no-reason' | 'settled'

export interface Answered {
  readonly states: readonly FindingState[]
  readonly refused: readonly { readonly act: FindingAct; readonly why: ActRefusal }[]
}

/** In the order of the acts; a refused act changes nothing. */
export function answerFindings(
  states: readonly FindingState[],
  acts: readonly FindingAct[],
): Answered {
  const known = new Map(states.map((state) => [state.id, state]))
  const refused: { act: FindingAct; why: ActRefusal }[] = []
  for (const act of acts) {
    const answered = answer(known.get(act.finding), act)
    if (typeof answered === 'string') refused.push({ act, why: answered })
    else known.set(act.finding, answered)
  }
  return { states: [...known.values()], refused }
}

function answer(state: FindingState | undefined, act: FindingAct): FindingState | ActRefusal {
  if (state === undefined) return 'unknown'
  if (state.status === 'fixed') return 'fixed'
  if (act.evidenceHash !== undefined && act.evidenceHash !== state.evidenceHash) return 'changed'
  const { moment } = act
  switch (act.act) {
    case 'defend':
    case 'set-aside': {
      const reason = act.reason.trim()
      if (reason === '') return 'no-reason'
      return answered(state, {
        status: act.act === 'defend' ? 'defended' : 'out-of-scope',
        reason,
        evidenceHash: state.evidenceHash,
        since: moment,
      })
    }
    case 'accept':
      return accepted(state, moment)
    case 'ask-back':
      return askedBack(state, moment)
    default:
      return act satisfies never
  }
}

function answered(state: FindingState, given: FindingAnswer): FindingState {
  return { ...state, status: given.status, since: given.since, answer: given }
}

function accepted(state: FindingState, since: Moment): FindingState | ActRefusal {
  const { status, evidenceHash } = state
  if (status === 'accepted' || status === 'out-of-scope') return 'settled'
  const defence = status === 'defended' ? state.answer : undefined
  return answered(state, {
    status: 'accepted',
    reason: defence?.reason ?? '',
    evidenceHash,
    since,
    ...(defence === undefined ? {} : { defendedBy: defence.since }),
  })
}

function askedBack(state: FindingState, since: Moment): FindingState | ActRefusal {
  if (state.status === 'open' || state.status === 'reopened') return 'settled'
  const { answer: _, ...rest } = state
  return { ...rest, status: 'reopened', since }
}
