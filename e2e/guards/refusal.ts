/** A refusal as a person meets it: the status and the code of the table, and its sentence. */
import { expect } from '@playwright/test'
import { errorAnswer } from '#shared/api.ts'
import { refusals, type ErrorCode } from '#shared/errors.ts'
import type { Reply } from '#server/testing/visitor.ts'

export function expectRefusal(reply: Reply, code: ErrorCode): void {
  const { error } = errorAnswer.parse(reply.json)
  expect([reply.status, error.code]).toEqual([refusals[code].status, code])
  expect(error.message.startsWith(refusals[code].message)).toBe(true)
}
