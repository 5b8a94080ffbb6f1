import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { documentNames } from '#shared/access.ts'
import { batchOf, makeBoard, updateRow } from './contract/rows.ts'
import { createSqliteStorage } from './create-sqlite-storage.ts'
import { checkDatabase } from './sqlite/check-database.ts'
import type { Storage } from './storage.ts'

const folder = mkdtempSync(join(tmpdir(), 'storage-crash-'))
afterAll(() => rmSync(folder, { recursive: true }))

const program = fileURLToPath(new URL('testing/append-until-killed.ts', import.meta.url))

/** Kills the writer once it was answered `after` times; resolves with the answers it had in all. */
async function appendUntilKilled(file: string, after: number): Promise<number> {
  const child = spawn(process.execPath, ['--import', 'tsx', program, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let answered = 0
  createInterface(child.stdout).on('line', (line) => {
    answered = Number(line)
    if (answered === after) child.kill('SIGKILL')
  })
  await once(child, 'close')
  expect(child.signalCode).toBe('SIGKILL')
  return answered
}

async function expectWhole(storage: Storage, atLeast: number): Promise<number> {
  const appends = (await storage.log.acts('b1')).length
  expect(appends).toBeGreaterThanOrEqual(atLeast)
  for (const document of documentNames) {
    const updates = await storage.log.read('b1', document, 0, 1_000_000)
    expect(updates.map(({ sequence }) => sequence)).toEqual(
      Array.from({ length: appends }, (_, i) => i + 1),
    )
  }
  return appends
}

it('S1 S2 S3 keeps every append that was answered, whole and in order, over many kills', async () => {
  const file = join(folder, 'killed.sqlite')
  const first = await createSqliteStorage({ file })
  await makeBoard(first)
  await first.close()
  let kept = 0
  for (let kill = 0; kill < 12; kill += 1) {
    const answered = await appendUntilKilled(file, 1 + ((kill * 97) % 400))
    const storage = await createSqliteStorage({ file })
    kept = await expectWhole(storage, kept + answered)
    await storage.close()
    checkDatabase(file)
  }
  expect(kept).toBeGreaterThan(1000)
}, 120_000)

it('S2 finishes what was asked for before it closes', async () => {
  const file = join(folder, 'closed.sqlite')
  const storage = await createSqliteStorage({ file })
  await makeBoard(storage)
  const appends = [1, 2, 3].map((n) => storage.log.append(batchOf({ updates: [updateRow(n)] })))
  await Promise.all([...appends, storage.close()])
  await storage.close()
  await expect(storage.checkWritable()).rejects.toBeInstanceOf(Error)
  const again = await createSqliteStorage({ file })
  expect(await again.log.read('b1', 'design', 0, 10)).toHaveLength(3)
  await again.close()
})

it('S3 goes on counting after a restart', async () => {
  const file = join(folder, 'restarted.sqlite')
  const before = await createSqliteStorage({ file })
  await makeBoard(before)
  await before.log.append(batchOf({ updates: [updateRow(1), updateRow(2)] }))
  await before.close()
  const after = await createSqliteStorage({ file })
  await after.log.append(batchOf({ updates: [updateRow(3)] }))
  const { updates } = await after.log.load('b1', 'design')
  expect(updates.map(({ sequence, bytes }) => [sequence, bytes[0]])).toEqual([
    [1, 1],
    [2, 2],
    [3, 3],
  ])
  await after.close()
})
