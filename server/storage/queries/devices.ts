import type { Kysely } from 'kysely'
import type { Storage } from '../storage.ts'
import type { Tables } from '../tables.ts'

export function createDevices(db: Kysely<Tables>): Storage['devices'] {
  return {
    put: async ({ tokenHash, personId, expiresAt }) => {
      await db.insertInto('deviceTokens').values({ tokenHash, personId, expiresAt }).execute()
    },
    take: (tokenHash, now) =>
      db.transaction().execute(async (transaction) => {
        await transaction.deleteFrom('deviceTokens').where('expiresAt', '<=', now).execute()
        const taken = await transaction
          .deleteFrom('deviceTokens')
          .where('tokenHash', '=', tokenHash)
          .returning('personId')
          .executeTakeFirst()
        return taken?.personId
      }),
  }
}
