/** Pictures of a board: pasted and dropped ones go to the server's store, never into the document. */
import type { TLAssetStore } from '@tldraw/tlschema'
import type { z } from 'zod'
import type { assetMade } from '#shared/api.ts'
import { refusals } from '#shared/errors.ts'

export function uploadsTo(boardId: string): Required<TLAssetStore> {
  return {
    upload: async (_asset, file, abortSignal) => {
      const answer = await fetch(`/api/boards/${encodeURIComponent(boardId)}/assets`, {
        method: 'POST',
        headers: { 'content-type': file.type },
        body: file,
        credentials: 'same-origin',
        ...(abortSignal === undefined ? {} : { signal: abortSignal }),
      })
      if (!answer.ok) throw new Error(await refusalIn(answer))
      const made = (await answer.json()) as z.infer<typeof assetMade>
      return { src: made.url }
    },
    resolve: (asset) => ('src' in asset.props ? (asset.props.src ?? null) : null),
    // The log of the board may still show the picture, so the server keeps it as long as the board.
    remove: () => Promise.resolve(),
  }
}

async function refusalIn(answer: Response): Promise<string> {
  const body = (await answer.json().catch(() => undefined)) as
    { readonly error?: { readonly message?: string } } | undefined
  return body?.error?.message ?? refusals.unexpected.message
}
