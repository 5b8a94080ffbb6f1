import { expect, test } from 'vitest'
import { z } from 'zod'
import { defineBodyRoute, defineRoute } from './define-route.ts'
import { describeApi, openApiPath } from './openapi.ts'
import { startServer } from '#server/testing/start-server.ts'

const document = z.looseObject({
  openapi: z.string(),
  paths: z.record(z.string(), z.record(z.string(), z.looseObject({ summary: z.string() }))),
})

test('describes what goes in, what comes out and every parameter', () => {
  const route = defineBodyRoute({
    method: 'post',
    path: '/api/things/:id/parts/:part',
    summary: 'Make a part',
    status: 201,
    body: z.object({ name: z.string().default('a') }),
    answer: z.object({ id: z.string() }),
    handle: async () => ({ id: 'x' }),
  })
  const { paths } = document.parse(describeApi([route], '1.0.0'))
  expect(paths['/api/things/{id}/parts/{part}']?.['post']).toMatchObject({
    summary: 'Make a part',
    parameters: [{ name: 'id', in: 'path' }, { name: 'part' }],
    requestBody: {
      content: { 'application/json': { schema: { properties: { name: { type: 'string' } } } } },
    },
    responses: { 201: { content: { 'application/json': { schema: { required: ['id'] } } } } },
  })
})

test('lets no field out that the schema does not name', async () => {
  const handle = async () => ({ id: 'x', secret: 'y' })
  const answer = z.object({ id: z.string() })
  const route = defineRoute({ method: 'get', path: '/api/x', summary: 'X', answer, handle })
  const call = { personId: '', body: undefined, param: () => '', origin: '', signIn: () => {} }
  expect(await route.handle(call)).toEqual({ json: { id: 'x' } })
})

test('holds every route that the server answers, and no other', async () => {
  const server = await startServer()
  const { paths } = document.parse((await server.visit().get('/api/openapi.json')).json)
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => [method.toUpperCase(), path] as const),
  )
  expect(described.map((route) => route.join(' ')).sort()).toEqual(
    knownRoutes.map(openApiPath).sort(),
  )
  for (const [method, path] of described) {
    const address = path.replaceAll(/\{\w+\}/g, 'none')
    const reply = await server.visit().send(method, address)
    expect([path, reply.text.includes('There is nothing at this address')]).toEqual([path, false])
  }
  await server.stop()
})

/** Written out, so that a route that vanishes or is renamed is noticed by a person. */
const knownRoutes = [
  'POST /api/boards/:id/versions',
  'GET /api/boards/:id/versions/:version',
  'POST /api/boards/:id/versions/:version/restore',
  'POST /api/boards/:id/findings/:finding/answers',
  'POST /api/check',
  'POST /api/check/design',
  'GET /api/policy',
  'POST /api/import/mermaid',
  'GET /api/kinds',
  'GET /api/me',
  'PATCH /api/me',
  'POST /api/me/device',
  'POST /api/me/claim',
  'GET /api/boards',
  'POST /api/boards',
  'POST /api/boards/import',
  'GET /api/boards/:id',
  'PATCH /api/boards/:id',
  'DELETE /api/boards/:id',
  'GET /api/boards/:id/export',
  'POST /api/boards/:id/import',
  'GET /api/boards/:id/members',
  'PATCH /api/boards/:id/members/:person',
  'DELETE /api/boards/:id/members/:person',
  'GET /api/boards/:id/links',
  'POST /api/boards/:id/links',
  'DELETE /api/boards/:id/links/:link',
  'POST /api/join',
  'POST /api/boards/:id/threads',
  'POST /api/boards/:id/threads/:thread/comments',
  'PATCH /api/boards/:id/threads/:thread/comments/:comment',
  'DELETE /api/boards/:id/threads/:thread/comments/:comment',
  'POST /api/boards/:id/threads/:thread/resolve',
  'POST /api/boards/:id/threads/:thread/reopen',
  'POST /api/boards/:id/assets',
  'GET /api/boards/:id/assets/:asset',
  'GET /api/scenarios',
  'GET /api/scenarios/:id',
  'GET /api/rules',
  'GET /api/settings',
  'GET /api/openapi.json',
]
