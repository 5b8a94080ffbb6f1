/** The server as a child process, as people run it: for kills, signals and refusals to start. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export interface SpawnedServer {
  readonly child: ChildProcess
  /** `http://127.0.0.1:<port>` */
  readonly origin: string
  /** What it has printed so far. */
  output(): string
  /** Resolves with the exit code; null when the signal ended it. */
  kill(signal: NodeJS.Signals): Promise<number | null>
}

export interface FailedStart {
  readonly code: number | null
  readonly stderr: string
}

type Variables = Readonly<Record<string, string>>

/** Resolves when the server says where it runs; rejects with what it printed when it ends before. */
export async function spawnServer(variables: Variables): Promise<SpawnedServer> {
  const { child, printed, ended } = run(variables)
  const address = new Promise<string>((resolve) => {
    child.stdout?.on('data', () => {
      const found = /runs on (\S+)/.exec(printed.stdout)?.[1]
      if (found !== undefined) resolve(found)
    })
  })
  const failed = ended.then(() => {
    throw new Error(`The server ended: ${printed.stderr}${printed.stdout}`)
  })
  const origin = await Promise.race([address, failed])
  failed.catch(() => undefined)
  return {
    child,
    origin,
    output: () => printed.stdout + printed.stderr,
    kill: (signal) => {
      child.kill(signal)
      return ended
    },
  }
}

/** For a server that must refuse to start. */
export async function spawnFailing(variables: Variables): Promise<FailedStart> {
  const { printed, ended } = run(variables)
  return { code: await ended, stderr: printed.stderr }
}

function run(variables: Variables) {
  const root = join(import.meta.dirname, '../..')
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    cwd: root,
    env: { PATH: process.env['PATH'], HOST: '127.0.0.1', PORT: '0', ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const printed = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk: Buffer) => (printed.stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (printed.stderr += chunk.toString()))
  const ended = once(child, 'close').then(() => child.exitCode)
  return { child, printed, ended }
}
