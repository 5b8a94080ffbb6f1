import type { Kysely } from 'kysely'
import type { MemberRow, Storage } from '../storage.ts'
import type { Tables } from '../tables.ts'

export function createMembers(db: Kysely<Tables>): Storage['members'] {
  return {
    find: async (boardId, personId) => {
      const row = await db
        .selectFrom('members')
        .selectAll()
        .where('boardId', '=', boardId)
        .where('personId', '=', personId)
        .executeTakeFirst()
      return row && { ...row, owner: row.owner === 1 }
    },
    ofBoard: async (boardId) => {
      const rows = await db
        .selectFrom('members')
        .innerJoin('people', 'people.id', 'members.personId')
        .selectAll('members')
        .select(['people.name', 'people.color'])
        .where('boardId', '=', boardId)
        .orderBy('joinedAt')
        .orderBy('personId')
        .execute()
      return rows.map((row) => ({ ...row, owner: row.owner === 1 }))
    },
    put: (member) => putMember(db, member),
    remove: async (boardId, personId) => {
      await db
        .deleteFrom('members')
        .where('boardId', '=', boardId)
        .where('personId', '=', personId)
        .execute()
    },
  }
}

/** Adds a member, or gives the one there is another role. */
export async function putMember(db: Kysely<Tables>, member: MemberRow): Promise<void> {
  const { boardId, personId, role, linkId, joinedAt } = member
  const owner = member.owner ? 1 : 0
  await db
    .insertInto('members')
    .values({ boardId, personId, role, owner, linkId, joinedAt })
    .onConflict((conflict) =>
      conflict.columns(['boardId', 'personId']).doUpdateSet({ role, owner, linkId, joinedAt }),
    )
    .execute()
}
