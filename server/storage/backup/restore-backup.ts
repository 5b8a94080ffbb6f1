/**
 * Puts a backup into a data folder. The archive is read to its end and its database is checked before
 * anything that lies in the folder moves, and what lay there is kept beside it.
 */
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { extract } from 'tar'
import { DataFolderError, lockFile } from '../data-folder.ts'
import { lockDataFolder } from '../lock-data-folder.ts'
import { checkDatabase } from '../sqlite/check-database.ts'
import { BackupError, entryNames } from './format.ts'
import { verifyArchive } from './verify-archive.ts'

export interface RestoreOptions {
  readonly from: string
  readonly folder: string
  /** Restore also into a folder that is not empty; its contents move beside it. */
  readonly force: boolean
  readonly now: number
}

/** Inside the data folder, so that the last step is a rename within one file system. */
const stagingName = '.restoring'

/** Answers where the old contents are, when there were any. */
export async function restoreBackup(options: RestoreOptions): Promise<string | undefined> {
  const folder = resolve(options.folder)
  await verifyArchive(options.from)
  await makeFolder(folder)
  const lock = lockDataFolder(folder)
  try {
    const old = await contentsOf(folder)
    if (old.length > 0 && !options.force) throw notEmpty(folder)
    const staging = await unpack(options.from, folder)
    const kept = old.length > 0 ? await moveAside(folder, old, options.now) : undefined
    await moveAll(staging, folder, await readdir(staging))
    await rm(staging, { recursive: true })
    return kept
  } finally {
    lock.release()
  }
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new DataFolderError(`The data folder ${folder} cannot be made (${reason}).`)
  }
}

async function contentsOf(folder: string): Promise<readonly string[]> {
  const own = [basename(lockFile(folder)), `${basename(lockFile(folder))}-journal`, stagingName]
  const names = await readdir(folder)
  return names.filter((name) => !own.includes(name))
}

function notEmpty(folder: string): BackupError {
  return new BackupError(
    `The data folder ${folder} is not empty. Set DATA_DIR to an empty folder, or add --force: what is there now is then kept beside it.`,
  )
}

async function unpack(archive: string, folder: string): Promise<string> {
  const staging = join(folder, stagingName)
  await rm(staging, { recursive: true, force: true })
  await mkdir(staging, { mode: 0o700 })
  try {
    await extract({ file: archive, cwd: staging, strict: true, preserveOwner: false })
    await rm(join(staging, entryNames.manifest))
    checkDatabase(join(staging, entryNames.database))
    return staging
  } catch (error) {
    await rm(staging, { recursive: true, force: true })
    throw error
  }
}

async function moveAside(folder: string, names: readonly string[], now: number): Promise<string> {
  const stamp = new Date(now).toISOString().replaceAll(/[:.]/g, '-')
  const aside = `${folder}.before-restore-${stamp}`
  await mkdir(aside, { mode: 0o700 })
  await moveAll(folder, aside, names)
  return aside
}

async function moveAll(from: string, to: string, names: readonly string[]): Promise<void> {
  for (const name of names) await rename(join(from, name), join(to, name))
}
