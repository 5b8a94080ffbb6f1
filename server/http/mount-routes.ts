/** Turns the list of routes into handlers of express. */
import { pipeline } from 'node:stream/promises'
import { Router, type Request, type RequestHandler, type Response } from 'express'
import { AppError } from '#shared/errors.ts'
import { readBody } from './body.ts'
import type { Call, FileAnswer, Route } from './define-route.ts'
import type { Identify } from './identify.ts'
import type { Origins } from './origin.ts'

export function mountRoutes(
  routes: readonly Route[],
  identify: Identify,
  origins: Origins,
): Router {
  const router = Router({ caseSensitive: true, strict: true })
  for (const route of routes) {
    const before = [
      ...(route.isPublic ? [] : [identify.required]),
      ...(route.bodyKind === undefined ? [] : readBody(route.bodyKind)),
    ]
    router[route.method](route.path, ...before, answerWith(route, identify, origins))
  }
  return router
}

function answerWith(route: Route, identify: Identify, origins: Origins): RequestHandler {
  return async (request, response) => {
    const answer = await route.handle(callOf(request, response, { identify, origins }))
    if (answer === undefined) response.status(route.status).end()
    else if ('json' in answer) response.status(route.status).json(answer.json)
    else await answerFile(response, answer)
  }
}

interface Around {
  readonly identify: Identify
  readonly origins: Origins
}

function callOf(request: Request, response: Response, { identify, origins }: Around): Call {
  return {
    personId: identify.personOf(request) ?? '',
    body: request.body,
    param: (name) => {
      const value = request.params[name]
      if (typeof value !== 'string') throw new Error(`No parameter ${name} in ${request.path}`)
      return value
    },
    origin: origins.originOf(request),
    signIn: (personId) => identify.signIn(request, response, personId),
  }
}

async function answerFile(response: Response, file: FileAnswer): Promise<void> {
  response.status(200).setHeader('Content-Type', file.mime)
  if (file.size !== undefined) response.setHeader('Content-Length', file.size)
  for (const [name, value] of Object.entries(file.headers)) response.setHeader(name, value)
  await pipeline(file.content, response).catch((error: unknown) => {
    // Who closes the page while an image loads is no fault of anybody.
    if (!response.destroyed) throw error
  })
}

/** Anything under `/api` that no route answered. */
export const unknownApi: RequestHandler = (_request, _response, next) => {
  next(new AppError('unknown_thing'))
}
