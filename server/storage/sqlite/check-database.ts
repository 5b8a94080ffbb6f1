/** Whether a database file is whole and of a form that this version knows. It writes nothing. */
import { DatabaseSync } from '@photostructure/sqlite'
import { DataFolderError } from '../data-folder.ts'
import { migrations, readVersion, refuseNewer } from './migrate.ts'

export function checkDatabase(file: string): void {
  const database = new DatabaseSync(file)
  try {
    refuseNewer(readVersion(database), migrations, file)
    const answer = database.prepare('pragma integrity_check').get()?.['integrity_check']
    if (answer !== 'ok') throw new Error(String(answer))
  } catch (error) {
    if (error instanceof DataFolderError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new DataFolderError(`The database ${file} is damaged (${reason}).`, { cause: error })
  } finally {
    database.close()
  }
}
