/** Finds the files that a call names, and reads each as a design, whatever its format. */
import { readFile } from 'node:fs/promises'
import { relative } from 'node:path'
import { text as textOf } from 'node:stream/consumers'
import { glob } from 'tinyglobby'
import { parseDesignDocument } from '#shared/exchange/design-document.ts'
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
  if (!isPattern) return [name.replaceAll('\\', '/')]
  const ignore = ['**/node_modules/**', '**/.git/**']
  const found = await glob(name, { ignore, dot: false, onlyFiles: true })
  if (found.length === 0) throw new UsageError(`No file matches ${name}.`)
  return found.toSorted()
}

/** Never rejects for what a file holds; what cannot be read is a problem of it. */
export async function readInput(file: string): Promise<Input> {
  try {
    const text = await textIn(file)
    return { file: shown(file), text, ...(await parse(text)) }
  } catch (error) {
    const message = `It could not be read: ${error instanceof Error ? error.message : String(error)}`
    return { file: shown(file), text: '', ...unreadable(message) }
  }
}

async function textIn(file: string): Promise<string> {
  if (file === standardInput) return textOf(process.stdin)
  const bytes = await readFile(file)
  if (bytes.length > mostBytes) throw new Error('it is larger than 32 MB')
  return bytes.toString('utf8')
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
