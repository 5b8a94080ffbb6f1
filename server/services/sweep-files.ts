/**
 * Removes the files of images that no board has: what an interrupted upload or deletion left behind.
 * An image that is not shown any more stays as long as its board lives, since undo may bring it back.
 */
import type { Storage } from '#server/storage/storage.ts'
import type { AssetFiles } from './asset-files.ts'

/** A file this young may belong to an upload whose row is about to be written; milliseconds. */
const grace = 60 * 60_000

/** Answers how many files were removed. */
export async function sweepFiles(
  storage: Storage,
  files: AssetFiles,
  now: number,
): Promise<number> {
  let removed = 0
  for (const { name, changedAt } of await files.list()) {
    if (now - changedAt < grace) continue
    const id = name.replace(/\.part$/, '')
    if (id === name && (await storage.assets.find(id)) !== undefined) continue
    await files.remove(name)
    removed++
  }
  return removed
}
