/** Starts what is measured, each in its own process, and ends it again. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Target } from './crowd.ts'

export interface Running extends Target {
  stop(): Promise<void>
}

const here = import.meta.dirname

export async function startYardstick(kind: 'broadcast' | 'coalescing'): Promise<Running> {
  const { child, port } = await start('yardstick.ts', kind)
  return {
    name: `bare ${kind}`,
    pid: child.pid ?? 0,
    headers: [],
    urlOf: (room) => new URL(`ws://127.0.0.1:${port}/${room}`),
    stop: () => end(child),
  }
}

/** The product with as many new boards as there are rooms. */
export async function startProduct(rooms: number): Promise<Running> {
  const dataDir = mkdtempSync(join(tmpdir(), 'loadbearing-bench-'))
  const { child, port } = await start('product.ts', dataDir)
  const origin = `http://127.0.0.1:${port}`
  const cookie = await newPerson(origin)
  const boards: string[] = []
  for (let room = 0; room < rooms; room++) boards.push(await newBoard(origin, cookie))
  return {
    name: 'Loadbearing',
    pid: child.pid ?? 0,
    headers: [`Cookie: ${cookie}`],
    urlOf: (room) => new URL(`ws://127.0.0.1:${port}/live/${boards[room]}/design`),
    async stop() {
      await end(child)
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function start(
  file: string,
  argument: string,
): Promise<{ child: ChildProcess; port: number }> {
  const child = spawn(process.execPath, [...process.execArgv, join(here, file), argument], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line]: Buffer[] = await once(child.stdout, 'data')
  return { child, port: Number(line?.toString().trim()) }
}

async function end(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
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
