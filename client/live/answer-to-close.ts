/** What to do when a socket closed: the table of refusals decides, a lost network is tried again. */
import { closeCodeOf, refusals, type ErrorCode } from '#shared/errors.ts'

import { refusalOf, type Refusal } from './refusal.ts'

/** `retry` later · `ask` for the rights, then again · `afresh` with an empty document · or for good. */
export type CloseAnswer = 'retry' | 'ask' | 'afresh' | Refusal

export function answerToClose(close: number | undefined): CloseAnswer {
  if (close === undefined || close < 4400 || close >= 4500) return 'retry'
  if (close === closeCodeOf('ahead_of_server')) return 'afresh'
  if (close === closeCodeOf('too_many_requests')) return 'retry'
  if (asked.some((code) => closeCodeOf(code) === close)) return 'ask'
  return refusalOf(codes.find((each) => closeCodeOf(each) === close) ?? 'unexpected')
}

/** Who the person is and what they may is asked over HTTP, where the answer has a sentence. */
const asked = ['not_signed_in', 'not_a_member', 'unknown_board', 'rights_changed'] as const
const codes = Object.keys(refusals).filter((code): code is ErrorCode => code in refusals)
