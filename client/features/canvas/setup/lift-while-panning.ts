/**
 * While the camera pans, the drawing is one layer of the compositor: it is moved instead of painted again
 * at every frame. Not while it zooms, where a layer would be stretched and look blurred.
 */
import { react, type Editor } from 'tldraw'

/** Further away so much comes and goes at the edges that painting the layer costs what moving it saves. */
const leastZoom = 0.6

export function liftWhilePanning(editor: Editor): () => void {
  const container = editor.getContainer()
  let former = editor.getZoomLevel()
  return react('lift while panning', () => {
    const zoom = editor.getZoomLevel()
    const isPanning = editor.getCameraState() === 'moving' && zoom === former && zoom >= leastZoom
    former = zoom
    container.toggleAttribute('data-panning', isPanning)
  })
}
