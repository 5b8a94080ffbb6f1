/** The command line as a person runs it: built, as a process of its own, in a folder of its own. */
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { buildCli, type BuiltChunk } from './build-cli.ts'

export interface Ran {
  readonly code: number
  readonly out: string
  /** What went to standard error. */
  readonly said: string
}

export interface Desk {
  readonly folder: string
  /** Puts a file, with the folders above it, and answers its path from the desk. */
  readonly write: (path: string, content: string | Uint8Array) => string
  /** Builds the tool into a folder of its name, once; `run` does so by itself. */
  readonly build: () => Promise<readonly BuiltChunk[]>
  readonly run: (args: readonly string[], input?: string) => Promise<Ran>
  readonly clear: () => void
}

/** From the folder of a desk. */
export const program = 'loadbearing/bin/loadbearing.js'

export function createDesk(): Desk {
  const folder = mkdtempSync(join(tmpdir(), 'loadbearing-desk-'))
  let built: Promise<readonly BuiltChunk[]> | undefined
  const build = () => (built ??= buildCli(join(folder, 'loadbearing')))
  return {
    folder,
    write(path, content) {
      const file = join(folder, path)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, content)
      return path
    },
    build,
    async run(args, input) {
      await build()
      return runNode([program, ...args], { cwd: folder, input })
    },
    clear: () => rmSync(folder, { recursive: true }),
  }
}

interface Around {
  readonly cwd: string
  readonly input?: string | undefined
}

/** Runs Node to its end. A process that was killed has the code -1. */
export function runNode(argv: readonly string[], { cwd, input = '' }: Around): Promise<Ran> {
  return new Promise((done) => {
    const options = { cwd, maxBuffer: 64 * 1024 * 1024 }
    const child = execFile(process.execPath, argv, options, (error, out, said) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1
      done({ code, out, said })
    })
    // A program that refuses its arguments ends before it reads.
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(input)
  })
}
