/**
 * Starts the server. The only reader of the environment, of the clock and of chance: everything else
 * is handed on from here.
 */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rules } from '#shared/checker/rules/index.ts'
import { scenarios } from '#shared/scenarios/index.ts'
import { startApp, type App } from './app.ts'
import { parseConfig, type Config } from './config.ts'
import { keepHeapLean } from './lean-heap.ts'
import { StartError } from './listen.ts'
import { createLog, type Log } from './log.ts'
import { PolicyError } from './services/policy/policy-error.ts'
import { DataFolderError } from './storage/data-folder.ts'

/** Longest that a stop may take before the process ends all the same. */
const stopWithinMs = 9_000

await main()

async function main(): Promise<void> {
  keepHeapLean()
  const parsed = parseConfig(process.env)
  if ('problems' in parsed) {
    for (const problem of parsed.problems) say(problem)
    process.exitCode = 2
    return
  }
  const log = createLog(parsed.config.logLevel)
  try {
    const app = await start(parsed.config, log)
    survive(log)
    stopOnSignal(app, log)
    welcome(app, parsed.config)
  } catch (error) {
    if (isSentence(error)) say(error.message)
    else log.fatal({ err: error }, 'could not start')
    process.exitCode = 1
  }
}

function start(config: Config, log: Log): Promise<App> {
  const root = findRoot(dirname(fileURLToPath(import.meta.url)))
  return startApp({
    config,
    log,
    clientFolder: join(root, 'dist/client'),
    version: versionIn(root),
    scenarios,
    rules,
    now: Date.now,
    random: Math.random,
  })
}

/**
 * What nobody caught is logged whole, and the process goes on: every edit and act is on disk before
 * anybody sees it, and a room that fails closes alone, so that ending the process would only throw out
 * everybody else. A fault while starting still ends it.
 */
function survive(log: Log): void {
  process.on('uncaughtException', (error) => log.fatal({ err: error }, 'uncaught exception'))
  process.on('unhandledRejection', (error) => log.fatal({ err: error }, 'unhandled rejection'))
}

function stopOnSignal(app: App, log: Log): void {
  let isStopping = false
  const stop = (signal: string) => {
    if (isStopping) return
    isStopping = true
    log.info({ signal }, 'stopping')
    setTimeout(() => {
      log.warn('stopped before everything was closed; nothing that was accepted is lost')
      process.exit(0)
    }, stopWithinMs).unref()
    app.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.fatal({ err: error }, 'could not stop cleanly')
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

function welcome({ port, dataDir }: App, { host, tls, publicOrigin }: Config): void {
  const isEverywhere = host === '0.0.0.0' || host === '::'
  const shown = isEverywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host
  const local = `${tls === undefined ? 'http' : 'https'}://${shown}:${port}`
  process.stdout.write(`Loadbearing runs on ${publicOrigin ?? local}\nData lives in ${dataDir}\n`)
}

/** What whoever starts the server can mend, told without a trace. */
function isSentence(error: unknown): error is Error {
  const kinds = [StartError, DataFolderError, PolicyError]
  return kinds.some((kind) => error instanceof kind)
}

function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`)
}

/** The folder of package.json, whether this file was bundled into `dist` or not. */
function findRoot(folder: string): string {
  const parent = dirname(folder)
  if (parent === folder) throw new Error('No package.json above the server')
  return isPackage(folder) ? folder : findRoot(parent)
}

function isPackage(folder: string): boolean {
  try {
    return readFileSync(join(folder, 'package.json'), 'utf8').includes('"loadbearing"')
  } catch {
    return false
  }
}

function versionIn(root: string): string {
  const text: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const isObject = typeof text === 'object' && text !== null
  return isObject && 'version' in text ? String(text.version) : '0'
}
