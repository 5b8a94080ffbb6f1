/**
 * Security headers. They must leave a LAN without https and tldraw working: nothing is upgraded to
 * https by force, and tldraw needs inline styles, `data:` and `blob:` images and a worker of its own.
 */
import type { RequestHandler } from 'express'
import helmet from 'helmet'

export function secureHeaders(isSecure: boolean): RequestHandler {
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
    // Only where the operator named an https address for good: it also holds for other ports.
    strictTransportSecurity: isSecure,
  })
}
