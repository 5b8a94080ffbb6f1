/** The command line as `npm run build` makes it, with the tool beside it as after a checkout. */
import { copyFileSync, mkdirSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build, type Rolldown } from 'vite'

export type BuiltChunk = Rolldown.OutputChunk

/** Builds into `folder`, which then holds bin, dist and the packages, and answers what was built. */
export async function buildCli(folder: string): Promise<readonly BuiltChunk[]> {
  mkdirSync(join(folder, 'bin'), { recursive: true })
  copyFileSync('bin/loadbearing.js', join(folder, 'bin/loadbearing.js'))
  copyFileSync('package.json', join(folder, 'package.json'))
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  const built = await build({
    configFile: 'vite.server.config.ts',
    logLevel: 'silent',
    build: { outDir: join(folder, 'dist/server') },
  })
  const [result] = Array.isArray(built) ? built : [built]
  if (result === undefined || !('output' in result)) throw new Error('Nothing was built.')
  return result.output.filter((part) => part.type === 'chunk')
}
