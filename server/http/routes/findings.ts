import { answerFinding, findingAnswered } from '#shared/api.ts'
import { AppError } from '#shared/errors.ts'
import type { FindingsService } from '#server/services/findings-service.ts'
import { defineBodyRoute, type Call, type Route } from '../define-route.ts'

/** A rule and the hash of what it speaks of, as the checker makes them. */
const findingId = /^[a-z0-9-]{1,80}:[0-9a-f]{16}$/

/** What people say to findings; the answers are read from the room document. */
export function findingRoutes(service: FindingsService): readonly Route[] {
  return [
    defineBodyRoute({
      method: 'post',
      path: '/api/boards/:id/findings/:finding/answers',
      summary: 'Defend a finding, set it aside, accept its defence or ask back',
      status: 201,
      body: answerFinding,
      answer: findingAnswered,
      handle: async (call) => ({ status: await service.answer(addressOf(call), call.body) }),
    }),
  ]
}

function addressOf({ param, personId }: Call) {
  const finding = param('finding')
  if (!findingId.test(finding)) throw new AppError('unknown_thing')
  return { boardId: param('id'), personId, finding }
}
