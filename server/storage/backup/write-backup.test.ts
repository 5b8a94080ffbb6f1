import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { batchOf, updateRow } from '../contract/rows.ts'
import { assetsFolder, databaseFile, openDataFolder, secretFile } from '../data-folder.ts'
import { lockDataFolder } from '../lock-data-folder.ts'
import { countUpdates, makeData, run } from '../testing/data-folders.ts'
import { restoreBackup } from './restore-backup.ts'
import { writeBackup } from './write-backup.ts'

const root = mkdtempSync(join(tmpdir(), 'write-backup-'))
afterAll(() => rmSync(root, { recursive: true }))

it('S21 S22 backs up while a server writes, and restores what was answered before', async () => {
  const { folder, storage } = await makeData(root, 'busy')
  const lock = lockDataFolder(folder)
  let answered = 1
  const state = { isDone: false }
  const writing = (async () => {
    for (; !state.isDone; answered += 1) {
      await storage.log.append(batchOf({ updates: [updateRow(answered)] }))
      await new Promise(setImmediate)
    }
  })()
  await expect.poll(() => answered).toBeGreaterThan(50)
  const before = answered
  const file = join(root, 'busy.backup')
  const backedUp = await run('backup', folder, file)
  state.isDone = true
  await writing
  await storage.close()
  lock.release()
  expect(backedUp).toEqual({ code: 0, output: expect.stringContaining('Backed up 3 files') })
  expect(answered).toBeGreaterThan(before)

  const restored = join(root, 'busy-restored')
  expect(await run('restore', restored, file)).toMatchObject({ code: 0 })
  expect(await countUpdates(restored)).toBeGreaterThanOrEqual(before)
  expect(await readFile(join(assetsFolder(restored), 'image-1'), 'utf8')).toBe('pixels')
  expect(await readdir(assetsFolder(restored))).toEqual(['image-1'])
  expect(await readFile(secretFile(restored), 'utf8')).toBe('secret of busy')
  for (const secret of [file, secretFile(restored)]) {
    expect((await stat(secret)).mode & 0o777).toBe(0o600)
  }
}, 60_000)

it('S21 copies the database of a busy storage without a gap', async () => {
  const { folder, storage } = await makeData(root, 'copied')
  const copy = openDataFolder(join(root, 'copied-copy'))
  const appends = Array.from({ length: 300 }, (_, i) =>
    storage.log.append(batchOf({ updates: [updateRow(i, { bytes: new Uint8Array(5000) })] })),
  )
  await Promise.all([storage.backup(databaseFile(copy)), ...appends])
  await storage.close()
  expect(await countUpdates(copy)).toBeGreaterThanOrEqual(1)
  expect(await countUpdates(folder)).toBe(301)
})

it('S21 leaves nothing behind when there is nothing to back up', async () => {
  const empty = join(root, 'empty')
  await mkdir(empty)
  const { code, output } = await run('backup', empty, join(root, 'none.backup'))
  expect(code).toBe(2)
  expect(output).toMatch(/There is no database in .* Set DATA_DIR/)
  expect((await readdir(root)).filter((name) => name.startsWith('none.backup'))).toEqual([])
})

it('S21 goes on without an image that goes away meanwhile', async () => {
  const { folder, storage } = await makeData(root, 'vanishing')
  const names = Array.from({ length: 2000 }, (_, i) => join(assetsFolder(folder), `image-${i}`))
  for (const name of names) await writeFile(name, 'pixels')
  const to = join(root, 'vanishing.backup')
  const backup = writeBackup({ folder, to, now: 0 })
  await expect
    .poll(() => readdirSync(root).some((name) => isPacking(join(root, name))), { interval: 1 })
    .toBe(true)
  for (const name of names.slice(-500)) await rm(name)
  expect(await backup).toBeLessThanOrEqual(2002)
  await storage.close()
  const restored = join(root, 'vanishing-restored')
  await restoreBackup({ from: to, folder: restored, force: false, now: 0 })
  expect((await readdir(assetsFolder(restored))).length).toBeGreaterThanOrEqual(1500)
}, 60_000)

function isPacking(path: string): boolean {
  return path.includes('vanishing.backup.part-') && existsSync(join(path, 'archive'))
}

it('S21 does not write over a file', async () => {
  const { folder, storage } = await makeData(root, 'twice')
  await storage.close()
  const file = join(root, 'taken')
  await writeFile(file, 'mine')
  const { code, output } = await run('backup', folder, file)
  expect(code).toBe(2)
  expect(output).toMatch(/already a file/)
  expect(await readFile(file, 'utf8')).toBe('mine')
})

it.each([
  ['backup', []],
  ['restore', []],
  ['restore', ['a', 'b']],
  ['restore', ['a', '--what']],
] as const)('says how it is called when %s is given %j', async (command, args) => {
  const { code, output } = await run(command, join(root, 'unused'), ...args)
  expect(output).toMatch(/^Usage: npm run /)
  expect(code).toBe(2)
})
