/** Limits how often somebody may ask: per person, and per address for those who make ever new persons. */
import { ipKeyGenerator, rateLimit, type Options } from 'express-rate-limit'
import type { RequestHandler } from 'express'
import { AppError } from '#shared/errors.ts'

export interface Limits {
  /** Requests a minute of one person. */
  readonly perPerson: number
  /** Requests a minute of one address, behind which a whole class may sit. */
  readonly perAddress: number
  /** Unsafe requests a minute of one person: acts, links, uploads. */
  readonly writesPerPerson: number
  /** Tokens that lead nowhere, a minute, from one address; a whole class may come in at once. */
  readonly tokensPerAddress: number
}

export const defaultLimits: Limits = {
  perPerson: 600,
  perAddress: 6_000,
  writesPerPerson: 240,
  tokensPerAddress: 300,
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])
const tokenPaths = new Set(['/api/join', '/api/me/claim'])

/** `personOf` answers who asks, when known. */
export function limitRequests(
  limits: Limits,
  personOf: (request: Parameters<RequestHandler>[0]) => string | undefined,
): readonly RequestHandler[] {
  const byAddress: Options['keyGenerator'] = (request) => ipKeyGenerator(request.ip ?? 'unknown')
  const byPerson: Options['keyGenerator'] = (request) => personOf(request) ?? ''
  /** Who comes for the first time counts for the address alone: a class has one, and no sessions yet. */
  const isNew: NonNullable<Options['skip']> = (request) => personOf(request) === undefined
  // One person first: what is refused there does not count against the others at the same address.
  return [
    limit(limits.perPerson, { keyGenerator: byPerson, skip: isNew }),
    limit(limits.writesPerPerson, {
      keyGenerator: byPerson,
      skip: (request, response) => safeMethods.has(request.method) || isNew(request, response),
    }),
    limit(limits.tokensPerAddress, {
      keyGenerator: byAddress,
      skipSuccessfulRequests: true,
      skip: (request) => !tokenPaths.has(request.baseUrl + request.path),
    }),
    limit(limits.perAddress, { keyGenerator: byAddress }),
  ]
}

function limit(perMinute: number, options: Partial<Options>): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    legacyHeaders: false,
    // Behind a proxy the address comes from express' own setting; their check would only log.
    validate: false,
    handler: (request, response, next) => {
      response.setHeader('Retry-After', secondsUntil(resetOf(request)))
      next(new AppError('too_many_requests'))
    },
    ...options,
  })
}

/** Their limiter leaves on the request when the next minute begins. */
function resetOf(request: object): number {
  const info = 'rateLimit' in request ? request.rateLimit : undefined
  const hasReset = typeof info === 'object' && info !== null && 'resetTime' in info
  return hasReset && info.resetTime instanceof Date ? info.resetTime.getTime() : 0
}

function secondsUntil(moment: number): number {
  return Math.max(1, Math.ceil((moment - Date.now()) / 1000))
}
