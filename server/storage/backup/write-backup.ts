/** Makes a backup of a data folder, also while a server uses it. It changes nothing in the folder. */
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { create } from 'tar'
import { assetsFolder, databaseFile, secretFile } from '../data-folder.ts'
import { copyDatabase } from '../sqlite/copy-database.ts'
import { BackupError, backupFormat, entryNames, isKnownFile } from './format.ts'
import type { Manifest } from './format.ts'

export interface BackupOptions {
  readonly folder: string
  readonly to: string
  readonly now: number
}

/** Complete under its name or not there at all; answers the number of files in it. */
export async function writeBackup({ folder, to, now }: BackupOptions): Promise<number> {
  const target = resolve(to)
  requireDatabase(folder)
  if (existsSync(target)) {
    throw new BackupError(`There is already a file ${target}. Choose another name.`)
  }
  if (!existsSync(dirname(target))) {
    throw new BackupError(`There is no folder ${dirname(target)}. Make it first.`)
  }
  const staging = await mkdtemp(`${target}.part-`)
  try {
    const files = await gather(resolve(folder), staging, now)
    const archive = join(staging, 'archive')
    // `follow`: what lies in the data folder is only linked into the staging folder.
    const options = { cwd: staging, file: archive, gzip: true, portable: true, follow: true }
    await create(options, [entryNames.manifest, ...files])
    await rename(archive, target)
    return files.length
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
}

function requireDatabase(folder: string): void {
  if (existsSync(databaseFile(folder))) return
  throw new BackupError(
    `There is no database in ${resolve(folder)}. Set DATA_DIR to the data folder of the server.`,
  )
}

/** The database first: every asset that it names was written before the row that names it. */
async function gather(folder: string, staging: string, now: number): Promise<readonly string[]> {
  await copyDatabase(databaseFile(folder), join(staging, entryNames.database))
  const files: string[] = [entryNames.database]
  if (existsSync(secretFile(folder))) {
    await symlink(secretFile(folder), join(staging, entryNames.secret))
    files.push(entryNames.secret)
  }
  if (existsSync(assetsFolder(folder))) {
    await symlink(assetsFolder(folder), join(staging, entryNames.assets))
    files.push(...(await listAssets(folder)))
  }
  const manifest: Manifest = { format: backupFormat, madeAt: now, files: files.length }
  await writeFile(join(staging, entryNames.manifest), JSON.stringify(manifest))
  return files
}

/** Files that are still being written carry a name that starts with a dot, and are left out. */
async function listAssets(folder: string): Promise<readonly string[]> {
  const entries = await readdir(assetsFolder(folder), { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => isKnownFile(path))
    .sort()
}
