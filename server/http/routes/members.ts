import { changeMember, membersAnswer } from '#shared/api.ts'
import type { BoardsService } from '#server/services/boards-service.ts'
import { defineBodyRoute, defineRoute, defineSilentRoute, type Route } from '../define-route.ts'

const path = '/api/boards/:id/members'

/** Who is on a board. */
export function memberRoutes(boards: BoardsService): readonly Route[] {
  return [
    defineRoute({
      method: 'get',
      path,
      summary: 'Who is on a board, with roles',
      answer: membersAnswer,
      handle: async ({ personId, param }) => ({
        members: await boards.members(param('id'), personId),
      }),
    }),
    defineBodyRoute({
      method: 'patch',
      path: `${path}/:person`,
      summary: 'Give a member another role',
      body: changeMember,
      answer: membersAnswer,
      handle: async ({ personId, param, body }) => {
        await boards.changeRole(param('id'), personId, param('person'), body.role)
        return { members: await boards.members(param('id'), personId) }
      },
    }),
    defineSilentRoute({
      method: 'delete',
      path: `${path}/:person`,
      summary: 'Remove a member, or leave',
      handle: ({ personId, param }) => boards.removeMember(param('id'), personId, param('person')),
    }),
  ]
}
