/** Finds the files that a call names, and reads each as a design, whatever its format. */
import { existsSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { relative } from 'node:path'
import { buffer as bytesOf } from 'node:stream/consumers'
import { glob } from 'tinyglobby'
import { parseDesignDocument } from '#shared/exchange/design-document.ts'
import type { Problem } from '#shared/exchange/problem.ts'
import { decodeFile } from './decode-file.ts'
import { unreadable, type Input } from './input.ts'
import { UsageError } from './usage.ts'

export const standardInput = '<stdin>'
/** Larger files are no designs. */
const mostBytes = 32 * 1024 * 1024

/** Files in the order of the arguments, each once. Throws `UsageError` where nothing matches. */
export async function findFiles(names: readonly string[]): Promise<readonly string[]> {
  const files = new Set<string>()
  for (const name of names) {
    if (name === '-') files.add(standardInput)
    else for (const file of await matching(name)) files.add(file)
  }
  return [...files]
}

async function matching(name: string): Promise<readonly string[]> {
  const isPattern = /[*?[\]{}]/.test(name)
  // A file may be called so.
  if (!isPattern || existsSync(name)) return [name.replaceAll('\\', '/')]
  const ignore = ['**/node_modules/**', '**/.git/**']
  const found = await glob(name, { ignore, dot: false, onlyFiles: true })
  if (found.length === 0) throw new UsageError(`No file matches ${name}.`)
  return found.toSorted()
}

/** Never rejects for what a file holds; what cannot be read is a problem of it. */
export async function readInput(file: string): Promise<Input> {
  try {
    const { text, strangeLine } = decodeFile(await bytesIn(file))
    const input = { file: shown(file), text, ...(await parse(text)) }
    if (strangeLine === undefined) return input
    return { ...input, problems: [strangeLetters(strangeLine), ...input.problems] }
  } catch (error) {
    const message = `It could not be read: ${reasonOf(error, shown(file))}`
    return { file: shown(file), text: '', ...unreadable(message) }
  }
}

async function bytesIn(file: string): Promise<Uint8Array> {
  if (file === standardInput) return bytesOf(process.stdin)
  const { size } = await stat(file)
  if (size > mostBytes) throw new Error('it is larger than 32 MB. Split it into several.')
  return readFile(file)
}

function reasonOf(error: unknown, file: string): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EISDIR') return `it is a folder. Name files in it, such as "${file}/**/*.md".`
  if (code === 'ENOENT') return 'there is no such file. Paths count from the working folder.'
  if (code === 'EACCES') return 'this account has no right to read it.'
  return error instanceof Error ? error.message : String(error)
}

function strangeLetters(line: number): Problem {
  const message = 'Some letters are not UTF-8 and were read as �. Save the file as UTF-8.'
  return { severity: 'note', line, column: 1, message }
}

async function parse(text: string): Promise<Omit<Input, 'file' | 'text'>> {
  if (!text.trimStart().startsWith('{')) return parseDesignDocument(text)
  // Boards bring the schema of the canvas along, which takes longer to load than a document to judge.
  const { readBoardDesign } = await import('./read-board-design.ts')
  return readBoardDesign(text)
}

function shown(file: string): string {
  if (file === standardInput) return file
  return (relative('.', file) || file).replaceAll('\\', '/')
}
