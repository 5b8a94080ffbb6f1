/**
 * Which sites may act in a person's name, and how this server is called from outside. A request without
 * an Origin does not come from a page of another site, since browsers send it with every unsafe one.
 */
import type { IncomingMessage } from 'node:http'

export interface Origins {
  /** Whether the page that sent the request is ours. Used by REST and by the live upgrade. */
  readonly isAllowed: (request: IncomingMessage) => boolean
  /** What people type before the path. */
  readonly originOf: (request: IncomingMessage) => string
  readonly isSecure: (request: IncomingMessage) => boolean
}

export function createOrigins(publicOrigin: string | undefined): Origins {
  const isSecure = (request: IncomingMessage) =>
    isEncrypted(request) ||
    (publicOrigin?.startsWith('https:') === true &&
      (new URL(publicOrigin).host === request.headers.host || cameByHttps(request)))
  return {
    isSecure,
    isAllowed: (request) => isAllowed(request, publicOrigin),
    originOf: (request) =>
      publicOrigin ?? `${isSecure(request) ? 'https' : 'http'}://${request.headers.host ?? ''}`,
  }
}

function isAllowed(request: IncomingMessage, publicOrigin: string | undefined): boolean {
  const { origin, host } = request.headers
  if (origin === undefined) return true
  if (origin === publicOrigin) return true
  if (host === undefined || !URL.canParse(origin)) return false
  const { protocol, host: originHost } = new URL(origin)
  if (isEncrypted(request) && protocol !== 'https:') return false
  return /^https?:$/.test(protocol) && originHost === host.toLowerCase()
}

/** Many proxies call this server by another name; one on this machine is believed how it was called. */
function cameByHttps({ headers, socket }: IncomingMessage): boolean {
  const isNear = /^(::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '')
  return isNear && headers['x-forwarded-proto'] === 'https'
}

function isEncrypted(request: IncomingMessage): boolean {
  return 'encrypted' in request.socket && request.socket.encrypted === true
}
