import type { Kysely } from 'kysely'
import type { Storage } from '../storage.ts'
import type { Tables } from '../tables.ts'

export function createLinks(db: Kysely<Tables>): Storage['links'] {
  return {
    findByHash: async (tokenHash) => {
      const row = await db
        .selectFrom('links')
        .selectAll()
        .where('tokenHash', '=', tokenHash)
        .executeTakeFirst()
      return row && { ...row }
    },
    ofBoard: async (boardId) => {
      const rows = await db
        .selectFrom('links')
        .leftJoin('members', 'members.linkId', 'links.id')
        .selectAll('links')
        .select((eb) => eb.fn.count<number>('members.personId').as('members'))
        .where('links.boardId', '=', boardId)
        .where('links.revokedAt', 'is', null)
        .groupBy('links.id')
        .orderBy('links.createdAt')
        .orderBy('links.id')
        .execute()
      return rows.map((row) => ({ ...row }))
    },
    put: async (link) => {
      const { id, boardId, role, tokenHash, createdAt, revokedAt } = link
      await db
        .insertInto('links')
        .values({ id, boardId, role, tokenHash, createdAt, revokedAt })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ role, tokenHash, revokedAt }))
        .execute()
    },
    revoke: (boardId, linkId, at) =>
      db.transaction().execute((transaction) => revoke(transaction, { boardId, linkId, at })),
  }
}

/** The first revocation keeps its time; the owner stays, by whatever link they came. */
async function revoke(
  db: Kysely<Tables>,
  { boardId, linkId, at }: { boardId: string; linkId: string; at: number },
): Promise<readonly string[] | undefined> {
  const marked = await db
    .updateTable('links')
    .set((eb) => ({ revokedAt: eb.fn.coalesce('revokedAt', eb.val(at)) }))
    .where('id', '=', linkId)
    .where('boardId', '=', boardId)
    .executeTakeFirst()
  if (marked.numUpdatedRows === 0n) return undefined
  const removed = await db
    .deleteFrom('members')
    .where('boardId', '=', boardId)
    .where('linkId', '=', linkId)
    .where('owner', '=', 0)
    .returning('personId')
    .execute()
  return removed.map((member) => member.personId)
}
