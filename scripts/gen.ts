/**
 * Writes everything that follows from other files: the registries of kinds, rules and scenarios, and
 * the catalogue pages in `docs/`. `--check` writes nothing and exits 1 naming what is stale.
 */
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildFiles } from './generate/build-files.ts'
import { findStale, writeStale } from './generate/stale-files.ts'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const files = await buildFiles(root)
const stale = await findStale(root, files)

if (!process.argv.includes('--check')) {
  await writeStale(root, files, stale)
  for (const path of stale) console.log(`wrote ${path}`)
} else if (stale.length > 0) {
  console.error(`These generated files are stale, run "npm run gen":\n  ${stale.join('\n  ')}`)
  process.exitCode = 1
}
