/**
 * The next sequence of each document, counted in memory and read from the database when it is first
 * asked for. Only the process that holds the data folder writes, and the unique index guards the rest.
 */
import type { Kysely, SqliteDatabase } from 'kysely'
import { z } from 'zod'
import { documentNames } from '#shared/access.ts'
import type { DocumentName } from '#shared/access.ts'
import type { Tables } from '../tables.ts'

export interface Place {
  readonly documentId: number
  readonly sequence: number
}

export interface Sequences {
  /** Whether there is such a board. */
  isKnown(boardId: string): boolean
  /** The place of the next update. */
  next(boardId: string, document: DocumentName): Place
  readonly forget: (boardId: string) => void
  forgetAll(): void
}

type Board = Map<DocumentName, Place>

/** Boards that are remembered; beyond it all are forgotten and read again as they are needed. */
const maxBoards = 20_000

const rows = z.array(
  z.object({ document: z.enum(documentNames), documentId: z.number(), sequence: z.number() }),
)

export function createSequences(db: Kysely<Tables>, database: SqliteDatabase): Sequences {
  const boards = new Map<string, Board>()
  const read = database.prepare(lastPlaces(db).compile().sql)

  function find(boardId: string): Board | undefined {
    const known = boards.get(boardId)
    if (known) return known
    const places = rows.parse(read.all([boardId]))
    if (places.length === 0) return undefined
    if (boards.size >= maxBoards) boards.clear()
    const board = new Map(places.map(({ document, ...place }) => [document, place]))
    boards.set(boardId, board)
    return board
  }

  return {
    isKnown: (boardId) => find(boardId) !== undefined,
    next: (boardId, document) => {
      const board = find(boardId)
      const last = board?.get(document)
      if (!board || !last) throw new Error(`no document ${document} of board ${boardId}`)
      const next = { documentId: last.documentId, sequence: last.sequence + 1 }
      board.set(document, next)
      return next
    },
    forget: (boardId) => void boards.delete(boardId),
    forgetAll: () => boards.clear(),
  }
}

/** Every board has all its documents from the start, so no row means no board. */
function lastPlaces(db: Kysely<Tables>) {
  return db
    .selectFrom('documents')
    .select((eb) => [
      'documents.document',
      'documents.id as documentId',
      eb.fn
        .coalesce(
          eb
            .selectFrom('updates')
            .whereRef('updates.documentId', '=', 'documents.id')
            .select((last) => last.fn.max('sequence').as('last')),
          eb.lit(0),
        )
        .as('sequence'),
    ])
    .where('documents.boardId', '=', '')
}
