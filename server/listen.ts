/** Opens and closes the port, plain or with TLS. What goes wrong is said in a sentence. */
import { readFileSync } from 'node:fs'
import { createServer as createHttp, type RequestListener, type Server } from 'node:http'
import { createServer as createHttps } from 'node:https'
import type { Config } from './config.ts'

/** The server cannot start; the message is a sentence for who runs it. */
export class StartError extends Error {
  override readonly name = 'StartError'
}

/** How long a request that is being answered may take when the server stops. */
const graceMs = 3_000

/** How long somebody may take to say what they want, in milliseconds. */
export interface Patience {
  /** For the headers. */
  readonly headersTimeout: number
  /** For headers and body: 40 MB over a slow line. */
  readonly requestTimeout: number
  /** For the next request on the same connection. */
  readonly keepAliveTimeout: number
  /** How often it is looked who takes too long. */
  readonly connectionsCheckingInterval: number
}

export const defaultPatience: Patience = {
  headersTimeout: 15_000,
  requestTimeout: 180_000,
  // Proxies keep idle connections for a minute and take one that was closed meanwhile for a fault.
  keepAliveTimeout: 75_000,
  connectionsCheckingInterval: 5_000,
}

export function createListener(
  tls: Config['tls'],
  answer: RequestListener,
  patience: Patience = defaultPatience,
): Server {
  if (tls === undefined) return createHttp(patience, answer)
  const cert = readPem('TLS_CERT', tls.certFile)
  const key = readPem('TLS_KEY', tls.keyFile)
  try {
    return createHttps({ cert, key, ...patience }, answer)
  } catch (error) {
    throw new StartError(
      `TLS_CERT and TLS_KEY do not hold a certificate and its key (${reasonOf(error)}).`,
      { cause: error },
    )
  }
}

/** Resolves with the port once connections are taken. */
export function listen(server: Server, { port, host }: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(toStartError(error, { port, host })))
    server.listen(port, host, () => {
      server.removeAllListeners('error')
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

/** Takes no more connections, lets answers finish, and cuts what does not end. */
export async function stopListening(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const cut = setTimeout(() => server.closeAllConnections(), graceMs)
  await closed
  clearTimeout(cut)
}

function readPem(variable: string, file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new StartError(
      `The file ${file} that ${variable} names cannot be read (${reasonOf(error)}).`,
      { cause: error },
    )
  }
}

function toStartError(error: Error, { port, host }: Pick<Config, 'port' | 'host'>): StartError {
  const sentences: Record<string, string> = {
    EADDRINUSE: `Port ${port} is in use. Stop what uses it, or set PORT to another one.`,
    EACCES: `This user may not listen on port ${port}. Set PORT to one above 1023.`,
    EADDRNOTAVAIL: `This machine has no address ${host}. Set HOST to one that it has.`,
    ENOTFOUND: `The name ${host} is not known. Set HOST to a name or an address of this machine.`,
  }
  const sentence = sentences[codeOf(error)] ?? `Cannot listen on ${host}:${port}: ${error.message}.`
  return new StartError(sentence, { cause: error })
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

function reasonOf(error: unknown): string {
  return codeOf(error) || (error instanceof Error ? error.message : String(error))
}
