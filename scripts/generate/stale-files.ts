/** Compares generated texts with the disk, so that unchanged files keep their time. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

type Files = ReadonlyMap<string, string>

/** Paths whose text on disk is absent or different. */
export async function findStale(root: string, files: Files): Promise<readonly string[]> {
  const stale: string[] = []
  for (const [path, text] of files) {
    if ((await readOrNothing(join(root, path))) !== text) stale.push(path)
  }
  return stale
}

export async function writeStale(
  root: string,
  files: Files,
  stale: readonly string[],
): Promise<void> {
  for (const path of stale) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), files.get(path) ?? '')
  }
}

async function readOrNothing(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
