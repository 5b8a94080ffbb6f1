import express from 'express'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import { AppError, refusals, type ErrorCode } from '#shared/errors.ts'
import { createLog } from '#server/log.ts'
import { createAnswerError, toRefusal } from './answer-error.ts'

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

/** A server whose every request fails with `error`. */
async function failWith(error: unknown) {
  const lines: string[] = []
  const log = createLog('info', { write: (line) => void lines.push(line) })
  const app = express()
  app.use((_request, _response, next) => next(error))
  app.use(createAnswerError(log))
  const server = app.listen(0, '127.0.0.1')
  stops.push(() => server.close())
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = z.custom<AddressInfo>().parse(server.address())
  const response = await fetch(`http://127.0.0.1:${port}/api/secret-token`)
  return { status: response.status, body: await response.json(), lines }
}

const codes = z.array(z.custom<ErrorCode>()).parse(Object.keys(refusals))

test.each(codes)('answers %s with its status and its sentence', async (code) => {
  const { status, body } = await failWith(new AppError(code))
  const { message } = refusals[code]
  expect([status, body]).toEqual([refusals[code].status, { error: { code, message } }])
})

test('shows nothing of a fault that nobody foresaw, and logs it whole', async () => {
  const { status, body, lines } = await failWith(new TypeError('secret detail'))
  expect([status, JSON.stringify(body)]).toEqual([500, expect.not.stringContaining('secret')])
  expect(lines.join('')).toContain('secret detail')
  expect(lines.join('')).toContain('answer-error.test.ts')
})

test('logs that the disk cannot be written, with what the disk said', async () => {
  const error = new AppError('storage_unavailable')
  error.cause = new Error('ENOSPC')
  const { status, lines } = await failWith(error)
  expect(status).toBe(503)
  expect(lines.join('')).toContain('ENOSPC')
})

test('logs no refusal that is the doing of who asks, and never an address', async () => {
  expect((await failWith(new AppError('role_may_not'))).lines).toEqual([])
  expect((await failWith(new Error('x'))).lines.join('')).not.toContain('secret-token')
})

test('names the fields that do not fit', () => {
  const schema = z.object({ title: z.string(), at: z.object({ x: z.number() }) })
  const { error } = schema.safeParse({ title: 1, at: { x: 'a' } })
  expect(toRefusal(error).message).toContain('Not as expected: title, at.x.')
})

test.each(['a string', undefined, { message: 'an object' }])('survives %j thrown', (thrown) => {
  expect(toRefusal(thrown).code).toBe('unexpected')
})
