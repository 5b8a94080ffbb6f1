/** The product as a process of its own, to be measured: storage on disk, every check on, its own limits. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startApp } from '#server/app.ts'
import { keepHeapLean } from '#server/lean-heap.ts'
import { createLog } from '#server/log.ts'

keepHeapLean()
const many = 1e9
const dataDir = process.argv[2] ?? mkdtempSync(join(tmpdir(), 'loadbearing-bench-'))
const app = await startApp({
  log: createLog('error'),
  clientFolder: join(dataDir, 'no-page'),
  version: '0.0.0',
  scenarios: [],
  rules: [],
  limits: { perPerson: many, perAddress: many, writesPerPerson: many, tokensPerAddress: many },
  now: Date.now,
  random: Math.random,
  config: {
    port: 0,
    host: '127.0.0.1',
    dataDir,
    publicOrigin: undefined,
    sessionSecret: 'only for measuring, never for serving',
    logLevel: 'error',
    tldrawLicenseKey: undefined,
    policy: undefined,
    tls: undefined,
  },
})
process.stdout.write(`${app.port}\n`)
process.once('SIGTERM', () => {
  void app.stop().finally(() => process.exit(0))
})
