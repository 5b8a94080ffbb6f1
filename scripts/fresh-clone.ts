/**
 * Clones this repository into an empty folder and runs the README's two commands there, as somebody on a
 * fresh machine would. It is not part of `npm test`, which would call itself.
 *
 *     node --import tsx scripts/fresh-clone.ts [--only start|test]
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { freePort } from './free-port.ts'
import { run } from './run.ts'

const minutesToStart = 5
const only = process.argv[process.argv.indexOf('--only') + 1]
const source = resolve('.')
const folder = mkdtempSync(join(tmpdir(), 'fresh-clone-'))

try {
  await must('git', ['clone', '--quiet', source, folder])
  process.chdir(folder)
  await must('npm', ['ci', '--no-audit', '--no-fund'])
  if (only !== 'test') await checkStart()
  if (only !== 'start') await must('npm', ['test'])
  console.log('A fresh clone starts and passes its tests.')
} finally {
  process.chdir(tmpdir())
  rmSync(folder, { recursive: true, force: true })
}

async function checkStart(): Promise<void> {
  const port = await freePort()
  const server = spawn('npm', ['start'], {
    detached: true,
    stdio: 'inherit',
    env: { ...process.env, PORT: String(port) },
  })
  try {
    const origin = `http://localhost:${port}`
    await answers(`${origin}/readyz`, server)
    await mustContain(`${origin}/`, '<div id="root">')
    await mustContain(`${origin}/api/scenarios`, 'url-shortener')
    console.log(`It serves on ${origin}.`)
  } finally {
    if (server.pid !== undefined) process.kill(-server.pid, 'SIGTERM')
    if (server.exitCode === null) await once(server, 'exit')
  }
}

async function answers(url: string, server: ChildProcess): Promise<void> {
  const end = Date.now() + minutesToStart * 60_000
  while (Date.now() < end) {
    if (server.exitCode !== null) throw new Error(`"npm start" ended with code ${server.exitCode}`)
    const isReady = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    )
    if (isReady) return
    await new Promise((done) => setTimeout(done, 200))
  }
  throw new Error(`${url} did not answer within ${minutesToStart} minutes`)
}

async function mustContain(url: string, text: string): Promise<void> {
  const body = await (await fetch(url)).text()
  if (!body.includes(text)) throw new Error(`${url} does not contain ${text}`)
}

async function must(program: string, args: readonly string[]): Promise<void> {
  const code = await run(program, args)
  if (code !== 0) throw new Error(`"${program} ${args.join(' ')}" ended with code ${code}`)
}
