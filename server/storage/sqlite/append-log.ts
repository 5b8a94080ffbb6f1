/**
 * Appending to the log: the one path on which every edit of every room waits, so it runs statements
 * that were compiled once, inside one transaction without a turn of the event loop in between.
 */
import type { Kysely, SqliteDatabase, SqliteStatement } from 'kysely'
import type { ActRow, ClientIdRow, LogBatch, UpdateRow } from '../storage.ts'
import type { Tables } from '../tables.ts'
import { createSequences } from './sequences.ts'
import type { Sequences } from './sequences.ts'

export interface LogWriter {
  readonly append: (batch: LogBatch) => Promise<void>
  /** To be told when a board was deleted. */
  readonly forget: (boardId: string) => void
}

export function createLogWriter(db: Kysely<Tables>, database: SqliteDatabase): LogWriter {
  const statements = compile(db, database)
  const sequences = createSequences(db, database)
  return {
    forget: sequences.forget,
    // The connection is taken from Kysely, so that no transaction of another query is open.
    append: (batch) =>
      db.connection().execute(async () =>
        inTransaction(database, sequences, () => {
          write(batch, statements, sequences)
        }),
      ),
  }
}

type Statements = ReturnType<typeof compile>

function compile(db: Kysely<Tables>, database: SqliteDatabase) {
  const prepare = (query: { compile(): { readonly sql: string } }): SqliteStatement =>
    database.prepare(query.compile().sql)
  return {
    update: prepare(
      db
        .insertInto('updates')
        .values({ documentId: 0, sequence: 0, personId: '', at: 0, bytes: new Uint8Array() }),
    ),
    clientId: prepare(
      db
        .insertInto('clientIds')
        .values({ boardId: '', document: 'design', clientId: 0, personId: '' })
        .onConflict((conflict) => conflict.doNothing()),
    ),
    act: prepare(
      db.insertInto('acts').values({ boardId: '', personId: '', at: 0, act: '', details: '' }),
    ),
    touch: prepare(
      db
        .updateTable('boards')
        .set({ updatedAt: 0 })
        .where('updatedAt', '<', 0)
        .where('id', '=', ''),
    ),
  }
}

/** Rows of a board that is no more are left out: one deleted board must not fail the others' turn. */
function write(batch: LogBatch, statements: Statements, sequences: Sequences): void {
  const changed = new Map<string, number>()
  for (const update of batch.updates) {
    if (sequences.isKnown(update.boardId)) writeUpdate(update, statements, sequences, changed)
  }
  for (const row of batch.clientIds)
    if (sequences.isKnown(row.boardId)) writeClientId(row, statements)
  for (const row of batch.acts) if (sequences.isKnown(row.boardId)) writeAct(row, statements)
  for (const [boardId, at] of changed) statements.touch.run([at, at, boardId])
}

function writeUpdate(
  { boardId, document, personId, at, bytes }: UpdateRow,
  statements: Statements,
  sequences: Sequences,
  changed: Map<string, number>,
): void {
  const { documentId, sequence } = sequences.next(boardId, document)
  statements.update.run([documentId, sequence, personId, at, bytes])
  if (document === 'design') changed.set(boardId, Math.max(at, changed.get(boardId) ?? 0))
}

function writeClientId(row: ClientIdRow, statements: Statements): void {
  statements.clientId.run([row.boardId, row.document, row.clientId, row.personId])
}

function writeAct(row: ActRow, statements: Statements): void {
  const details = JSON.stringify(row.details ?? null)
  statements.act.run([row.boardId, row.personId, row.at, row.act, details])
}

/** After a failure the counters may be ahead of the disk: they are read again. */
function inTransaction(database: SqliteDatabase, sequences: Sequences, work: () => void): void {
  database.prepare('begin').run([])
  try {
    work()
    database.prepare('commit').run([])
  } catch (error) {
    sequences.forgetAll()
    database.prepare('rollback').run([])
    throw error
  }
}
