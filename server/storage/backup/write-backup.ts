/** Makes a backup of a data folder, also while a server uses it. It changes nothing in the folder. */
import { existsSync } from 'node:fs'
import { mkdtemp, open, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
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
    await gather(resolve(folder), staging)
    const archive = join(staging, 'archive')
    const files = await pack(staging, archive, now)
    await finish(archive)
    await rename(archive, target)
    return files
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
async function gather(folder: string, staging: string): Promise<void> {
  await copyDatabase(databaseFile(folder), join(staging, entryNames.database))
  if (existsSync(secretFile(folder))) {
    await symlink(secretFile(folder), join(staging, entryNames.secret))
  }
  if (existsSync(assetsFolder(folder))) {
    await symlink(assetsFolder(folder), join(staging, entryNames.assets))
  }
}

/** An image that goes away meanwhile, with its board, is no reason to give up: it is listed anew. */
async function pack(staging: string, archive: string, now: number, tries = 5): Promise<number> {
  const files = await listFiles(staging)
  const manifest: Manifest = { format: backupFormat, madeAt: now, files: files.length }
  await writeFile(join(staging, entryNames.manifest), JSON.stringify(manifest))
  // `follow`: what lies in the data folder is only linked into the staging folder.
  const options = { cwd: staging, file: archive, gzip: true, portable: true, follow: true }
  try {
    await create(options, [entryNames.manifest, ...files])
    return files.length
  } catch (error) {
    const isGone = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    if (!isGone || tries <= 1) throw error
    return pack(staging, archive, now, tries - 1)
  }
}

async function listFiles(staging: string): Promise<readonly string[]> {
  const single = [entryNames.database, entryNames.secret]
  const assets = join(staging, entryNames.assets)
  return [
    ...single.filter((name) => existsSync(join(staging, name))),
    ...(existsSync(assets) ? await listAssets(assets) : []),
  ]
}

/** For this user alone, since it holds the secret that signs sessions; and safe on the disk. */
async function finish(archive: string): Promise<void> {
  const handle = await open(archive, 'r+')
  try {
    await handle.chmod(0o600)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Files that are still being written have another kind of name, and are left out. */
async function listAssets(assets: string): Promise<readonly string[]> {
  const names = await readdir(assets)
  return names.map((name) => `${entryNames.assets}/${name}`).filter((path) => isKnownFile(path))
}
