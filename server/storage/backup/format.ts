/** What a backup file is: a gzipped tar with these entries and no other. */
import { z } from 'zod'

/** A backup that cannot be made or taken back; the message is a sentence for who ran the command. */
export class BackupError extends Error {
  override readonly name = 'BackupError'
}

export const entryNames = {
  /** First in the archive: says what the rest is. */
  manifest: 'backup.json',
  database: 'loadbearing.sqlite',
  secret: 'session-secret',
  assets: 'assets',
} as const

export const backupFormat = 1

export const manifestSchema = z.object({
  format: z.number().int(),
  /** Milliseconds since 1970. */
  madeAt: z.number().int(),
  /** Files in the archive apart from this one. */
  files: z.number().int().min(1),
})
export type Manifest = z.infer<typeof manifestSchema>

/** Images carry their ids for names. There is no dot, so `..` and half-written files are out. */
const assetPath = /^assets\/[\w-]{1,64}$/

export function isKnownFile(path: string): boolean {
  const { manifest, database, secret } = entryNames
  return path === manifest || path === database || path === secret || assetPath.test(path)
}

export function isKnownFolder(path: string): boolean {
  return path.replace(/\/$/, '') === entryNames.assets
}
