/** Builds client and server into `dist`, unless what lies there was made from these very sources. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runNpx } from './run.ts'

const stampFile = 'dist/stamp'
const inputs = [
  'shared',
  'server',
  'client',
  'package-lock.json',
  'vite.config.ts',
  'vite.server.config.ts',
]

/** Resolves when `dist` is fresh; rejects when a build fails, and then leaves no stamp. */
export async function buildIfStale(): Promise<void> {
  const stamp = stampOf(inputs)
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
  console.log('Building …')
  await build(['vite', 'build'])
  await build(['vite', 'build', '--config', 'vite.server.config.ts'])
  writeFileSync(stampFile, stamp)
}

async function build(args: readonly string[]): Promise<void> {
  const code = await runNpx([...args, '--logLevel', 'warn'], { NODE_ENV: 'production' })
  if (code !== 0) throw new Error(`"${args.join(' ')}" failed; see above.`)
}

function stampOf(paths: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of paths.flatMap(filesBelow)) {
    hash.update(file).update('\0').update(readFileSync(file))
  }
  return hash.digest('hex')
}

function filesBelow(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => join(path, name))
    .filter((file) => statSync(file).isFile())
    .filter((file) => !/\.(test|contract)\.tsx?$|\/(testing|bench)\//.test(file))
    .sort()
}
