import { Readable } from 'node:stream'
import { imported } from '#shared/api.ts'
import { boardEnvelope } from '#shared/exchange/board-file.ts'
import type { BoardFilesService } from '#server/services/board-files-service.ts'
import { defineBoardFileRoute, defineFileRoute, type Route } from '../define-route.ts'

const download = {
  'Cache-Control': 'no-store',
  'Content-Disposition': 'attachment; filename="board.json"',
}

/** Boards as files. */
export function boardFileRoutes(files: BoardFilesService): readonly Route[] {
  return [
    defineBoardFileRoute({
      method: 'post',
      path: '/api/boards/import',
      summary: 'Make a board from a board file',
      status: 201,
      file: boardEnvelope,
      answer: imported,
      handle: ({ personId, body }) => files.importNew(personId, body),
    }),
    defineBoardFileRoute({
      method: 'post',
      path: '/api/boards/:id/import',
      summary: 'Add a board file to a board: into an empty one, else as further pages',
      file: boardEnvelope,
      answer: imported,
      handle: ({ personId, param, body }) =>
        files.importInto({ boardId: param('id'), personId }, body),
    }),
    defineFileRoute({
      method: 'get',
      path: '/api/boards/:id/export',
      summary: 'The board as a file, with pictures and comments',
      handle: async ({ personId, param }) => {
        const bytes = await files.export({ boardId: param('id'), personId })
        const content = Readable.from([bytes])
        return { mime: 'application/json', size: bytes.length, headers: download, content }
      },
    }),
  ]
}
