/** Real servers for tests: in this process, or as a child that can be killed. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startApp, type AppOptions } from '#server/app.ts'
import type { Config } from '#server/config.ts'
import { createLog } from '#server/log.ts'
import type { Storage } from '#server/storage/storage.ts'
import { Visitor } from './visitor.ts'

export interface StartOptions extends Partial<Omit<AppOptions, 'config'>> {
  readonly config?: Partial<Config>
}

export interface StartedServer {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string
  readonly dataDir: string
  readonly storage: Storage
  /** Somebody new. */
  visit(): Visitor
  /** Also removes the data folder, when it was made here. */
  stop(): Promise<void>
}

/** Limits that no test meets unless it wants to. */
const noLimits = {
  perPerson: 1e6,
  perAddress: 1e6,
  writesPerPerson: 1e6,
  tokensPerAddress: 1e6,
}

export async function startServer(options: StartOptions = {}): Promise<StartedServer> {
  const dataDir = options.config?.dataDir ?? makeDataDir()
  const app = await startApp({
    log: createLog('silent'),
    clientFolder: join(dataDir, 'no-page'),
    version: '0.0.0',
    scenarios: [],
    rules: [],
    limits: noLimits,
    now: Date.now,
    random: Math.random,
    ...options,
    config: { ...testConfig, ...options.config, dataDir },
  })
  const scheme = options.config?.tls === undefined ? 'http' : 'https'
  const origin = `${scheme}://127.0.0.1:${app.port}`
  return {
    origin,
    dataDir,
    storage: app.storage,
    visit: () => new Visitor(origin),
    stop: async () => {
      await app.stop()
      if (options.config?.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

export function makeDataDir(): string {
  return mkdtempSync(join(tmpdir(), 'loadbearing-'))
}

const testConfig: Config = {
  port: 0,
  host: '127.0.0.1',
  dataDir: '',
  publicOrigin: undefined,
  sessionSecret: 'a secret of thirty-two characters or more',
  logLevel: 'silent',
  tldrawLicenseKey: undefined,
  policy: undefined,
  tls: undefined,
}
