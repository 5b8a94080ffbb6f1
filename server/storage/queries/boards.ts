import type { Kysely } from 'kysely'
import type { BoardRow, MemberRow, Storage, UpdateRow } from '../storage.ts'
import type { Tables } from '../tables.ts'
import { putMember } from './members.ts'

/** Told that a board and its log are about to go. */
export type Forget = (boardId: string) => void

export function createBoards(db: Kysely<Tables>, forget: Forget): Storage['boards'] {
  return {
    find: async (id) => {
      const row = await db.selectFrom('boards').selectAll().where('id', '=', id).executeTakeFirst()
      return row && { ...row }
    },
    ofPerson: (personId) => boardsOfPerson(db, personId),
    create: (board, owner, first) =>
      db.transaction().execute((transaction) => create(transaction, board, owner, first)),
    rename: async (id, title) => {
      await db.updateTable('boards').set({ title }).where('id', '=', id).execute()
    },
    delete: async (id) => {
      await db.transaction().execute(async (transaction) => {
        // Before the commit: the append that comes next must find the board gone.
        forget(id)
        await deleteBoard(transaction, id)
      })
    },
  }
}

async function boardsOfPerson(db: Kysely<Tables>, personId: string) {
  const rows = await db
    .selectFrom('members')
    .innerJoin('boards', 'boards.id', 'members.boardId')
    .selectAll('boards')
    .select(['members.role', 'members.owner'])
    .where('members.personId', '=', personId)
    .orderBy('boards.updatedAt', 'desc')
    .orderBy('boards.id')
    .execute()
  return rows.map((row) => ({ ...row, owner: row.owner === 1 }))
}

async function create(
  db: Kysely<Tables>,
  board: BoardRow,
  owner: MemberRow,
  first: readonly UpdateRow[],
): Promise<void> {
  const { id, title, scenarioId, createdAt, updatedAt } = board
  await db.insertInto('boards').values({ id, title, scenarioId, createdAt, updatedAt }).execute()
  await putMember(db, owner)
  const sequences = new Map<string, number>()
  for (const { document, personId, at, bytes } of first) {
    const sequence = (sequences.get(document) ?? 0) + 1
    sequences.set(document, sequence)
    const row = { boardId: id, document, sequence, personId, at, bytes }
    await db.insertInto('updates').values(row).execute()
  }
}

/** Members before links and links before the board, since each refers to the next. */
async function deleteBoard(db: Kysely<Tables>, id: string): Promise<void> {
  const tables = [
    'updates',
    'snapshots',
    'clientIds',
    'acts',
    'assets',
    'members',
    'links',
  ] as const
  for (const table of tables) await db.deleteFrom(table).where('boardId', '=', id).execute()
  await db.deleteFrom('boards').where('id', '=', id).execute()
}
