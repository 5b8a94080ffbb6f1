/** `/` opens quick insert, F2 edits the label. By the key's meaning, since layouts put `/` anywhere. */
import { useEffect } from 'react'
import type { Editor } from 'tldraw'
import { useScene, type CanvasScene } from '../canvas-scene.ts'
import { selectedComponent } from '../insert/board-shapes.ts'

export function useInsertShortcuts(editor: Editor): void {
  const scene = useScene()
  useEffect(() => {
    const container = editor.getContainer()
    const view = container.ownerDocument
    const handleKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (!isListening(editor)) return
      if (event.key === '/') openQuickInsert(editor, scene)
      else if (event.key === 'F2') editLabel(editor)
      else return
      event.preventDefault()
      event.stopPropagation()
    }
    view.addEventListener('keydown', handleKey, true)
    return () => view.removeEventListener('keydown', handleKey, true)
  }, [editor, scene])
}

/** Also while nothing has the focus, so that the first key on a fresh page works. */
function isListening(editor: Editor): boolean {
  const active = editor.getContainer().ownerDocument.activeElement
  const isHere =
    active === null || active === document.body || editor.getContainer().contains(active)
  return (
    isHere &&
    !isWriting(active) &&
    !editor.menus.hasAnyOpenMenus() &&
    editor.getEditingShapeId() === null &&
    !editor.getIsReadonly()
  )
}

function isWriting(active: Element | null): boolean {
  return active?.closest('input, textarea, select, [contenteditable=true]') != null
}

export function openQuickInsert(editor: Editor, scene: CanvasScene): void {
  const from = selectedComponent(editor)
  const bounds = from === undefined ? undefined : editor.getShapePageBounds(from.id)
  const { w, h } = editor.getViewportScreenBounds()
  const beside = bounds && editor.pageToViewport({ x: bounds.maxX + 24, y: bounds.y })
  scene.panel.set({
    type: 'quick-insert',
    at: beside ? { x: beside.x, y: beside.y } : { x: w / 2 - 140, y: h / 3 },
    connectFrom: from?.id,
  })
}

function editLabel(editor: Editor): void {
  const only = editor.getOnlySelectedShape()
  if (only === null || !editor.getShapeUtil(only).canEdit(only)) return
  editor.setEditingShape(only.id)
  editor.setCurrentTool('select.editing_shape', { target: 'shape', shape: only })
}
