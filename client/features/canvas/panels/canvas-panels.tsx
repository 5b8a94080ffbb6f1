import { useEditor, useValue } from 'tldraw'
import { useScene } from '../canvas-scene.ts'
import { NeighbourPanel } from './neighbour-panel.tsx'
import { PalettePanel } from './palette-panel.tsx'
import { QuickInsertPanel } from './quick-insert-panel.tsx'

/** The one panel that is open, if any. */
export function CanvasPanels() {
  const scene = useScene()
  const editor = useEditor()
  const panel = useValue(scene.panel)
  const isReadOnly = useValue('read only', () => editor.getIsReadonly(), [editor])
  if (panel === undefined || isReadOnly) return null
  const close = () => {
    scene.panel.set(undefined)
    editor.getContainer().focus()
  }
  switch (panel.type) {
    case 'palette':
      return <PalettePanel onClose={close} />
    case 'quick-insert':
      return <QuickInsertPanel panel={panel} onClose={close} />
    case 'neighbours':
      return <NeighbourPanel panel={panel} onClose={close} />
    default:
      return panel satisfies never
  }
}
