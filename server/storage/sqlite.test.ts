import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { createSqliteStorage } from './create-sqlite-storage.ts'
import { describeStorage } from './storage.contract.ts'

const folder = mkdtempSync(join(tmpdir(), 'storage-'))
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
describeStorage('SQLite', () => {
  files += 1
  return createSqliteStorage({ file: join(folder, `${files}.sqlite`) })
})
