/** Rows for the contract, complete and overridable. */
import type { DocumentName } from '#shared/access.ts'
import type { BoardRow, LinkRow, LogBatch, MemberRow, Storage, UpdateRow } from '../storage.ts'

export function boardRow(change: Partial<BoardRow> = {}): BoardRow {
  return { id: 'b1', title: 'A board', scenarioId: null, createdAt: 10, updatedAt: 10, ...change }
}

export function memberRow(change: Partial<MemberRow> = {}): MemberRow {
  return {
    boardId: 'b1',
    personId: 'ada',
    role: 'interviewer',
    owner: false,
    linkId: null,
    joinedAt: 20,
    ...change,
  }
}

export function linkRow(change: Partial<LinkRow> = {}): LinkRow {
  return {
    id: 'l1',
    boardId: 'b1',
    role: 'candidate',
    tokenHash: 'hash-1',
    createdAt: 30,
    revokedAt: null,
    ...change,
  }
}

export function updateRow(first: number, change: Partial<UpdateRow> = {}): UpdateRow {
  return {
    boardId: 'b1',
    document: 'design',
    personId: 'ada',
    at: 100,
    bytes: new Uint8Array([first & 0xff, first >> 8, 255]),
    ...change,
  }
}

export function batchOf(change: Partial<LogBatch>): LogBatch {
  return { updates: [], clientIds: [], acts: [], ...change }
}

export async function putPeople(storage: Storage, ...ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    await storage.people.put({
      id,
      name: `Name of ${id}`,
      color: '#123456',
      isNamed: true,
      createdAt: 1,
    })
  }
}

/** A board with `ada` as its owner. */
export async function makeBoard(storage: Storage, id = 'b1'): Promise<void> {
  await putPeople(storage, 'ada')
  await storage.boards.create(boardRow({ id }), memberRow({ boardId: id, owner: true }), [])
}

export async function firstBytes(
  storage: Storage,
  boardId: string,
  document: DocumentName = 'design',
): Promise<readonly (number | undefined)[]> {
  const updates = await storage.log.read(boardId, document, 0, 1_000_000)
  return updates.map(({ bytes }) => bytes[0])
}
