/**
 * Reads and writes what was said to findings in a room document: one value a finding. It refuses what
 * does not fit what was said before, and may not ask who is asking.
 */
import type * as Y from 'yjs'
import { AppError } from '#shared/errors.ts'
import {
  documentRoots,
  type FindingActName,
  type FindingSaying,
  type FindingThread,
} from '#shared/live.ts'
import { answerFindings, type FindingAct } from '#shared/review/answer-findings.ts'
import type { Moment } from '#shared/finding-answer.ts'
import type { FindingState } from '#shared/review/finding-states.ts'

/** Keeps a room loadable in a moment; nobody reads so many. */
export const maxFindings = 2_000
export const maxSayings = 200

/** What somebody says, and what they had before them. */
export interface Said {
  readonly finding: string
  readonly act: FindingActName
  readonly rule: string
  readonly title: string
  readonly on: string
  readonly evidenceHash: string
  readonly saying: FindingSaying
}

export function answerIn(room: Y.Doc, said: Said): FindingThread {
  const findings: Y.Map<FindingThread> = room.getMap(documentRoots.room.findings)
  const before = findings.get(said.finding)
  if (before === undefined && findings.size >= maxFindings) {
    throw new AppError('board_full', 'Too many findings were answered.')
  }
  if (before !== undefined && before.said.length >= maxSayings) {
    throw new AppError('board_full', 'Too much was said to this finding.')
  }
  const { rule, title, on } = before ?? said
  const thread = {
    rule,
    title,
    on,
    answer: answerTo(before, said),
    said: [...(before?.said ?? []), said.saying],
  }
  findings.set(said.finding, thread)
  return thread
}

function answerTo(before: FindingThread | undefined, said: Said): FindingThread['answer'] {
  const moment = { at: said.saying.at, by: said.saying.authorId }
  const { states, refused } = answerFindings([stateOf(before, said, moment)], [actOf(said, moment)])
  const [refusal] = refused
  if (refusal?.why === 'no-reason') throw new AppError('bad_request', 'It needs a reason.')
  if (refusal !== undefined) throw new AppError('nothing_to_answer')
  return states[0]?.answer ?? null
}

function actOf({ act, finding, saying, evidenceHash }: Said, moment: Moment): FindingAct {
  const on = { finding, moment, evidenceHash }
  switch (act) {
    case 'defend':
    case 'set-aside':
      return { act, reason: saying.text, ...on }
    case 'accept':
    case 'ask-back':
      return { act, ...on }
    default:
      return act satisfies never
  }
}

/** The finding as the person had it before them. */
function stateOf(before: FindingThread | undefined, said: Said, since: Moment): FindingState {
  const { finding, rule, evidenceHash } = said
  const state = { id: finding, rule, subject: [], since, evidenceHash }
  const answer = before?.answer ?? undefined
  if (answer === undefined) return { ...state, status: 'open' }
  const status = answer.evidenceHash === evidenceHash ? answer.status : 'reopened'
  return { ...state, status, answer }
}
