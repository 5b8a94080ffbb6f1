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
  } catch (error) {
    throw translateError(error)
  }
}
