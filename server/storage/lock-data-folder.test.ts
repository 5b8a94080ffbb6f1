import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { lockFile, openDataFolder } from './data-folder.ts'
import { lockDataFolder } from './lock-data-folder.ts'

const root = mkdtempSync(join(tmpdir(), 'lock-'))
afterAll(() => rmSync(root, { recursive: true }))

const holder = `
  const { lockDataFolder } = await import(${JSON.stringify(new URL('lock-data-folder.ts', import.meta.url).href)})
  lockDataFolder(process.env.FOLDER)
  console.log('held')
  setInterval(() => {}, 1000)
`

it('S19 refuses a folder that another process holds, until that one is killed', async () => {
  const folder = openDataFolder(join(root, 'other'))
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', holder], {
    env: { ...process.env, FOLDER: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  expect(() => lockDataFolder(folder)).toThrow(
    `in use by another Loadbearing process (process ${child.pid})`,
  )
  child.kill('SIGKILL')
  await once(child, 'close')
  lockDataFolder(folder).release()
})

it('S19 refuses a folder twice in one process, and gives it again after the release', () => {
  const folder = openDataFolder(join(root, 'twice'))
  const lock = lockDataFolder(folder)
  expect(() => lockDataFolder(folder)).toThrow(/is in use/)
  lock.release()
  lock.release()
  const again = lockDataFolder(folder)
  expect(() => lockDataFolder(folder)).toThrow(/is in use/)
  again.release()
})

it('S19 says what to do when the lock file is something else', () => {
  const folder = openDataFolder(join(root, 'letter'))
  writeFileSync(lockFile(folder), 'This is a letter. '.repeat(100))
  expect(() => lockDataFolder(folder)).toThrow(/cannot be locked .* may be deleted/)
})
