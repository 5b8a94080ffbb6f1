/** A picture of the selection, or of the whole page when nothing is selected. */
import type { Editor } from 'tldraw'

export async function exportImage(
  editor: Editor,
  format: 'png' | 'svg',
): Promise<Blob | undefined> {
  const selected = editor.getSelectedShapeIds()
  const ids = selected.length > 0 ? selected : [...editor.getCurrentPageShapeIds()]
  if (ids.length === 0) return undefined
  const { blob } = await editor.toImage(ids, {
    format,
    background: true,
    darkMode: editor.user.getIsDarkMode(),
    padding: 24,
    pixelRatio: 2,
  })
  return blob
}
