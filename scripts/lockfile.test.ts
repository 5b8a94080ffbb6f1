import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

interface LockedPackage {
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  readonly packages: Readonly<Record<string, LockedPackage>>
}

test('locks the native parts of every platform, without which a clean installation is refused', () => {
  const missing = Object.values(lock.packages).flatMap(({ optionalDependencies = {} }) =>
    Object.keys(optionalDependencies).filter((name) => !(`node_modules/${name}` in lock.packages)),
  )
  expect(missing).toEqual([])
})

test('names no place from which packages came', () => {
  expect(readFileSync('package-lock.json', 'utf8')).not.toContain('"resolved"')
})
