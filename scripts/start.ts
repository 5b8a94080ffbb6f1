/** `npm start`: builds what is stale, then runs the product in this process. */
import { pathToFileURL } from 'node:url'
import { buildIfStale } from './build.ts'

try {
  await buildIfStale()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
process.env['NODE_ENV'] ??= 'production'
await import(pathToFileURL('dist/server/main.js').href)
