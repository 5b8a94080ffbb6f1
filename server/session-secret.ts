/** The key that signs sessions: given by the environment, or made once and kept in the data folder. */
import { randomBytes } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { secretFile } from '#server/storage/data-folder.ts'

/** Losing it signs everybody out, so it is part of a backup. */
export function readSessionSecret(dataDir: string): string {
  const file = secretFile(dataDir)
  const known = readIfThere(file)
  if (known !== undefined && known.length >= 32) return known
  const secret = randomBytes(32).toString('base64url')
  // Written beside and renamed: half a key would sign everybody out at the next start.
  writeFileSync(`${file}.part`, `${secret}\n`, { mode: 0o600 })
  renameSync(`${file}.part`, file)
  return secret
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
