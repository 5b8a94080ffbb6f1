import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { assetsFolder, DataFolderError, openDataFolder } from './data-folder.ts'

const root = mkdtempSync(join(tmpdir(), 'data-folder-'))
afterAll(() => rmSync(root, { recursive: true }))

it('makes the folder and its parts, for this user alone', () => {
  const folder = openDataFolder(join(root, 'a', 'b'))
  expect(existsSync(assetsFolder(folder))).toBe(true)
  expect(statSync(folder).mode & 0o777).toBe(0o700)
  expect(openDataFolder(folder)).toBe(folder)
})

it.each(['file', 'file/below'])(
  'S20 refuses %s with a sentence when a file is in the way',
  (name) => {
    writeFileSync(join(root, 'file'), '')
    const open = () => openDataFolder(join(root, name))
    expect(open).toThrow(DataFolderError)
    expect(open).toThrow(/cannot be written .* set DATA_DIR to another folder/)
  },
)
