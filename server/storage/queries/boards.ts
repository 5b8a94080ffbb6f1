import type { Kysely } from 'kysely'
import { documentNames } from '#shared/access.ts'
import type { BoardBeginnings, BoardRow, MemberRow, Storage, UpdateRow } from '../storage.ts'
import type { Tables } from '../tables.ts'
import { createAssets } from './assets.ts'
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
    create: (board, owner, first, more) =>
      db.transaction().execute(async (transaction) => {
        await create(transaction, board, owner, first)
        await begin(transaction, more)
      }),
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
  for (const document of documentNames) {
    await createDocument(
      db,
      { boardId: id, document },
      first.filter((update) => update.document === document),
    )
  }
}

async function begin(db: Kysely<Tables>, more: BoardBeginnings | undefined): Promise<void> {
  for (const asset of more?.assets ?? []) await createAssets(db).put(asset)
  for (const { details, ...act } of more?.acts ?? []) {
    const row = { ...act, details: JSON.stringify(details ?? null) }
    await db.insertInto('acts').values(row).execute()
  }
}

async function createDocument(
  db: Kysely<Tables>,
  of: Pick<UpdateRow, 'boardId' | 'document'>,
  first: readonly UpdateRow[],
): Promise<void> {
  const { id } = await db
    .insertInto('documents')
    .values(of)
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const [index, { personId, at, bytes }] of first.entries()) {
    const row = { documentId: id, sequence: index + 1, personId, at, bytes }
    await db.insertInto('updates').values(row).execute()
  }
}

/** Members before links and links before the board, since each refers to the next. */
async function deleteBoard(db: Kysely<Tables>, id: string): Promise<void> {
  const documents = db.selectFrom('documents').select('id').where('boardId', '=', id)
  await db.deleteFrom('updates').where('documentId', 'in', documents).execute()
  const tables = [
    'documents',
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
