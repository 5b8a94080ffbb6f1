/** Data folders with something in them, and the commands run on them as `npm run` does. */
import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import { batchOf, makeBoard, updateRow } from '../contract/rows.ts'
import { createSqliteStorage } from '../create-sqlite-storage.ts'
import { assetsFolder, databaseFile, openDataFolder, secretFile } from '../data-folder.ts'

export interface Ended {
  readonly code: number
  readonly output: string
}

/** Runs a command as `npm run` does. */
export function run(
  command: 'backup' | 'restore',
  folder: string,
  ...args: readonly string[]
): Promise<Ended> {
  const program = fileURLToPath(new URL(`../../cli/${command}.ts`, import.meta.url))
  const env = { ...process.env, DATA_DIR: folder }
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', program, ...args],
      { env },
      (error, out, err) => {
        const code = error === null ? 0 : Number(error.code)
        resolve({ code, output: out + err })
      },
    )
  })
}

/** A data folder with one board, one image, one half-written image and a secret. */
export async function makeData(root: string, name: string) {
  const folder = openDataFolder(join(root, name))
  const storage = await createSqliteStorage({ file: databaseFile(folder) })
  await makeBoard(storage)
  await storage.log.append(batchOf({ updates: [updateRow(1)] }))
  await writeFile(join(assetsFolder(folder), 'image-1'), 'pixels')
  await writeFile(join(assetsFolder(folder), 'image-2.part'), 'pix')
  await writeFile(secretFile(folder), `secret of ${name}`, { mode: 0o600 })
  return { folder, storage }
}

export async function countUpdates(folder: string): Promise<number> {
  const storage = await createSqliteStorage({ file: databaseFile(folder) })
  const updates = await storage.log.read('b1', 'design', 0, 1_000_000)
  await storage.close()
  expect(updates.map(({ sequence }) => sequence)).toEqual(updates.map((_, i) => i + 1))
  return updates.length
}
