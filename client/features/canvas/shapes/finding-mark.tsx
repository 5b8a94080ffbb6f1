import { useEditor, useValue, type TLShapeId } from 'tldraw'
import { useScene } from '../canvas-scene.ts'
import { FindingBadge } from './finding-badge.tsx'
import { markBeside } from './mark-beside.ts'

/** The badge of a component or a boundary that has findings. */
export function FindingMark({ shapeId }: { readonly shapeId: TLShapeId }) {
  const scene = useScene()
  const editor = useEditor()
  const mark = useValue('mark', () => scene.marks.get().get(shapeId), [scene, shapeId])
  if (mark === undefined) return null
  const open = () => {
    editor.select(shapeId)
    scene.openMark(shapeId)
  }
  const move = (step: 1 | -1) => {
    const next = markBeside(editor, [...scene.marks.get().keys()], shapeId, step)
    if (next !== undefined) focusMark(editor, next)
  }
  return <FindingBadge shapeId={shapeId} mark={mark} onOpen={open} onMove={move} />
}

type Editor = ReturnType<typeof useEditor>

/** What lies out of sight is not drawn: the camera goes there first, and the badge is there a frame later. */
function focusMark(editor: Editor, shapeId: TLShapeId): void {
  const bounds = editor.getShapePageBounds(shapeId)
  if (bounds === undefined) return
  if (!editor.getViewportPageBounds().contains(bounds)) {
    editor.centerOnPoint(bounds.width > 1000 ? bounds.point : bounds.center)
  }
  const focus = () => {
    const selector = `[data-mark="${CSS.escape(shapeId)}"]`
    editor.getContainer().querySelector<HTMLElement>(selector)?.focus({ preventScroll: true })
  }
  requestAnimationFrame(() => requestAnimationFrame(focus))
}
