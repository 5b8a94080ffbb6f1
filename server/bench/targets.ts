/** Starts what is measured, each in its own process, and ends it again. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Target } from './crowd.ts'
import { hocuspocus, plain, relay } from './dialects.ts'
import type { Installed } from './hocuspocus/install.ts'

export interface Running extends Target {
  stop(): Promise<void>
}

const here = import.meta.dirname
/** Milliseconds that a server may take to start or to end. */
const patience = 20_000
const children = new Set<ChildProcess>()
const folders = new Set<string>()

export async function startYardstick(kind: 'broadcast' | 'coalescing'): Promise<Running> {
  const { child, port } = await startOurs('yardstick.ts', kind)
  return {
    name: `bare ${kind}`,
    pid: child.pid ?? 0,
    headers: [],
    dialect: relay,
    urlOf: (room) => new URL(`ws://127.0.0.1:${port}/${room}`),
    stop: () => end(child),
  }
}

export async function startHocuspocus({ node, program }: Installed): Promise<Running> {
  const { child, port } = await start(node, [program])
  return {
    name: 'Hocuspocus',
    pid: child.pid ?? 0,
    headers: [],
    dialect: hocuspocus,
    urlOf: () => new URL(`ws://127.0.0.1:${port}/`),
    stop: () => end(child),
  }
}

/** The product with as many new boards as there are rooms. */
export async function startProduct(rooms: number): Promise<Running> {
  const dataDir = mkdtempSync(join(tmpdir(), 'loadbearing-bench-'))
  folders.add(dataDir)
  const { child, port } = await startOurs('product.ts', dataDir)
  const origin = `http://127.0.0.1:${port}`
  const cookie = await newPerson(origin)
  const boards: string[] = []
  for (let room = 0; room < rooms; room++) boards.push(await newBoard(origin, cookie))
  return {
    name: 'Loadbearing',
    pid: child.pid ?? 0,
    headers: [`Cookie: ${cookie}`],
    dialect: plain,
    urlOf: (room) => new URL(`ws://127.0.0.1:${port}/live/${boards[room]}/design`),
    async stop() {
      await end(child)
      removeFolder(dataDir)
    },
  }
}

/** Ends what still runs, at once, and removes what it wrote. For when the benchmark ends early. */
export function endAll(): void {
  for (const child of children) child.kill('SIGKILL')
  for (const folder of folders) removeFolder(folder)
}

interface Started {
  readonly child: ChildProcess
  readonly port: number
}

function startOurs(file: string, argument: string): Promise<Started> {
  return start(process.execPath, [...process.execArgv, join(here, file), argument])
}

async function start(node: string, argv: readonly string[]): Promise<Started> {
  const child = spawn(node, argv, { stdio: ['ignore', 'pipe', 'inherit'] })
  children.add(child)
  child.once('exit', () => children.delete(child))
  return { child, port: await portOf(child, argv.join(' ')) }
}

/** The port that it says it listens on. */
function portOf(child: ChildProcess, file: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (): void => reject(new Error(`${file} did not start to listen.`))
    const timer = setTimeout(fail, patience)
    child.once('error', reject)
    child.once('exit', fail)
    child.stdout?.once('data', (line: Buffer) => {
      clearTimeout(timer)
      resolve(Number(line.toString().trim()))
    })
  })
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const force = setTimeout(() => child.kill('SIGKILL'), patience)
  await ended
  clearTimeout(force)
}

function removeFolder(folder: string): void {
  folders.delete(folder)
  rmSync(folder, { recursive: true, force: true })
}

async function newPerson(origin: string): Promise<string> {
  const answer = await fetch(`${origin}/api/me`)
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

async function newBoard(origin: string, cookie: string): Promise<string> {
  const answer = await fetch(`${origin}/api/boards`, {
    method: 'POST',
    headers: { cookie, origin, 'content-type': 'application/json' },
    body: '{}',
  })
  const made: unknown = await answer.json()
  if (typeof made === 'object' && made !== null && 'id' in made) return String(made.id)
  throw new Error(`No board was made: ${JSON.stringify(made)}`)
}
