import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { AppError } from '#shared/errors.ts'
import { batchOf, boardRow, linkRow, makeBoard, memberRow, updateRow } from './contract/rows.ts'
import { createSqliteStorage, createStorageOver } from './create-sqlite-storage.ts'
import { checkDatabase } from './sqlite/check-database.ts'
import { migrate } from './sqlite/migrate.ts'
import { openDatabase } from './sqlite/open-database.ts'
import type { Storage } from './storage.ts'

const folder = mkdtempSync(join(tmpdir(), 'storage-faults-'))
afterAll(() => rmSync(folder, { recursive: true }))

const unavailable = { name: 'AppError', code: 'storage_unavailable' }
const big = updateRow(0, { bytes: new Uint8Array(400_000) })

async function open(name: string) {
  const file = join(folder, name)
  const database = openDatabase(file)
  migrate(database, file)
  const storage = createStorageOver(database, { file })
  await makeBoard(storage)
  await storage.log.append(batchOf({ updates: [updateRow(1)] }))
  return { storage, database, file }
}

/** Nothing of the failed append is there, and the next one takes the next sequence. */
async function expectUnharmed(storage: Storage): Promise<void> {
  await storage.log.append(batchOf({ updates: [updateRow(2)] }))
  const updates = await storage.log.read('b1', 'design', 0, 10)
  expect(updates.map(({ sequence, bytes }) => [sequence, bytes[0]])).toEqual([
    [1, 1],
    [2, 2],
  ])
  expect(await storage.log.acts('b1')).toEqual([])
}

const act = { boardId: 'b1', personId: 'ada', at: 1, act: 'comment', details: {} }

it('S1 S17 refuses what does not fit and goes on when there is room again', async () => {
  const { storage, database } = await open('limited.sqlite')
  database.exec('pragma max_page_count = 60')
  const batch = batchOf({ updates: [updateRow(7), big], acts: [act] })
  await expect(storage.log.append(batch)).rejects.toMatchObject(unavailable)
  const other = boardRow({ id: 'b2' })
  const owner = memberRow({ boardId: 'b2', owner: true })
  await expect(storage.boards.create(other, owner, [big])).rejects.toMatchObject(unavailable)
  expect(await storage.boards.find('b2')).toBeUndefined()
  database.exec('pragma max_page_count = 100000')
  await expectUnharmed(storage)
  await storage.close()
})

it('S1 S17 refuses to write what is read-only, and still reads', async () => {
  const { storage, database } = await open('read-only.sqlite')
  database.exec('pragma query_only = on')
  const batch = batchOf({ updates: [updateRow(7)], acts: [act] })
  await expect(storage.log.append(batch)).rejects.toMatchObject(unavailable)
  await expect(storage.checkWritable()).rejects.toMatchObject(unavailable)
  await expect(storage.boards.rename('b1', 'Other')).rejects.toMatchObject(unavailable)
  await expect(storage.boards.delete('b1')).rejects.toMatchObject(unavailable)
  expect(await storage.boards.find('b1')).toMatchObject({ title: 'A board' })
  database.exec('pragma query_only = off')
  await expectUnharmed(storage)
  await storage.close()
})

it('S1 takes back an append of which a later row is a bug, and lets the bug rise', async () => {
  const { storage } = await open('bug.sqlite')
  const updates = [updateRow(7), updateRow(8, { at: Number.NaN })]
  const failure = await storage.log.append(batchOf({ updates })).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(Error)
  expect(failure).not.toBeInstanceOf(AppError)
  await expectUnharmed(storage)
  await storage.close()
})

it('S17 lets a broken reference rise as it is', async () => {
  const { storage } = await open('reference.sqlite')
  await expect(storage.links.put(linkRow({ boardId: 'none' }))).rejects.toThrow(/FOREIGN KEY/)
  await expect(storage.members.put(memberRow({ personId: 'none' }))).rejects.toThrow(/FOREIGN KEY/)
  await storage.close()
})

it('S17 refuses a database in a folder that is not there', async () => {
  const file = join(folder, 'none', 'some.sqlite')
  await expect(createSqliteStorage({ file })).rejects.toMatchObject(unavailable)
})

it('lets a file that is no database rise as it is, and leaves it alone', async () => {
  const file = join(folder, 'text.sqlite')
  writeFileSync(file, 'This is a letter. '.repeat(100))
  await expect(createSqliteStorage({ file })).rejects.toThrow(/not a database/)
})

/** A disk of one megabyte; undefined where this user may not mount one. */
function mountDisk(name: string): string | undefined {
  const path = join(folder, name)
  mkdirSync(path)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', path], { stdio: 'ignore' })
    return path
  } catch {
    return undefined
  }
}

const disk = mountDisk('disk')
const readOnlyDisk = mountDisk('read-only-disk')
afterAll(() => {
  for (const path of [disk, readOnlyDisk])
    if (path !== undefined) execFileSync('umount', ['-l', path])
})

// Mounting takes root; the same errors are met through limits above.
describe.skipIf(disk === undefined || readOnlyDisk === undefined)('on a real disk', () => {
  it('S1 S17 survives a disk that is full, and goes on when there is room again', async () => {
    const { storage, file } = await open('disk/full.sqlite')
    const filler = join(folder, 'disk', 'filler')
    expect(() => writeFileSync(filler, new Uint8Array(2_000_000))).toThrow(/ENOSPC/)
    const batch = batchOf({ updates: [updateRow(7), big], acts: [act] })
    await expect(storage.log.append(batch)).rejects.toMatchObject(unavailable)
    await expect(storage.log.append(batch)).rejects.toMatchObject(unavailable)
    expect(await storage.boards.find('b1')).toBeDefined()
    rmSync(filler)
    await storage.checkWritable()
    await expectUnharmed(storage)
    await storage.close()
    checkDatabase(file)
  })

  it('S17 refuses to open a database on a disk that became read-only', async () => {
    const { storage, file: elsewhere } = await open('movable.sqlite')
    await storage.close()
    const file = join(folder, 'read-only-disk', 'some.sqlite')
    copyFileSync(elsewhere, file)
    execFileSync('mount', ['-o', 'remount,ro', join(folder, 'read-only-disk')])
    const opening = createSqliteStorage({ file })
    await expect(opening).rejects.toMatchObject(unavailable)
  })
})
