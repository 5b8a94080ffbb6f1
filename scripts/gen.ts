/**
 * Writes everything that follows from other files: the registries of kinds, rules and scenarios, and
 * the catalogue pages in `docs/`. `--check` writes nothing and exits 1 naming what is stale.
 */
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { steps } from './generate/build-files.ts'
import { findStale, writeStale } from './generate/stale-files.ts'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const isCheck = process.argv.includes('--check')

for (const build of steps) {
  const files = await build(root)
  const stale = await findStale(root, files)
  if (stale.length === 0) continue
  if (isCheck) {
    console.error(`These generated files are stale, run "npm run gen":\n  ${stale.join('\n  ')}`)
    process.exitCode = 1
    break
  }
  await writeStale(root, files, stale)
  for (const path of stale) console.log(`wrote ${path}`)
}
