import { expect, test } from 'vitest'
import { readDocument } from './read-document.ts'
import { isTriable, triableCalls } from './triable-calls.ts'

const answer = { description: 'Done', content: { 'application/json': { schema: {} } } }
const designBody = {
  content: { 'application/json': { schema: { type: 'object', required: ['text'] } } },
}
const document = {
  info: { version: '1.2.3' },
  paths: {
    '/api/boards': {
      get: { summary: 'Yours', security: [{ session: [] }], responses: { 200: answer } },
    },
    '/api/rules': { get: { summary: 'Rules', responses: { 200: answer, default: answer } } },
    '/api/check': { post: { summary: 'Judge', requestBody: designBody, responses: {} } },
    '/api/boards/{id}': {
      delete: {
        parameters: [{ name: 'id', in: 'path', schema: { type: 'string' } }],
        responses: { 204: { description: 'Done' } },
      },
    },
  },
}

test('calls stand under the first part of their path, with what they take and answer', () => {
  const { version, groups } = readDocument(document)
  expect(version).toBe('1.2.3')
  expect(groups.map(({ name, calls }) => [name, calls.length])).toEqual([
    ['boards', 2],
    ['rules', 1],
    ['check', 1],
  ])
  const removal = groups[0]?.calls[1]
  expect(removal).toMatchObject({ id: 'delete-api-boards-id', method: 'DELETE', isPublic: true })
  expect(removal?.parameters.map(({ name, place }) => `${place} ${name}`)).toEqual(['path id'])
  expect(removal?.answers).toEqual([{ status: '204', description: 'Done', content: undefined }])
})

test('offers to try what anybody may send and nothing that changes something, designs first', () => {
  const { groups } = readDocument(document)
  expect(triableCalls(groups).map(({ path }) => path)).toEqual(['/api/check', '/api/rules'])
  expect(groups[0]?.calls.some(isTriable)).toBe(false)
})

test('what is no OpenAPI document has no calls', () => {
  for (const odd of [undefined, null, [], 'text', { paths: { '/api': [] } }])
    expect(readDocument(odd).groups).toEqual([])
})
