/** Copies a database that may be in use, consistently and without holding up who writes it. */
import { backup, DatabaseSync } from '@photostructure/sqlite'
import { translateError } from './translate-error.ts'

/**
 * A connection of its own, and all pages in one step off the main thread: in steps, a copy starts over
 * whenever another connection writes, and on a busy server never ends.
 */
export async function copyDatabase(from: string, to: string): Promise<void> {
  try {
    const source = new DatabaseSync(from, { timeout: 5000 })
    try {
      await backup(source, to, { rate: -1 })
    } finally {
      source.close()
    }
    makeSingleFile(to)
  } catch (error) {
    throw translateError(error)
  }
}

/** Without the write-ahead log a copy is one file, also after somebody has looked into it. */
function makeSingleFile(file: string): void {
  const copy = new DatabaseSync(file)
  try {
    copy.exec('pragma journal_mode = delete')
  } finally {
    copy.close()
  }
}
