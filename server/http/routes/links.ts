import { createLink, linkMade, linksAnswer } from '#shared/api.ts'
import type { LinksService } from '#server/services/links-service.ts'
import { defineBodyRoute, defineRoute, defineSilentRoute, type Route } from '../define-route.ts'

const path = '/api/boards/:id/links'

/** Role links of a board. */
export function linkRoutes(links: LinksService): readonly Route[] {
  return [
    defineRoute({
      method: 'get',
      path,
      summary: 'The links that work, without their tokens',
      answer: linksAnswer,
      handle: async ({ personId, param }) => ({ links: await links.list(param('id'), personId) }),
    }),
    defineBodyRoute({
      method: 'post',
      path,
      summary: 'Make a link for a role; its token is shown this once',
      status: 201,
      body: createLink,
      answer: linkMade,
      handle: async ({ personId, param, body, origin }) => {
        const made = await links.make(param('id'), personId, body.role)
        return { ...made, url: `${origin}/join/${made.token}` }
      },
    }),
    defineSilentRoute({
      method: 'delete',
      path: `${path}/:link`,
      summary: 'Revoke a link and remove who came by it',
      handle: ({ personId, param }) => links.revoke(param('id'), personId, param('link')),
    }),
  ]
}
