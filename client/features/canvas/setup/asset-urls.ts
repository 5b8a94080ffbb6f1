/**
 * Icons, faces and words of tldraw from our own server. tldraw loads all sixteen faces when it is
 * mounted (1.4 MB): the rarely used cuts of a family point at its plain one, which is then loaded once.
 * Pictures of embeds, which we never make, have no address: tldraw then neither loads nor decodes them.
 */
import { getAssetUrlsByImport } from '@tldraw/assets/imports.vite'

const all = getAssetUrlsByImport()

export const assetUrls = {
  ...all,
  embedIcons: Object.fromEntries(Object.keys(all.embedIcons).map((name) => [name, ''])),
  fonts: {
    ...all.fonts,
    tldraw_draw_italic: all.fonts.tldraw_draw,
    tldraw_draw_bold: all.fonts.tldraw_draw,
    tldraw_draw_italic_bold: all.fonts.tldraw_draw,
    tldraw_serif_italic: all.fonts.tldraw_serif,
    tldraw_serif_bold: all.fonts.tldraw_serif,
    tldraw_serif_italic_bold: all.fonts.tldraw_serif,
    tldraw_mono_italic: all.fonts.tldraw_mono,
    tldraw_mono_bold: all.fonts.tldraw_mono,
    tldraw_mono_italic_bold: all.fonts.tldraw_mono,
  },
}
