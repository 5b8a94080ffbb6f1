/** `npm run new -- rule|kind|scenario <id>` writes the file and brings the registries up to date. */
import { execFileSync } from 'node:child_process'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createFile, RefusedError } from './generate/create-file.ts'

const scripts = dirname(fileURLToPath(import.meta.url))

try {
  const path = await createFile(resolve(scripts, '..'), process.argv.slice(2))
  console.log(`wrote ${path}`)
  execFileSync(process.execPath, ['--import', 'tsx', join(scripts, 'gen.ts')], { stdio: 'inherit' })
} catch (error) {
  if (!(error instanceof RefusedError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
