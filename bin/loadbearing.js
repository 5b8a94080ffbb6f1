#!/usr/bin/env node
/** Starts the command line: as it was built, or from its source where nothing was built yet. */
import { existsSync } from 'node:fs'

const built = new URL('../dist/server/loadbearing.js', import.meta.url)
if (!existsSync(built)) {
  const { register } = await import('tsx/esm/api')
  register()
}
await import(
  existsSync(built) ? built.href : new URL('../server/cli/loadbearing.ts', import.meta.url).href
)
