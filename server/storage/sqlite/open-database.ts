/** Opens a database file with the settings that durability rests on; knows no tables. */
import { DatabaseSync } from '@photostructure/sqlite'
import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { translating } from './translate-error.ts'

export type Database = DatabaseSyncInstance

/** FULL, not NORMAL: with NORMAL a commit that was answered can be lost when the power goes. */
const settings = `
  pragma busy_timeout = 5000;
  pragma journal_mode = wal;
  pragma synchronous = full;
  pragma foreign_keys = on;
  pragma journal_size_limit = 67108864;
`

export function openDatabase(file: string): Database {
  return translating(() => {
    const database = new DatabaseSync(file)
    try {
      database.exec(settings)
    } catch (error) {
      database.close()
      throw error
    }
    return database
  })
}
