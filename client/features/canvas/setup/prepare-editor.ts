/** What is set once when tldraw is there. Everything that can change later is a hook. */
import {
  DefaultDashStyle,
  DefaultFontStyle,
  DefaultSizeStyle,
  react,
  type Editor,
  type TLOnMountHandler,
} from 'tldraw'
import { nameNewConnections } from './name-new-connections.ts'
import { lendClipboard } from './lend-clipboard.ts'
import { liftWhilePanning } from './lift-while-panning.ts'
import { keepChildrenOfBoundaries } from './keep-children-of-boundaries.ts'

export const prepareEditor: TLOnMountHandler = (editor) => {
  lendClipboard(editor.getContainer().ownerDocument)
  // A drawing of components is read, not sketched: straight lines and the plain face.
  editor.setStyleForNextShapes(DefaultDashStyle, 'solid')
  editor.setStyleForNextShapes(DefaultSizeStyle, 's')
  editor.setStyleForNextShapes(DefaultFontStyle, 'sans')
  const stops = [
    markLevelOfDetail(editor),
    liftWhilePanning(editor),
    nameNewConnections(editor),
    keepChildrenOfBoundaries(editor),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

/** Below this zoom only icon and label are read. */
const farZoom = 0.3

/** One attribute in steps: shapes change their detail in CSS, without being rendered again. */
function markLevelOfDetail(editor: Editor): () => void {
  const container = editor.getContainer()
  return react('level of detail', () => {
    const lod = editor.getZoomLevel() < farZoom ? 'far' : 'near'
    if (container.dataset['lod'] !== lod) container.dataset['lod'] = lod
  })
}
