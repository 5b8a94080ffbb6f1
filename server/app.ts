/**
 * The product in one process: opens the data folder, puts storage, live server, services and HTTP
 * together, listens, and stops in the reverse order. It reads no environment.
 */
import type { Express } from 'express'
import type { Rule } from '#shared/checker/define-rule.ts'
import { createBoardSchema } from '#shared/design/board-schema.ts'
import type { Scenario } from '#shared/scenarios/define-scenario.ts'
import type { Config } from './config.ts'
import { createHttpApp } from './http/create-http-app.ts'
import { defaultLimits, type Limits } from './http/limit-requests.ts'
import { createMetrics } from './http/metrics.ts'
import { createOrigins, type Origins } from './http/origin.ts'
import { listRoutes } from './http/routes.ts'
import type { Reach } from './http/secure-headers.ts'
import { createSessions, type Sessions } from './http/session-cookie.ts'
import { createListener, listen, type Patience, stopListening } from './listen.ts'
import { createLiveServer, type LiveServer } from './live/create-live-server.ts'
import { createSeeder } from './live/seed-board.ts'
import type { Log } from './log.ts'
import { createServices, type Services } from './services/create-services.ts'
import { readHostPolicy, type HostPolicy } from './services/policy/host-policy.ts'
import { readSessionSecret } from './session-secret.ts'
import { createSqliteStorage } from './storage/create-sqlite-storage.ts'
import { assetsFolder, databaseFile, openDataFolder } from './storage/data-folder.ts'
import { lockDataFolder } from './storage/lock-data-folder.ts'
import type { Storage } from './storage/storage.ts'

export interface AppOptions {
  readonly config: Config
  readonly log: Log
  /** The built page. */
  readonly clientFolder: string
  readonly version: string
  readonly scenarios: readonly Scenario[]
  readonly rules: readonly Rule[]
  readonly limits?: Partial<Limits>
  readonly patience?: Patience
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** At least 0, less than 1. */
  readonly random: () => number
}

export interface App {
  readonly port: number
  /** Absolute. */
  readonly dataDir: string
  readonly storage: Storage
  /** Sockets are told to come back, what is written is safe, the data folder is free again. */
  stop(): Promise<void>
}

/** What is open, and how to put it away again. */
interface Opened {
  readonly dataDir: string
  readonly storage: Storage
  close(): Promise<void>
}

export async function startApp(options: AppOptions): Promise<App> {
  const opened = await openData(options.config.dataDir)
  try {
    return await serve(options, opened)
  } catch (error) {
    await opened.close()
    throw error
  }
}

async function openData(folder: string): Promise<Opened> {
  const dataDir = openDataFolder(folder)
  const lock = lockDataFolder(dataDir)
  try {
    const storage = await createSqliteStorage({ file: databaseFile(dataDir) })
    const close = async () => {
      await storage.close()
      lock.release()
    }
    return { dataDir, storage, close }
  } catch (error) {
    lock.release()
    throw error
  }
}

async function serve(options: AppOptions, opened: Opened): Promise<App> {
  const { config } = options
  const { dataDir, storage } = opened
  const host = await readHostPolicy(config.policy, dataDir)
  const doors: Doors = {
    sessions: createSessions(config.sessionSecret ?? readSessionSecret(dataDir)),
    origins: createOrigins(config.publicOrigin),
  }
  const live = liveOf(options, storage, doors)
  const services = servicesOf(options, { ...opened, host }, live)
  const state = { isStopping: false }
  const isStopping = () => state.isStopping
  const http = httpOf(options, { ...opened, ...doors, live, services, isStopping })
  const server = createListener(config.tls, http, options.patience)
  server.on('upgrade', (request, socket, head) => live.handleUpgrade(request, socket, head))
  const port = await listen(server, config)
  const stopSweeping = sweepDaily(services, options.log)
  const stop = async () => {
    state.isStopping = true
    stopSweeping()
    const closed = stopListening(server)
    await services.close()
    await live.stop()
    await closed
    await opened.close()
  }
  return { port, dataDir, storage, stop }
}

const day = 24 * 3600_000

/** Now and once a day; what fails is tried again the next day. Answers how to end it. */
function sweepDaily(services: Services, log: Log): () => void {
  const sweep = () => {
    services.sweep().then(
      (files) => files > 0 && log.info({ files }, 'removed files that no board has'),
      (err: unknown) => log.warn({ err }, 'files that no board has could not be removed'),
    )
  }
  sweep()
  const timer = setInterval(sweep, day).unref()
  return () => clearInterval(timer)
}

/** Who may come in; REST and the live upgrade ask the same ones. */
interface Doors {
  readonly sessions: Sessions
  readonly origins: Origins
}

function liveOf({ log, now, random }: AppOptions, storage: Storage, doors: Doors): LiveServer {
  const { sessions, origins } = doors
  return createLiveServer({
    storage,
    log,
    now,
    random,
    createSchema: createBoardSchema,
    allowedOrigin: origins.isAllowed,
    authenticate: async (request) => {
      const personId = sessions.authenticate(request)
      return personId === undefined ? undefined : { personId }
    },
  })
}

function servicesOf(
  { scenarios, rules, now, log }: AppOptions,
  { storage, dataDir, host }: Opened & { readonly host: HostPolicy },
  live: LiveServer,
): Services {
  return createServices({
    storage,
    live,
    seedBoard: createSeeder(createBoardSchema()),
    assetsFolder: assetsFolder(dataDir),
    scenarios,
    judging: { host, rules, now, warn: (sentence) => log.warn(sentence) },
    now,
  })
}

interface HttpNeeds extends Doors, Opened {
  readonly live: LiveServer
  readonly services: Services
  readonly isStopping: () => boolean
}

function httpOf(options: AppOptions, needs: HttpNeeds): Express {
  const { config, version } = options
  const { live, services, storage, sessions, origins, isStopping } = needs
  const { tldrawLicenseKey } = config
  const { scenarios, judging } = services
  const catalogue = { scenarios, rules: () => judging.rules(), tldrawLicenseKey }
  return createHttpApp({
    routes: listRoutes({ services, catalogue, version }),
    sessions,
    origins,
    limits: { ...defaultLimits, ...options.limits },
    log: options.log,
    clientFolder: options.clientFolder,
    reach: reachOf(config),
    metrics: createMetrics(() => ({ ...live.metrics() })),
    checkWritable: () => storage.checkWritable(),
    isStopping,
  })
}

function reachOf({ tls, publicOrigin }: Config): Reach {
  const isPromised = publicOrigin?.startsWith('https:') === true
  return { isPromised, isSecure: isPromised || tls !== undefined }
}
