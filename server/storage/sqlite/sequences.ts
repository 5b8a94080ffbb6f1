/**
 * The next sequence of each document, counted in memory and read from the database when it is first
 * asked for. Only the process that holds the data folder writes, and the primary key guards the rest.
 */
import { sql } from 'kysely'
import type { Kysely, SqliteDatabase } from 'kysely'
import type { DocumentName } from '#shared/access.ts'
import type { Tables } from '../tables.ts'

export interface Sequences {
  /** Whether there is such a board. */
  isKnown(boardId: string): boolean
  next(boardId: string, document: DocumentName): number
  readonly forget: (boardId: string) => void
  forgetAll(): void
}

/** Boards that are remembered; beyond it all are forgotten and read again as they are needed. */
const maxBoards = 20_000

export function createSequences(db: Kysely<Tables>, database: SqliteDatabase): Sequences {
  const boards = new Map<string, Map<DocumentName, number>>()
  const findBoard = database.prepare(
    db.selectFrom('boards').select('id').where('id', '=', '').compile().sql,
  )
  const findLast = database.prepare(lastSequence(db).compile().sql)

  function isKnown(boardId: string): boolean {
    if (boards.has(boardId)) return true
    if (findBoard.all([boardId]).length === 0) return false
    if (boards.size >= maxBoards) boards.clear()
    boards.set(boardId, new Map())
    return true
  }

  function next(boardId: string, document: DocumentName): number {
    const board = boards.get(boardId) ?? new Map<DocumentName, number>()
    const last = board.get(document) ?? readNumber(findLast.all([boardId, document])[0])
    board.set(document, last + 1)
    boards.set(boardId, board)
    return last + 1
  }

  return {
    isKnown,
    next,
    forget: (boardId) => void boards.delete(boardId),
    forgetAll: () => boards.clear(),
  }
}

function lastSequence(db: Kysely<Tables>) {
  return db
    .selectFrom('updates')
    .select(sql<number>`coalesce(max(sequence), 0)`.as('last'))
    .where('boardId', '=', '')
    .where('document', '=', 'design')
}

function readNumber(row: unknown): number {
  if (typeof row !== 'object' || row === null || !('last' in row)) return 0
  return typeof row.last === 'number' ? row.last : 0
}
