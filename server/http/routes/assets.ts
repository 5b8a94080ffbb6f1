import { assetMade } from '#shared/api.ts'
import type { AssetsService } from '#server/services/assets-service.ts'
import { assetAddress } from '#server/services/board-pictures.ts'
import { defineFileRoute, defineUploadRoute, type Call, type Route } from '../define-route.ts'

const path = '/api/boards/:id/assets'

/** An image never changes under its address, and a page that opens one alone may do nothing. */
const headers = {
  'Cache-Control': 'private, max-age=31536000, immutable',
  'Content-Security-Policy': 'sandbox',
  'X-Content-Type-Options': 'nosniff',
}

/** Images of a board. */
export function assetRoutes(assets: AssetsService): readonly Route[] {
  return [
    defineUploadRoute({
      method: 'post',
      path,
      summary: 'Store an image: PNG, JPEG, GIF, WebP or AVIF, at most 10 MB',
      status: 201,
      answer: assetMade,
      handle: async (call) => {
        const { id } = await assets.add(whereOf(call), call.body)
        return { id, url: assetAddress(call.param('id'), id) }
      },
    }),
    defineFileRoute({
      method: 'get',
      path: `${path}/:asset`,
      summary: 'An image of a board, for its members',
      handle: async (call) => {
        const { asset, content } = await assets.open(whereOf(call), call.param('asset'))
        return { mime: asset.mime, size: asset.size, headers, content }
      },
    }),
  ]
}

function whereOf({ param, personId }: Call) {
  return { boardId: param('id'), personId }
}
