/** The store that the canvas draws: the board's schema, and pictures that go to the server. */
import { Store } from '@tldraw/store'
import type { TLAssetStore, TLRecord, TLStore, TLStoreProps } from '@tldraw/tlschema'
import { createBoardSchema } from '#shared/design/board-schema.ts'

export function createBoardStore(assets: Required<TLAssetStore>): TLStore {
  return new Store<TLRecord, TLStoreProps>({
    schema: createBoardSchema(),
    props: { defaultName: '', assets, onMount: () => {}, collaboration: { status: null } },
  })
}

/** For a board that shows pictures and takes no new ones. */
export const noUploads: Required<TLAssetStore> = {
  upload: () => Promise.reject(new Error('This store takes no pictures')),
  resolve: (asset) => ('src' in asset.props ? (asset.props.src ?? null) : null),
  remove: () => Promise.resolve(),
}
