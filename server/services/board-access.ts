/** Looks up what `shared/access.ts` decides about: the board, and what a person is on it. */
import { mayAct, type Act } from '#shared/access.ts'
import { AppError } from '#shared/errors.ts'
import type { BoardRow, MemberRow, Storage } from '#server/storage/storage.ts'

export interface Seat {
  readonly board: BoardRow
  readonly member: MemberRow
}

/** The board and the person's membership, or the refusal that fits. */
export async function seatOf(storage: Storage, boardId: string, personId: string): Promise<Seat> {
  const board = await storage.boards.find(boardId)
  if (board === undefined) throw new AppError('unknown_board')
  const member = await storage.members.find(boardId, personId)
  if (member === undefined) throw new AppError('not_a_member')
  return { board, member }
}

/** The same for somebody who is about to act. */
export async function seatFor(
  storage: Storage,
  act: Act,
  where: { readonly boardId: string; readonly personId: string },
): Promise<Seat> {
  const seat = await seatOf(storage, where.boardId, where.personId)
  if (!mayAct(seat.member, act)) throw new AppError('role_may_not')
  return seat
}
