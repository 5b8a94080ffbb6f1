/** A copy of what the generators read and write, so that a test may change it. */
import { spawn } from 'node:child_process'
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
const parts = [
  'package.json',
  '.prettierrc.json',
  'tsconfig.base.json',
  'shared',
  'scripts',
  'docs',
]

export interface Run {
  readonly code: number | null
  /** What was printed, errors included. */
  readonly output: string
}

export interface ProjectCopy {
  readonly folder: string
  run(script: string, ...args: readonly string[]): Promise<Run>
  remove(): Promise<void>
}

export async function copyProject(): Promise<ProjectCopy> {
  const folder = await mkdtemp(join(tmpdir(), 'generators-'))
  for (const part of parts) await cp(join(root, part), join(folder, part), { recursive: true })
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  return {
    folder,
    run: (script, ...args) => runScript(folder, script, args),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

function runScript(folder: string, script: string, args: readonly string[]): Promise<Run> {
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], { cwd: folder })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  return new Promise((resolveRun, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolveRun({ code, output }))
  })
}
