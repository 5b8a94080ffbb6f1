/**
 * Appending to the log: the one path on which every edit of every room waits, so it runs statements
 * that were compiled once, inside one transaction without a turn of the event loop in between.
 */
import type { Kysely, SqliteDatabase, SqliteStatement } from 'kysely'
import type { ActRow, ClientIdRow, LogBatch, UpdateRow } from '../storage.ts'
import type { Tables } from '../tables.ts'
import { createSequences } from './sequences.ts'
import type { Sequences } from './sequences.ts'
import { createTouches, type Touches } from './touches.ts'

export interface LogWriter {
  readonly append: (batch: LogBatch) => Promise<void>
  /** To be told when a board was deleted. */
  readonly forget: (boardId: string) => void
}

export function createLogWriter(db: Kysely<Tables>, database: SqliteDatabase): LogWriter {
  const statements = compile(db, database)
  const sequences = createSequences(db, database)
  const touches = createTouches()
  return {
    forget: sequences.forget,
    // The connection is taken from Kysely, so that no transaction of another query is open.
    append: (batch) =>
      db.connection().execute(async () =>
        inTransaction(database, [sequences, touches], () => {
          write(batch, statements, { sequences, touches })
        }),
      ),
  }
}

type Statements = ReturnType<typeof compile>

interface Memory {
  readonly sequences: Sequences
  readonly touches: Touches
}

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
function write(batch: LogBatch, statements: Statements, { sequences, touches }: Memory): void {
  const changed = new Map<string, number>()
  for (const update of batch.updates) {
    if (sequences.isKnown(update.boardId)) writeUpdate(update, statements, sequences, changed)
  }
  for (const row of batch.clientIds)
    if (sequences.isKnown(row.boardId)) writeClientId(row, statements)
  for (const row of batch.acts) if (sequences.isKnown(row.boardId)) writeAct(row, statements)
  for (const [boardId, at] of changed) {
    if (touches.take(boardId, at)) statements.touch.run([at, at, boardId])
  }
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

/** After a failure what is remembered may be ahead of the disk: it is read again. */
function inTransaction(
  database: SqliteDatabase,
  remembered: readonly { forgetAll(): void }[],
  work: () => void,
): void {
  database.prepare('begin').run([])
  try {
    work()
    database.prepare('commit').run([])
  } catch (error) {
    for (const memory of remembered) memory.forgetAll()
    database.prepare('rollback').run([])
    throw error
  }
}
