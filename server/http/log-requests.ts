/**
 * One line a request, and its time in the metrics: the route's pattern instead of the address, since
 * addresses hold tokens and titles. Static files are not logged, and what went well only at `debug`:
 * the metrics count it, and whoever starts the server wants to see its address.
 */
import type { RequestHandler } from 'express'
import type { Log } from '#server/log.ts'
import type { Identify } from './identify.ts'
import type { Metrics } from './metrics.ts'

export function logRequests(log: Log, metrics: Metrics, identify: Identify): RequestHandler {
  return (request, response, next) => {
    const startedAt = performance.now()
    response.once('close', () => {
      const { method } = request
      const { statusCode: status } = response
      const ms = performance.now() - startedAt
      const route = patternOf(request.route)
      metrics.observeRequest({ method, route, status }, ms / 1000)
      const person = identify.personOf(request)
      const line = { method, route, status, ms: Math.round(ms), person }
      log[status < 400 ? 'debug' : 'info'](line, 'request')
    })
    next()
  }
}

function patternOf(route: unknown): string {
  if (typeof route !== 'object' || route === null || !('path' in route)) return 'none'
  return typeof route.path === 'string' ? route.path : 'none'
}
