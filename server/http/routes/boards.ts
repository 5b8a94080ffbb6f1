import { boardsAnswer, boardSummary, createBoard, renameBoard } from '#shared/api.ts'
import type { BoardsService } from '#server/services/boards-service.ts'
import { defineBodyRoute, defineRoute, defineSilentRoute, type Route } from '../define-route.ts'

const path = '/api/boards'
const one = `${path}/:id`

/** One's boards: make, list, rename, delete. */
export function boardRoutes(boards: BoardsService): readonly Route[] {
  return [
    defineRoute({
      method: 'get',
      path,
      summary: 'The boards you are on, the newest change first',
      answer: boardsAnswer,
      handle: async ({ personId }) => ({ boards: await boards.list(personId) }),
    }),
    defineBodyRoute({
      method: 'post',
      path,
      summary: 'Make a board and become its owner',
      status: 201,
      body: createBoard,
      answer: boardSummary,
      handle: ({ personId, body }) => boards.create(personId, body),
    }),
    defineRoute({
      method: 'get',
      path: one,
      summary: 'A board and your role on it',
      answer: boardSummary,
      handle: ({ personId, param }) => boards.open(param('id'), personId),
    }),
    defineBodyRoute({
      method: 'patch',
      path: one,
      summary: 'Rename a board',
      body: renameBoard,
      answer: boardSummary,
      handle: ({ personId, param, body }) => boards.rename(param('id'), personId, body.title),
    }),
    defineSilentRoute({
      method: 'delete',
      path: one,
      summary: 'Delete a board and everything on it',
      handle: ({ personId, param }) => boards.delete(param('id'), personId),
    }),
  ]
}
