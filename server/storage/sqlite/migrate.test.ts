import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import type { Migration } from '../migrations/migration.ts'
import { migrate, migrations, readVersion } from './migrate.ts'
import { openDatabase } from './open-database.ts'

const folder = mkdtempSync(join(tmpdir(), 'migrate-'))
afterAll(() => rmSync(folder, { recursive: true }))

const first: Migration = { version: 1, sql: 'create table a (x integer); insert into a values (1)' }
const second: Migration = { version: 2, sql: 'alter table a add column y integer default 7' }
const broken: Migration = {
  version: 3,
  sql: 'insert into a values (2, 2); insert into none values (1)',
}

function rowsOf(file: string): readonly unknown[] {
  const database = openDatabase(file)
  const rows = database.prepare('select * from a').all()
  database.close()
  return rows.map((row) => ({ ...row }))
}

it('numbers its migrations from 1 without gaps', () => {
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, i) => i + 1))
})

it('S18 copies an existing database beside itself before it changes it, a new one not', () => {
  const file = join(folder, 'old.sqlite')
  const database = openDatabase(file)
  migrate(database, file, [first])
  expect(existsSync(`${file}.before-1`)).toBe(false)
  migrate(database, file, [first, second])
  migrate(database, file, [first, second])
  database.close()
  expect(rowsOf(file)).toEqual([{ x: 1, y: 7 }])
  expect(rowsOf(`${file}.before-2`)).toEqual([{ x: 1 }])
})

it('S18 takes a migration that fails back as a whole, and keeps those before it', () => {
  const file = join(folder, 'failing.sqlite')
  const database = openDatabase(file)
  expect(() => migrate(database, file, [first, second, broken])).toThrow(/no such table: none/)
  expect(readVersion(database)).toBe(2)
  database.close()
  expect(rowsOf(file)).toEqual([{ x: 1, y: 7 }])
})

it('S18 refuses a database of a newer version with a sentence, and leaves it alone', () => {
  const file = join(folder, 'newer.sqlite')
  const database = openDatabase(file)
  migrate(database, file, [first, second])
  expect(() => migrate(database, file, [first])).toThrow(/newer version of Loadbearing/)
  expect(readVersion(database)).toBe(2)
  database.close()
})
