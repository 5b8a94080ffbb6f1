/** Installs the yardstick beside its `package.json` when it is not there yet. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const here = import.meta.dirname
const node = join(here, 'node_modules/node/bin/node')

export interface Installed {
  /** The Node that it runs on. */
  readonly node: string
  readonly program: string
}

/** `undefined`, with the reason printed, where it cannot be had; the rest is measured without it. */
export function installHocuspocus(): Installed | undefined {
  const installed = { node, program: join(here, 'serve.mjs') }
  if (existsSync(node)) return installed
  try {
    const options = ['--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error']
    execFileSync('npm', ['install', ...options], {
      cwd: here,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    return existsSync(node) ? installed : undefined
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    process.stderr.write(`Hocuspocus is left out, it could not be installed: ${reason}\n`)
    return undefined
  }
}
