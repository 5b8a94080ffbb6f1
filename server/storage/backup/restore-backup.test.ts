import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { create, list } from 'tar'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { batchOf, updateRow } from '../contract/rows.ts'
import { secretFile } from '../data-folder.ts'
import { lockDataFolder } from '../lock-data-folder.ts'
import { countUpdates, makeData, run } from '../testing/data-folders.ts'
import { manifest, spoiled } from '../testing/spoiled-backups.ts'
import { restoreBackup } from './restore-backup.ts'
import { writeBackup } from './write-backup.ts'

const root = mkdtempSync(join(tmpdir(), 'restore-backup-'))
afterAll(() => rmSync(root, { recursive: true }))

const valid = join(root, 'valid.backup')
beforeAll(async () => {
  const { folder, storage } = await makeData(root, 'valid')
  await writeBackup({ folder, to: valid, now: 0 })
  await storage.close()
})

it('S22 refuses a folder that is not empty, and with --force keeps it beside', async () => {
  const { folder, storage } = await makeData(root, 'full')
  await storage.log.append(batchOf({ updates: [updateRow(2)] }))
  await storage.close()
  const refused = await run('restore', folder, valid)
  expect(refused.code).toBe(2)
  expect(refused.output).toMatch(/is not empty.*--force/)
  expect(await countUpdates(folder)).toBe(2)

  const forced = await run('restore', folder, '--force', valid)
  expect(forced.code).toBe(0)
  const [aside = ''] = (await readdir(root)).filter((name) =>
    name.startsWith('full.before-restore-'),
  )
  expect(forced.output).toContain(aside)
  expect(await countUpdates(folder)).toBe(1)
  expect(await countUpdates(join(root, aside))).toBe(2)
  expect(await readFile(secretFile(folder), 'utf8')).toBe('secret of valid')
  expect(await readFile(secretFile(join(root, aside)), 'utf8')).toBe('secret of full')
}, 60_000)

it('S19 S22 refuses a folder that a server holds, even with --force', async () => {
  const { folder, storage } = await makeData(root, 'held')
  const lock = lockDataFolder(folder)
  const { code, output } = await run('restore', folder, '--force', valid)
  expect(code).toBe(2)
  expect(output).toContain(`in use by another Loadbearing process (process ${process.pid})`)
  lock.release()
  await storage.close()
  expect(await countUpdates(folder)).toBe(1)
})

it.each(spoiled)(
  'S22 refuses an archive that %s, and changes nothing',
  async (name, sentence, spoil) => {
    const slug = name.replaceAll(' ', '-')
    const file = join(root, `${slug}.backup`)
    await spoil(file, valid)
    const { folder, storage } = await makeData(root, slug)
    await storage.close()
    const restoring = restoreBackup({ from: file, folder, force: true, now: 0 })
    await expect(restoring).rejects.toThrow(sentence)
    expect(await countUpdates(folder)).toBe(1)
    expect((await readdir(folder)).filter((entry) => entry.startsWith('.'))).toEqual([])
    expect((await readdir(root)).filter((entry) => entry.startsWith(`${slug}.before`))).toEqual([])
    expect(existsSync(join(root, 'evil'))).toBe(false)
  },
  60_000,
)

it('S22 says in one sentence why an archive is refused', async () => {
  const { code, output } = await run('restore', join(root, 'unused'), join(root, 'none.backup'))
  expect(output).toBe(`There is no file ${join(root, 'none.backup')}.\n`)
  expect(code).toBe(2)
})

it('S22 refuses an archive that holds a link', async () => {
  const file = join(root, 'link.backup')
  const cwd = join(root, 'link.source')
  await mkdir(cwd)
  await writeFile(join(cwd, 'backup.json'), manifest({})['backup.json'] ?? '')
  await symlink('/etc/hostname', join(cwd, 'session-secret'))
  await create({ file, cwd, gzip: true }, ['backup.json', 'session-secret'])
  const types: string[] = []
  await list({ file, onReadEntry: (entry) => void types.push(entry.type) })
  expect(types).toEqual(['File', 'SymbolicLink'])
  const { code, output } = await run('restore', join(root, 'link'), file)
  expect(output).toMatch(/is a SymbolicLink and no plain file/)
  expect(code).toBe(2)
})
