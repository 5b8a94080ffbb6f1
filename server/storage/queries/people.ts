import type { Kysely } from 'kysely'
import type { Storage } from '../storage.ts'
import type { Tables } from '../tables.ts'

export function createPeople(db: Kysely<Tables>): Storage['people'] {
  return {
    find: async (id) => {
      const row = await db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst()
      return row && { ...row, isNamed: row.isNamed === 1 }
    },
    put: async (person) => {
      const { id, name, color, createdAt } = person
      const isNamed = person.isNamed ? 1 : 0
      await db
        .insertInto('people')
        .values({ id, name, color, isNamed, createdAt })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ name, color, isNamed }))
        .execute()
    },
  }
}
