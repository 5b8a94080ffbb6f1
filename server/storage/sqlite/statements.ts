/**
 * Prepared statements of one database, kept by their text: a statement that is prepared anew for every
 * query lives on the native heap until the garbage collector comes by, hundreds of megabytes later.
 * The queries are few and their texts bounded, so nothing is ever evicted.
 */
import type { StatementSyncInstance } from '@photostructure/sqlite'
import type { SqliteDatabase, SqliteStatement } from 'kysely'
import type { Database } from './open-database.ts'
import { translating } from './translate-error.ts'

/** The face of the database that Kysely's SQLite dialect asks for. */
export function createStatements(database: Database): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>()
  return {
    prepare: (sql) => {
      const known = statements.get(sql)
      if (known) return known
      const statement = prepare(database, sql)
      statements.set(sql, statement)
      return statement
    },
    close: () => {
      statements.clear()
      try {
        // The driver keeps the file open until the statements are garbage collected, so that the
        // checkpoint that SQLite makes when it closes a file may never come.
        translating(() => database.exec('pragma wal_checkpoint(truncate)'))
      } finally {
        database.close()
      }
    },
  }
}

function prepare(database: Database, sql: string): SqliteStatement {
  if (sql === 'rollback') return rollback(database)
  const statement = translating(() => database.prepare(sql))
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => translating(() => statement.all(...parameters)),
    run: (parameters) => translating(() => statement.run(...parameters)),
    iterate: (parameters) => iterate(statement, parameters),
  }
}

function iterate(statement: StatementSyncInstance, parameters: readonly unknown[]) {
  return translating(() => statement.iterate(...parameters))
}

/**
 * A full disk rolls the transaction back by itself; a second rollback would then fail and hide the
 * error that matters.
 */
function rollback(database: Database): SqliteStatement {
  return {
    reader: false,
    all: () => [],
    run: () => {
      if (database.isTransaction) translating(() => database.exec('rollback'))
      return { changes: 0, lastInsertRowid: 0 }
    },
    iterate: () => [].values(),
  }
}
