/**
 * The environment as settings, parsed once. Every bad variable gets one sentence; nothing here touches
 * the disk, and no other module reads the environment.
 */
import { z } from 'zod'
import { logLevels, type LogLevel } from './log.ts'

export interface Config {
  /** 0 takes any free port. */
  readonly port: number
  readonly host: string
  readonly dataDir: string
  /** What people type to reach this server, without a slash at the end; absent: what they did type. */
  readonly publicOrigin: string | undefined
  /** Absent: made at the first start and kept in the data folder. */
  readonly sessionSecret: string | undefined
  readonly logLevel: LogLevel
  readonly tldrawLicenseKey: string | undefined
  /** A file; absent: the one in the data folder, if there is one. */
  readonly policy: string | undefined
  readonly tls: { readonly certFile: string; readonly keyFile: string } | undefined
}

export type ParsedConfig = { readonly config: Config } | { readonly problems: readonly string[] }

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((value) => value <= 65_535)
const origin = z.string().refine(isOrigin)

/** Each variable with its schema and the sentence for a value that does not fit. */
const variables = {
  PORT: [port.default(3000), 'must be a port number from 0 to 65535, for example 3000'],
  // All interfaces: a partner on the same network opens a link without any set-up, and the roles of
  // the links, not the address, decide who gets in. HOST=localhost keeps the server to this machine.
  HOST: [z.string().default('0.0.0.0'), 'must be a name or an address to listen on'],
  DATA_DIR: [z.string().default('./data'), 'must be the path of a folder'],
  PUBLIC_ORIGIN: [
    origin.optional(),
    'must be an address such as https://board.example.org, without a path',
  ],
  SESSION_SECRET: [z.string().min(32).optional(), 'must have at least 32 characters'],
  LOG_LEVEL: [z.enum(logLevels).default('info'), `must be one of ${logLevels.join(', ')}`],
  TLDRAW_LICENSE_KEY: [z.string().optional(), 'must be a licence key of tldraw'],
  POLICY: [z.string().optional(), 'must be the path of a loadbearing.config.json'],
  TLS_CERT: [z.string().optional(), 'must be the path of a PEM file'],
  TLS_KEY: [z.string().optional(), 'must be the path of a PEM file'],
} as const

const environment = z.object({
  PORT: variables.PORT[0],
  HOST: variables.HOST[0],
  DATA_DIR: variables.DATA_DIR[0],
  PUBLIC_ORIGIN: variables.PUBLIC_ORIGIN[0],
  SESSION_SECRET: variables.SESSION_SECRET[0],
  LOG_LEVEL: variables.LOG_LEVEL[0],
  TLDRAW_LICENSE_KEY: variables.TLDRAW_LICENSE_KEY[0],
  POLICY: variables.POLICY[0],
  TLS_CERT: variables.TLS_CERT[0],
  TLS_KEY: variables.TLS_KEY[0],
})

/** Reads the settings; an empty variable counts as absent. Answers all problems at once. */
export function parseConfig(values: Readonly<Record<string, string | undefined>>): ParsedConfig {
  const set = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(set)
  if (!parsed.success) return { problems: problemsOf(parsed.error, set) }
  const { TLS_CERT, TLS_KEY } = parsed.data
  if ((TLS_CERT === undefined) !== (TLS_KEY === undefined)) {
    const missing = TLS_CERT === undefined ? 'TLS_CERT' : 'TLS_KEY'
    return { problems: [`${missing} is missing: https needs both TLS_CERT and TLS_KEY.`] }
  }
  return { config: configOf(parsed.data) }
}

function configOf(data: z.infer<typeof environment>): Config {
  const { TLS_CERT: certFile, TLS_KEY: keyFile } = data
  const hasTls = certFile !== undefined && keyFile !== undefined
  return {
    port: data.PORT,
    host: data.HOST,
    dataDir: data.DATA_DIR,
    publicOrigin: data.PUBLIC_ORIGIN === undefined ? undefined : new URL(data.PUBLIC_ORIGIN).origin,
    sessionSecret: data.SESSION_SECRET,
    logLevel: data.LOG_LEVEL,
    tldrawLicenseKey: data.TLDRAW_LICENSE_KEY,
    policy: data.POLICY,
    tls: hasTls ? { certFile, keyFile } : undefined,
  }
}

/** Names the variable and what it must be; a secret's value is not repeated. */
function problemsOf(error: z.ZodError, values: Readonly<Record<string, string | undefined>>) {
  const names = new Set(error.issues.map((issue) => String(issue.path[0])))
  return Object.entries(variables)
    .filter(([name]) => names.has(name))
    .map(([name, [, sentence]]) => {
      const shown = name === 'SESSION_SECRET' ? '' : ` (it is "${values[name] ?? ''}")`
      return `${name} ${sentence}${shown}.`
    })
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, pathname, search, hash } = new URL(text)
  return /^https?:$/.test(protocol) && pathname === '/' && search === '' && hash === ''
}
