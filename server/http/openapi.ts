/** The OpenAPI document, made from the list of routes and their schemas. */
import { z } from 'zod'
import { errorAnswer } from '#shared/api.ts'
import type { Route } from './define-route.ts'

type Json = Readonly<Record<string, unknown>>

export function describeApi(routes: readonly Route[], version: string): Json {
  const paths: Record<string, Record<string, Json>> = {}
  for (const route of routes) {
    const path = openApiPath(route.path)
    paths[path] = { ...paths[path], [route.method]: operationOf(route) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Loadbearing', version },
    paths,
    components: {
      schemas: { Error: schemaOf(errorAnswer, 'output') },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'lb_session' } },
    },
  }
}

/** `/api/boards/:id` as OpenAPI writes it. */
export function openApiPath(path: string): string {
  return path.replaceAll(/:(\w+)/g, '{$1}')
}

function operationOf(route: Route): Json {
  const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name)
  const body = bodyOf(route)
  return {
    summary: route.summary,
    ...(route.isPublic ? {} : { security: [{ session: [] }] }),
    ...(names.length === 0 ? {} : { parameters: names.map(parameterOf) }),
    ...(body === undefined ? {} : { requestBody: { content: body } }),
    responses: { [route.status]: answerOf(route), default: failure },
  }
}

const failure = {
  description: 'A refusal: a code and a sentence for a person',
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
}

function parameterOf(name: string | undefined): Json {
  return { name, in: 'path', required: true, schema: { type: 'string' } }
}

function bodyOf(route: Route): Json | undefined {
  if (route.bodyKind === 'image')
    return { 'image/*': { schema: { type: 'string', format: 'binary' } } }
  if (route.body === undefined) return undefined
  return { 'application/json': { schema: schemaOf(route.body, 'input') } }
}

function answerOf(route: Route): Json {
  if (route.status === 204) return { description: 'Done' }
  const schema =
    route.answer === undefined
      ? { '*/*': { schema: { type: 'string', format: 'binary' } } }
      : { 'application/json': { schema: schemaOf(route.answer, 'output') } }
  return { description: 'Done', content: schema }
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): unknown {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, target: 'draft-2020-12' })
  return rest
}
