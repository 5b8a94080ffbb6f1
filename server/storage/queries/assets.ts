import type { Kysely } from 'kysely'
import type { Storage } from '../storage.ts'
import type { Tables } from '../tables.ts'

export function createAssets(db: Kysely<Tables>): Storage['assets'] {
  return {
    find: async (id) => {
      const row = await db.selectFrom('assets').selectAll().where('id', '=', id).executeTakeFirst()
      return row && { ...row }
    },
    put: async ({ id, boardId, mime, size, personId, createdAt }) => {
      await db
        .insertInto('assets')
        .values({ id, boardId, mime, size, personId, createdAt })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ mime, size }))
        .execute()
    },
    ofBoard: async (boardId) => {
      const rows = await db
        .selectFrom('assets')
        .selectAll()
        .where('boardId', '=', boardId)
        .orderBy('createdAt')
        .orderBy('id')
        .execute()
      return rows.map((row) => ({ ...row }))
    },
  }
}
