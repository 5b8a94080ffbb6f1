/** Files that look like a backup and must not be restored. */
import { copyFile, mkdir, readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { create } from 'tar'
import { openDatabase } from '../sqlite/open-database.ts'

/** Each makes a file that is no backup from a valid one. */
export const spoiled: readonly (readonly [
  string,
  RegExp,
  (file: string, from: string) => Promise<void>,
])[] = [
  ['is not there', /There is no file/, async () => {}],
  ['is empty', /backup/, (file) => writeFile(file, '')],
  ['is a text', /backup/, (file) => writeFile(file, 'Dear reader, '.repeat(1000))],
  [
    'is cut short',
    /damaged, cut short/,
    async (file, from) => {
      await copyFile(from, file)
      await truncate(file, (await readFile(from)).length - 20)
    },
  ],
  [
    'has a flipped byte',
    /damaged/,
    async (file, from) => {
      const bytes = await readFile(from)
      const middle = Math.floor(bytes.length / 2)
      bytes[middle] = (bytes[middle] ?? 0) ^ 0xff
      await writeFile(file, bytes)
    },
  ],
  [
    'leads out of the folder',
    /"\.\.\/evil", which no backup has/,
    (file) => pack(file, { '../evil': 'x' }),
  ],
  [
    'holds a foreign file',
    /"assets\/a\.sh", which no backup has/,
    (file) => pack(file, { 'assets/a.sh': 'x' }),
  ],
  [
    'has no manifest',
    /not a Loadbearing backup/,
    (file) => pack(file, { 'loadbearing.sqlite': 'x' }),
  ],
  [
    'is of a newer format',
    /has format 9/,
    (file) => pack(file, { ...manifest({ format: 9 }), 'loadbearing.sqlite': 'x' }),
  ],
  [
    'lacks a file',
    /holds 1 files and should hold 2/,
    (file) => pack(file, { ...manifest({ files: 2 }), 'loadbearing.sqlite': 'x' }),
  ],
  [
    'holds a broken database',
    /database .* is damaged/,
    (file) => pack(file, { ...manifest({}), 'loadbearing.sqlite': 'x'.repeat(5000) }),
  ],
  ['holds the database of a newer version', /newer version of Loadbearing/, packNewerDatabase],
]

export function manifest(change: object): Record<string, string> {
  return { 'backup.json': JSON.stringify({ format: 1, madeAt: 1, files: 1, ...change }) }
}

async function pack(
  file: string,
  entries: Readonly<Record<string, string | Buffer>>,
): Promise<void> {
  const cwd = join(`${file}.source`, 'inner')
  await mkdir(join(cwd, 'assets'), { recursive: true })
  for (const [name, content] of Object.entries(entries)) await writeFile(join(cwd, name), content)
  await create({ file, cwd, gzip: true, preservePaths: true }, Object.keys(entries))
}

async function packNewerDatabase(file: string): Promise<void> {
  const newer = `${file}.database`
  const database = openDatabase(newer)
  database.exec('pragma journal_mode = delete; pragma user_version = 999')
  database.close()
  await pack(file, { ...manifest({}), 'loadbearing.sqlite': await readFile(newer) })
}
