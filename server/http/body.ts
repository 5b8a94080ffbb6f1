/** Reads bodies: each route says what it takes, and a body of another type or size is refused. */
import express, { type RequestHandler } from 'express'
import { AppError } from '#shared/errors.ts'
import { maxAssetBytes } from '#server/services/image-type.ts'
import type { BodyKind } from './define-route.ts'

/** Largest board file, in bytes: some thousand shapes with long strokes. */
export const maxBoardFileBytes = 40 * 1024 * 1024
/** Board files that may be under way at the same moment, for each of the two ways in. */
const maxFilesAtOnce = 6
/** A comment of ten thousand characters in any script, and room around it. */
const maxJsonBytes = 128 * 1024

/** Two million characters of any script, with what JSON puts around them. */
const maxDesignBytes = 8 * 1024 * 1024

/** A drawing as large as packs judge, with labels as people write them. */
const maxDrawingBytes = 2 * 1024 * 1024

/** A page of another site can send forms without asking; it cannot send this type. */
const jsonType = 'application/json'

export function readBody(kind: BodyKind): readonly RequestHandler[] {
  switch (kind) {
    case 'json':
      return [requireJson, express.json({ limit: maxJsonBytes, type: jsonType })]
    case 'design':
      return [requireJson, express.json({ limit: maxDesignBytes, type: jsonType })]
    case 'drawing':
      return [requireJson, express.json({ limit: maxDrawingBytes, type: jsonType })]
    case 'board':
      return [requireJson, limitAtOnce(), express.raw({ limit: maxBoardFileBytes, type: jsonType })]
    case 'image':
      return [express.raw({ limit: maxAssetBytes, type: () => true, inflate: false })]
    default:
      return kind satisfies never
  }
}

const requireJson: RequestHandler = (request, _response, next) => {
  const isOther = hasBody(request.headers) && request.is(jsonType) !== jsonType
  next(isOther ? new AppError('bad_request', `Send ${jsonType}.`) : undefined)
}

/** Each is held in memory until it was read. */
function limitAtOnce(): RequestHandler {
  let present = 0
  return (_request, response, next) => {
    if (present >= maxFilesAtOnce) {
      next(new AppError('too_many_requests', 'Other board files are being read.'))
      return
    }
    present++
    response.once('close', () => present--)
    next()
  }
}

function hasBody(headers: Readonly<Record<string, unknown>>): boolean {
  const length = headers['content-length']
  return headers['transfer-encoding'] !== undefined || (length !== undefined && length !== '0')
}
