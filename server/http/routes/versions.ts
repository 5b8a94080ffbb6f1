import { Readable } from 'node:stream'
import { saveVersion, versionMade } from '#shared/api.ts'
import type { VersionsService } from '#server/services/versions-service.ts'
import { defineBodyRoute, defineFileRoute, defineSilentRoute, type Call } from '../define-route.ts'
import type { Route } from '../define-route.ts'

const versions = '/api/boards/:id/versions'

/** Moments of a board; which there are is read from the room document. */
export function versionRoutes(service: VersionsService): readonly Route[] {
  return [
    defineBodyRoute({
      method: 'post',
      path: versions,
      summary: 'Give the board as it is now a name',
      status: 201,
      body: saveVersion,
      answer: versionMade,
      handle: async (call) => ({ version: await service.save(whereOf(call), call.body.name) }),
    }),
    defineFileRoute({
      method: 'get',
      path: `${versions}/:version`,
      summary: 'The board as it was then, as a file without pictures and comments',
      handle: async (call) => {
        const bytes = await service.read(whereOf(call), call.param('version'))
        const headers = { 'Cache-Control': 'no-store' }
        return {
          mime: 'application/json',
          size: bytes.length,
          headers,
          content: Readable.from([bytes]),
        }
      },
    }),
    defineSilentRoute({
      method: 'post',
      path: `${versions}/:version/restore`,
      summary: 'Go back to it; the moment before becomes a version by itself',
      handle: (call) => service.restore(whereOf(call), call.param('version')),
    }),
  ]
}

function whereOf({ param, personId }: Call) {
  return { boardId: param('id'), personId }
}
