/** What a person may do at the document that an address names. */
import { documentNames, mayAct, mayRead, mayWrite, type DocumentName } from '#shared/access.ts'
import type { ErrorCode } from '#shared/errors.ts'
import type { LiveStorage } from '../options.ts'
import type { Seat } from '../seat.ts'

export interface LiveAddress {
  readonly boardId: string
  readonly document: DocumentName
}

const pattern = /^\/live\/([A-Za-z0-9_-]{1,64})\/([a-z]+)\/?$/

/** The document that the path names. */
export function readLiveAddress(url: string): LiveAddress | undefined {
  const [path = ''] = url.split('?')
  const [, boardId, name] = pattern.exec(path) ?? []
  const document = documentNames.find((known) => known === name)
  return boardId === undefined || document === undefined ? undefined : { boardId, document }
}

export async function findSeat(
  storage: LiveStorage,
  { boardId, document }: LiveAddress,
  who: { readonly personId: string; readonly address: string },
): Promise<Seat | ErrorCode> {
  const member = await storage.members.find(boardId, who.personId)
  if (member === undefined) {
    return (await storage.boards.find(boardId)) === undefined ? 'unknown_board' : 'not_a_member'
  }
  if (!mayRead(member.role, document)) return 'role_may_not'
  return {
    boardId,
    document,
    ...who,
    mayWrite: mayWrite(member.role, document),
    mayPoint: mayAct(member, 'point'),
  }
}
