/**
 * Brings a database to the newest form, one transaction a step, and refuses one from the future. The
 * version is SQLite's own `user_version`, which a transaction carries along.
 */
import { existsSync, renameSync, rmSync } from 'node:fs'
import { DataFolderError } from '../data-folder.ts'
import { firstTables } from '../migrations/0001-first-tables.ts'
import type { Migration } from '../migrations/migration.ts'
import type { Database } from './open-database.ts'
import { translating } from './translate-error.ts'

export const migrations: readonly Migration[] = [firstTables]

/** An existing database is copied beside itself, as `<file>.before-<version>`, before it is changed. */
export function migrate(database: Database, file: string, steps = migrations): void {
  translating(() => {
    const version = readVersion(database)
    refuseNewer(version, steps, file)
    const missing = steps.filter((step) => step.version > version)
    if (version > 0 && missing.length > 0) copyBeside(database, `${file}.before-${version + 1}`)
    for (const step of missing) apply(database, step)
  })
}

export function readVersion(database: Database): number {
  const version = database.prepare('pragma user_version').get()?.['user_version']
  return typeof version === 'number' ? version : 0
}

export function refuseNewer(version: number, steps: readonly Migration[], file: string): void {
  const newest = steps.at(-1)?.version ?? 0
  if (version <= newest) return
  throw new DataFolderError(
    `The database ${file} was written by a newer version of Loadbearing (form ${version}, this one knows ${newest}). Update Loadbearing, or restore a backup made with this version.`,
  )
}

function apply(database: Database, step: Migration): void {
  database.exec('begin immediate')
  try {
    database.exec(step.sql)
    database.exec(`pragma user_version = ${step.version}`)
    database.exec('commit')
  } catch (error) {
    if (database.isTransaction) database.exec('rollback')
    throw error
  }
}

/** Complete under its final name or not there at all. */
function copyBeside(database: Database, copy: string): void {
  if (existsSync(copy)) return
  rmSync(`${copy}.part`, { force: true })
  database.prepare('vacuum into ?').run(`${copy}.part`)
  renameSync(`${copy}.part`, copy)
}
