import { changeMe, claimDevice, deviceAnswer, meAnswer } from '#shared/api.ts'
import { type PeopleService, toPerson } from '#server/services/people-service.ts'
import type { PersonRow } from '#server/storage/storage.ts'
import { defineBodyRoute, defineRoute, type Route } from '../define-route.ts'

const path = '/api/me'

/** One's own name and colour, and the way to another device. */
export function meRoutes(people: PeopleService): readonly Route[] {
  return [
    defineRoute({
      method: 'get',
      path,
      summary: 'Who you are here; makes an identity for a browser that has none',
      answer: meAnswer,
      handle: async ({ personId }) => answerOf(await people.find(personId)),
    }),
    defineBodyRoute({
      method: 'patch',
      path,
      summary: 'Change your name or colour',
      body: changeMe,
      answer: meAnswer,
      handle: async ({ personId, body }) => answerOf(await people.change(personId, body)),
    }),
    defineRoute({
      method: 'post',
      path: `${path}/device`,
      summary: 'Make a link that carries your identity to another device, once',
      status: 201,
      answer: deviceAnswer,
      handle: async ({ personId, origin }) => {
        await people.find(personId)
        const { token, expiresAt } = await people.makeDeviceToken(personId)
        return { url: `${origin}/device/${token}`, expiresAt }
      },
    }),
    defineBodyRoute({
      method: 'post',
      path: `${path}/claim`,
      summary: 'Take over the identity of a device link',
      body: claimDevice,
      answer: meAnswer,
      handle: async ({ body, signIn }) => {
        const person = await people.claim(body.token)
        signIn(person.id)
        return answerOf(person)
      },
    }),
  ]
}

function answerOf(row: PersonRow) {
  return { person: toPerson(row), isNamed: row.isNamed }
}
