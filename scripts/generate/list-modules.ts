/** Ids of the modules of a registry folder, sorted: files with a default export, told by their text. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

export async function listModules(root: string, folder: string): Promise<readonly string[]> {
  const ids: string[] = []
  for (const name of await filesIn(join(root, folder))) {
    if (!name.endsWith('.ts') || name.endsWith('.test.ts')) continue
    const text = await readFile(join(root, folder, name), 'utf8')
    if (/^export default define/m.test(text)) ids.push(name.slice(0, -'.ts'.length))
  }
  return ids.sort()
}

/** A registry whose folder does not exist yet is empty. */
async function filesIn(path: string): Promise<readonly string[]> {
  try {
    return await readdir(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
