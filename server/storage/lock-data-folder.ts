/**
 * One process at a time works on a data folder. The lock is held by the operating system, through a
 * write transaction that stays open on a tiny database file: it ends with the process however that
 * dies, and cannot be mistaken for held because another process got the same id, as happens at every
 * start of a container. The id inside is for the sentence alone.
 */
import { DatabaseSync } from '@photostructure/sqlite'
import { DataFolderError, lockFile } from './data-folder.ts'
import type { Database } from './sqlite/open-database.ts'

export interface DataFolderLock {
  release(): void
}

/** Throws `DataFolderError` when another living process, or this one, holds the folder already. */
export function lockDataFolder(folder: string): DataFolderLock {
  const file = lockFile(folder)
  let database: Database | undefined
  try {
    database = new DatabaseSync(file, { timeout: 0 })
    claim(database)
  } catch (error) {
    const refusal = explain(error, folder, database)
    database?.close()
    throw refusal
  }
  const held = database
  return {
    release: () => {
      if (!held.isOpen) return
      held.exec('rollback')
      held.close()
    },
  }
}

/** No prepared statement: one would keep the file open, and locked, until it is garbage collected. */
function claim(database: Database): void {
  database.exec('begin immediate')
  database.exec('create table if not exists holder (pid integer)')
  database.exec('delete from holder')
  database.exec(`insert into holder (pid) values (${process.pid})`)
  database.exec('commit')
  // Nothing is ever written in this one: it only keeps others from beginning theirs.
  database.exec('begin immediate')
}

const busy = 5

function explain(error: unknown, folder: string, database: Database | undefined): Error {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : undefined
  const reason = error instanceof Error ? error.message : String(error)
  const sentence =
    code === busy
      ? `The data folder ${folder} is in use by another Loadbearing process${holderOf(database)}. Stop that one first, or set DATA_DIR to another folder.`
      : `The data folder ${folder} cannot be locked (${reason}). See that this user may write ${lockFile(folder)}; the file holds no data and may be deleted.`
  return new DataFolderError(sentence, { cause: error })
}

/** Nothing while the other one is just writing its id. */
function holderOf(database: Database | undefined): string {
  try {
    const pid = database?.prepare('select pid from holder').get()?.['pid']
    return typeof pid === 'number' ? ` (process ${pid})` : ''
  } catch {
    return ''
  }
}
