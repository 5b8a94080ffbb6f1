/** A picture of the selection, or of the whole page when nothing is selected, on our paper. */
import { getSvgAsImage, type Editor } from 'tldraw'
import { createTokenReader } from '../shapes/read-token.ts'

export async function exportImage(
  editor: Editor,
  format: 'png' | 'svg',
): Promise<Blob | undefined> {
  const selected = editor.getSelectedShapeIds()
  const ids = selected.length > 0 ? selected : [...editor.getCurrentPageShapeIds()]
  if (ids.length === 0) return undefined
  const darkMode = editor.user.getIsDarkMode()
  const drawn = await editor.getSvgString(ids, { background: false, darkMode, padding: 24 })
  if (drawn === undefined) return undefined
  const paper = createTokenReader(editor.getContainer(), darkMode)('--lb-paper')
  const svg = drawn.svg.replace(/<svg\b[^>]*>/, (opening) => opening + sheet(opening, paper))
  if (format === 'svg') return new Blob([svg], { type: 'image/svg+xml' })
  const { width, height } = drawn
  return (await getSvgAsImage(svg, { type: 'png', width, height, pixelRatio: 2 })) ?? undefined
}

/** tldraw would lay its own colour behind; a rectangle is also drawn where styles are not. */
function sheet(opening: string, paper: string): string {
  const [x = 0, y = 0] = /viewBox="([^"]*)"/.exec(opening)?.[1]?.split(/[\s,]+/) ?? []
  return `<rect x="${x}" y="${y}" width="100%" height="100%" fill="${paper}"/>`
}
