/**
 * Security headers. They must leave a LAN without https and tldraw working: nothing is upgraded to
 * https by force, and tldraw needs inline styles, `data:` and `blob:` images and a worker of its own.
 */
import type { RequestHandler } from 'express'
import helmet from 'helmet'

export interface Reach {
  /** Whether people reach the server by https alone. */
  readonly isSecure: boolean
  /** Whether the operator named an https address, and so promised it for good. */
  readonly isPromised: boolean
}

export function secureHeaders({ isSecure, isPromised }: Reach): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        connectSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        workerSrc: ["'self'", 'blob:'],
        fontSrc: ["'self'", 'data:'],
        upgradeInsecureRequests: null,
      },
    },
    // Browsers ignore these two without https, and say so in the console of every page.
    crossOriginOpenerPolicy: isSecure,
    originAgentCluster: isSecure,
    // It holds for every port of the name, so a certificate tried on one port is no reason for it.
    strictTransportSecurity: isPromised ? { includeSubDomains: false } : false,
  })
}
