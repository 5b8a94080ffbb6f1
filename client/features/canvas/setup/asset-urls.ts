/**
 * Icons, fonts and words of tldraw from our own server. Only the two families that our drawings use
 * are named; tldraw would fetch every other face from its own host, so they point at these as well.
 */
import { getAssetUrlsByImport } from '@tldraw/assets/imports.vite'

export const assetUrls = getAssetUrlsByImport()
