/** Reads a whole backup file and says whether it may be unpacked. It writes nothing. */
import { list } from 'tar'
import type { ReadEntry } from 'tar'
import {
  BackupError,
  backupFormat,
  entryNames,
  isKnownFile,
  isKnownFolder,
  manifestSchema,
} from './format.ts'
import type { Manifest } from './format.ts'

const maxManifestBytes = 10_000

/** Throws `BackupError` unless every entry is one that a backup has, once, and none is missing. */
export async function verifyArchive(file: string): Promise<void> {
  const { names, problems, manifest } = await readEntries(file)
  const [problem] = problems
  if (problem !== undefined) throw new BackupError(problem)
  const { format, files } = parseManifest(manifest)
  if (format !== backupFormat) {
    throw new BackupError(
      `The backup has format ${format}, this version knows ${backupFormat}. Restore it with the version that made it, or a newer one.`,
    )
  }
  if (!names.has(entryNames.database) || names.size !== files + 1) {
    throw new BackupError(
      `The backup holds ${names.size - 1} files and should hold ${files}. It is damaged; use another one.`,
    )
  }
}

async function readEntries(file: string) {
  const names = new Set<string>()
  const problems: string[] = []
  const chunks: Buffer[] = []
  const onReadEntry = (entry: ReadEntry) => {
    const problem = judge(entry, names)
    if (problem !== undefined) problems.push(problem)
    if (entry.type !== 'Directory') names.add(entry.path)
    const isManifest = entry.path === entryNames.manifest && entry.size <= maxManifestBytes
    if (isManifest) entry.on('data', (chunk: Buffer) => chunks.push(chunk))
    else entry.resume()
  }
  try {
    await list({ file, strict: true, onReadEntry })
  } catch (error) {
    throw new BackupError(unreadable(file, error), { cause: error })
  }
  return { names, problems, manifest: Buffer.concat(chunks).toString('utf8') }
}

function judge(entry: ReadEntry, names: ReadonlySet<string>): string | undefined {
  const name = JSON.stringify(entry.path)
  if (entry.type === 'Directory' && isKnownFolder(entry.path)) return undefined
  if (entry.type !== 'File' && entry.type !== 'OldFile') {
    return `The archive holds ${name}, which is a ${entry.type} and no plain file. It was not made by this product; nothing was changed.`
  }
  if (!isKnownFile(entry.path)) {
    return `The archive holds ${name}, which no backup has. It was not made by this product; nothing was changed.`
  }
  return names.has(entry.path)
    ? `The archive holds ${name} twice. It is damaged; nothing was changed.`
    : undefined
}

function parseManifest(text: string): Manifest {
  try {
    return manifestSchema.parse(JSON.parse(text))
  } catch (error) {
    const sentence = `The file is not a Loadbearing backup: it has no valid ${entryNames.manifest}.`
    throw new BackupError(sentence, { cause: error })
  }
}

function unreadable(file: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return `There is no file ${file}.`
  const reason = error instanceof Error ? error.message : String(error)
  return `The file ${file} cannot be read as a backup (${reason}). It is damaged, cut short, or something else; nothing was changed.`
}
