import { expect, test } from 'vitest'
import { writeSchema } from './write-schema.ts'

test('an object is a field a line, with what its types do not say', () => {
  const schema = {
    type: 'object',
    properties: {
      text: { type: 'string', maxLength: 2_000_000, description: 'A design document.' },
      file: { type: 'string', default: 'design.md' },
      score: { type: ['number', 'null'] },
      at: { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
    },
    required: ['text', 'score', 'at'],
  }
  expect(writeSchema(schema).split('\n')).toEqual([
    '{',
    '  text: string  // A design document, ≤ 2,000,000 characters',
    '  file?: string  // default "design.md"',
    '  score: number | null',
    '  at: integer  // ≥ 0',
    '}',
  ])
})

test('lists, choices and records nest', () => {
  const severity = { type: 'string', enum: ['error', 'note'] }
  expect(writeSchema({ type: 'array', items: severity })).toBe('("error" | "note")[]')
  const finding = { type: 'object', properties: { nodes: { type: 'array', items: {} } } }
  expect(writeSchema({ type: 'array', items: finding })).toBe('{\n  nodes?: any[]\n}[]')
  const either = { anyOf: [{ type: 'string' }, { type: 'null' }] }
  expect(writeSchema({ type: 'object', additionalProperties: either })).toBe(
    '{ [name]: string | null }',
  )
})

test('a reference is its name, a file is bytes, and what is closed and empty is no record', () => {
  expect(writeSchema({ $ref: '#/components/schemas/Error' })).toBe('Error')
  expect(writeSchema({ type: 'string', format: 'binary' })).toBe('bytes')
  expect(writeSchema({ type: 'object', additionalProperties: false })).toBe('{}')
})
