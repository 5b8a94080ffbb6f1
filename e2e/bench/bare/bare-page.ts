/** tldraw as it comes, on a board that lies beside it as JSON: what the canvas is measured against. */
import { getAssetUrlsByImport } from '@tldraw/assets/imports.vite'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { createTLStore, Tldraw, type TLRecord } from 'tldraw'

const name = new URLSearchParams(location.search).get('board')
const answer = await fetch(`/${name}.json`)
const records = (await answer.json()) as TLRecord[]

const store = createTLStore()
store.mergeRemoteChanges(() => store.put(records))

const root = document.querySelector('#root')
if (root !== null) {
  createRoot(root).render(createElement(Tldraw, { store, assetUrls: getAssetUrlsByImport() }))
}
