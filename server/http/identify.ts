/**
 * Who is asking. A browser without a session gets one with whatever it asks first; a forged or damaged
 * one is refused everywhere but at `/api/me`, which starts anew.
 */
import type { Request, RequestHandler, Response } from 'express'
import { AppError } from '#shared/errors.ts'
import type { Origins } from './origin.ts'
import type { Sessions } from './session-cookie.ts'

export interface Identify {
  /** For routes that need a person. */
  readonly required: RequestHandler
  /** Gives a browser that opens a page its session, so that its first requests agree on one. */
  readonly offered: RequestHandler
  readonly personOf: (request: Request) => string | undefined
  readonly signIn: (request: Request, response: Response, personId: string) => void
}

const startAnew = '/api/me'

export function createIdentify(sessions: Sessions, origins: Origins): Identify {
  const people = new WeakMap<Request, string>()
  const signIn = (request: Request, response: Response, personId: string) => {
    people.set(request, personId)
    response.setHeader('Set-Cookie', sessions.cookieFor(personId, origins.isSecure(request)))
  }
  const personOf = (request: Request) => people.get(request) ?? sessions.authenticate(request)
  return {
    personOf,
    signIn,
    required: (request, response, next) => {
      const known = sessions.authenticate(request)
      const isFresh = !sessions.hasCookie(request) || request.path === startAnew
      if (known === undefined && !isFresh) {
        next(new AppError('not_signed_in'))
        return
      }
      const renews = request.path === startAnew
      if (known === undefined || renews) signIn(request, response, known ?? sessions.newPersonId())
      next()
    },
    offered: (request, response, next) => {
      if (!sessions.hasCookie(request)) signIn(request, response, sessions.newPersonId())
      next()
    },
  }
}
