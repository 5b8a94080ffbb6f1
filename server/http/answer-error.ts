/**
 * The one place where a failed request becomes an answer. Refusals say their code and sentence; what
 * nobody foresaw is logged whole and answered politely.
 */
import type { ErrorRequestHandler } from 'express'
import { inspect } from 'node:util'
import { z } from 'zod'
import { AppError, statusOf } from '#shared/errors.ts'
import type { Log } from '#server/log.ts'

export function createAnswerError(log: Log): ErrorRequestHandler {
  return (error, request, response, next) => {
    const refusal = toRefusal(error)
    if (refusal.code === 'unexpected' || refusal.code === 'storage_unavailable') {
      const err = error instanceof Error ? error : new Error(inspect(error))
      log.error({ err, method: request.method }, 'request failed')
    }
    if (response.headersSent) {
      // Half an answer is out: only cutting the connection tells the client so.
      next(error)
      return
    }
    const { code, message } = refusal
    if (passing.has(code) && !response.hasHeader('Retry-After')) {
      response.setHeader('Retry-After', retrySeconds)
    }
    response.status(statusOf(code)).json({ error: { code, message } })
  }
}

/** Refusals that pass by themselves. */
const passing: ReadonlySet<string> = new Set<AppError['code']>([
  'too_many_requests',
  'storage_unavailable',
  'stopping',
])
const retrySeconds = 5

/** The refusal that fits whatever was thrown. */
export function toRefusal(error: unknown): AppError {
  if (error instanceof AppError) return error
  if (error instanceof z.ZodError) return new AppError('bad_request', fieldsOf(error))
  return fromBodyParser(error) ?? new AppError('unexpected')
}

/** Errors of express' body parsers carry a `type`; errors of its router a status alone. */
const parserCodes: Readonly<Record<string, AppError['code']>> = {
  'entity.parse.failed': 'malformed_json',
  'entity.too.large': 'too_large',
  'encoding.unsupported': 'bad_request',
  'charset.unsupported': 'bad_request',
  'request.aborted': 'bad_request',
  'request.size.invalid': 'bad_request',
}

function fromBodyParser(error: unknown): AppError | undefined {
  if (!(error instanceof Error)) return undefined
  const code = 'type' in error ? parserCodes[String(error.type)] : undefined
  if (code !== undefined) return new AppError(code)
  const isClientFault = 'status' in error && error.status === 400
  return isClientFault ? new AppError('bad_request') : undefined
}

function fieldsOf(error: z.ZodError): string {
  const fields = error.issues.map((issue) => issue.path.join('.') || 'the whole body')
  return `Not as expected: ${[...new Set(fields)].slice(0, 10).join(', ')}.`
}
