/** Reading the log of updates, its snapshots, client ids and acts. Writing it is the adapter's own. */
import type { Kysely } from 'kysely'
import type { LoadedDocument, SnapshotRow, Storage } from '../storage.ts'
import type { DocumentName } from '#shared/access.ts'
import type { Tables } from '../tables.ts'

export function createLogReader(db: Kysely<Tables>): Omit<Storage['log'], 'append'> {
  return {
    load: (boardId, document) => load(db, boardId, document),
    loadAt: (boardId, document, sequence) => load(db, boardId, document, sequence),
    lastSequence: async (boardId, document) => {
      const { last } = await db
        .selectFrom('documents')
        .innerJoin('updates', 'updates.documentId', 'documents.id')
        .select((eb) => eb.fn.coalesce(eb.fn.max('sequence'), eb.lit(0)).as('last'))
        .where('boardId', '=', boardId)
        .where('document', '=', document)
        .executeTakeFirstOrThrow()
      return last
    },
    read: async (boardId, document, after, limit) => {
      const rows = await updatesAfter(db, boardId, document, after).limit(limit).execute()
      return rows.map((row) => ({ ...row }))
    },
    saveSnapshot: (snapshot) =>
      db.transaction().execute((transaction) => saveSnapshot(transaction, snapshot)),
    clientIds: async (boardId, document) => {
      const rows = await db
        .selectFrom('clientIds')
        .selectAll()
        .where('boardId', '=', boardId)
        .where('document', '=', document)
        .execute()
      return rows.map((row) => ({ ...row }))
    },
    acts: async (boardId) => {
      const rows = await db
        .selectFrom('acts')
        .select(['boardId', 'personId', 'at', 'act', 'details'])
        .where('boardId', '=', boardId)
        .orderBy('id')
        .execute()
      return rows.map((row) => ({ ...row, details: JSON.parse(row.details) as unknown }))
    },
  }
}

async function load(
  db: Kysely<Tables>,
  boardId: string,
  document: DocumentName,
  until = Number.MAX_SAFE_INTEGER,
): Promise<LoadedDocument> {
  const snapshot = await db
    .selectFrom('snapshots')
    .selectAll()
    .where('boardId', '=', boardId)
    .where('document', '=', document)
    .where('sequence', '<=', until)
    .executeTakeFirst()
  const rows = await updatesAfter(db, boardId, document, snapshot?.sequence ?? 0)
    .where('sequence', '<=', until)
    .execute()
  return { snapshot: snapshot && { ...snapshot }, updates: rows.map((row) => ({ ...row })) }
}

function updatesAfter(db: Kysely<Tables>, boardId: string, document: DocumentName, after: number) {
  return db
    .selectFrom('documents')
    .innerJoin('updates', 'updates.documentId', 'documents.id')
    .select(['boardId', 'document', 'sequence', 'personId', 'at', 'bytes'])
    .where('boardId', '=', boardId)
    .where('document', '=', document)
    .where('sequence', '>', after)
    .orderBy('sequence')
}

/**
 * One row a document: the newest snapshot takes the place of the older one, and one that comes late
 * never replaces a newer one. A board that was deleted meanwhile keeps none.
 */
async function saveSnapshot(db: Kysely<Tables>, snapshot: SnapshotRow): Promise<void> {
  const { boardId, document, sequence, at, bytes } = snapshot
  const board = await db
    .selectFrom('boards')
    .select('id')
    .where('id', '=', boardId)
    .executeTakeFirst()
  if (!board) return
  await db
    .insertInto('snapshots')
    .values({ boardId, document, sequence, at, bytes })
    .onConflict((conflict) =>
      conflict
        .columns(['boardId', 'document'])
        .doUpdateSet({ sequence, at, bytes })
        .where('snapshots.sequence', '<=', sequence),
    )
    .execute()
}
