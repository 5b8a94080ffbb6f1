/** The HTTP side of the server, put together: what stands in front of every route, and in which order. */
import express, { type Express, type RequestHandler } from 'express'
import { AppError } from '#shared/errors.ts'
import type { Log } from '#server/log.ts'
import { createAnswerError } from './answer-error.ts'
import type { Route } from './define-route.ts'
import { createIdentify } from './identify.ts'
import { limitRequests, type Limits } from './limit-requests.ts'
import { logRequests } from './log-requests.ts'
import { mountRoutes, unknownApi } from './mount-routes.ts'
import type { Origins } from './origin.ts'
import { secureHeaders, type Reach } from './secure-headers.ts'
import { serveClient } from './serve-client.ts'
import type { Sessions } from './session-cookie.ts'
import { watchRoutes, type Watched } from './watch-routes.ts'

export interface HttpParts extends Watched {
  readonly routes: readonly Route[]
  readonly sessions: Sessions
  readonly origins: Origins
  readonly limits: Limits
  readonly log: Log
  /** The built page. */
  readonly clientFolder: string
  readonly reach: Reach
}

export function createHttpApp(parts: HttpParts): Express {
  const { routes, sessions, origins, limits, log } = parts
  const identify = createIdentify(sessions, origins)
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.enable('case sensitive routing')
  // A proxy on this machine tells the address of who asks; nobody else is believed.
  app.set('trust proxy', 'loopback')
  app.use(secureHeaders(parts.reach))
  app.use(watchRoutes(parts))
  app.use('/api', logRequests(log, parts.metrics, identify))
  app.use('/api', keepNothing, refuseForeign(origins))
  app.use('/api', ...limitRequests(limits, identify.personOf))
  app.use(mountRoutes(routes, identify, origins))
  app.use('/api', unknownApi)
  app.use(serveClient(parts.clientFolder, identify.offered))
  app.use(unknownApi)
  app.use(createAnswerError(log))
  return app
}

/** What is true now may be false in a second, and is one person's alone; refusals too. */
const keepNothing: RequestHandler = (_request, response, next) => {
  response.setHeader('Cache-Control', 'no-store')
  next()
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

function refuseForeign(origins: Origins): RequestHandler {
  return (request, _response, next) => {
    const isForeign = !safeMethods.has(request.method) && !origins.isAllowed(request)
    next(isForeign ? new AppError('foreign_origin') : undefined)
  }
}
