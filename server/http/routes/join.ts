import { join, joined } from '#shared/api.ts'
import type { LinksService } from '#server/services/links-service.ts'
import type { PeopleService } from '#server/services/people-service.ts'
import { defineBodyRoute, type Route } from '../define-route.ts'

/** Opening a role link. */
export function joinRoutes(links: LinksService, people: PeopleService): readonly Route[] {
  return [
    defineBodyRoute({
      method: 'post',
      path: '/api/join',
      summary: 'Open a role link; again with the same role changes nothing',
      body: join,
      answer: joined,
      handle: async ({ personId, body }) => {
        await links.check(body.token)
        await (body.name === undefined
          ? people.find(personId)
          : people.change(personId, { name: body.name }))
        return links.open(body.token, personId, body.switch)
      },
    }),
  ]
}
