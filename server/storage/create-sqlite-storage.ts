/** Storage in one SQLite file. */
import { Kysely, SqliteDialect } from 'kysely'
import { createAssets } from './queries/assets.ts'
import { createBoards } from './queries/boards.ts'
import { createDevices } from './queries/devices.ts'
import { createLinks } from './queries/links.ts'
import { createLogReader } from './queries/log.ts'
import { createMembers } from './queries/members.ts'
import { createPeople } from './queries/people.ts'
import { createLogWriter } from './sqlite/append-log.ts'
import { copyDatabase } from './sqlite/copy-database.ts'
import { migrate } from './sqlite/migrate.ts'
import { openDatabase } from './sqlite/open-database.ts'
import type { Database } from './sqlite/open-database.ts'
import { createStatements } from './sqlite/statements.ts'
import type { Storage } from './storage.ts'
import type { Tables } from './tables.ts'

export interface SqliteStorageOptions {
  readonly file: string
  readonly now?: () => number
}

/** Opens the file, makes it when it is missing, and brings it to the newest form. */
export async function createSqliteStorage(options: SqliteStorageOptions): Promise<Storage> {
  const database = openDatabase(options.file)
  try {
    migrate(database, options.file)
    return createStorageOver(database, options)
  } catch (error) {
    database.close()
    throw error
  }
}

/** The adapter over a database that is open and of the newest form. */
export function createStorageOver(
  database: Database,
  { file, now = Date.now }: SqliteStorageOptions,
): Storage {
  const statements = createStatements(database)
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: statements }) })
  const writer = createLogWriter(db, statements)
  return {
    people: createPeople(db),
    boards: createBoards(db, writer.forget),
    members: createMembers(db),
    links: createLinks(db),
    devices: createDevices(db),
    log: { ...createLogReader(db), append: writer.append },
    assets: createAssets(db),
    backup: (to) => copyDatabase(file, to),
    checkWritable: async () => {
      await db.updateTable('heartbeat').set({ at: now() }).where('id', '=', 1).execute()
    },
    close: async () => {
      if (!database.isOpen) return
      await whatWasAsked(db)
      await db.destroy()
    },
  }
}

/** The one connection is given out in the order of asking: who gets it now is behind everybody else. */
async function whatWasAsked(db: Kysely<Tables>): Promise<void> {
  await db.connection().execute(async () => {})
}
