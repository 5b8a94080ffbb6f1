/**
 * A key that went down elsewhere may come up here: Enter closes a dialog, gives the focus back, and only
 * then is let go. tldraw acts on that release (it begins to edit the selection), so it must not hear it.
 */
import { useEffect } from 'react'
import type { Editor } from 'tldraw'

export function useOwnKeys(editor: Editor): void {
  useEffect(() => {
    const container = editor.getContainer()
    const down = new Set<string>()
    const press = (event: KeyboardEvent) => down.add(event.code)
    const release = (event: KeyboardEvent) => {
      if (!down.delete(event.code)) event.stopPropagation()
    }
    const forget = (event: FocusEvent) => {
      const isLeaving =
        !(event.relatedTarget instanceof Node) || !container.contains(event.relatedTarget)
      if (isLeaving) down.clear()
    }
    container.addEventListener('keydown', press, true)
    container.addEventListener('keyup', release, true)
    container.addEventListener('focusout', forget)
    return () => {
      container.removeEventListener('keydown', press, true)
      container.removeEventListener('keyup', release, true)
      container.removeEventListener('focusout', forget)
    }
  }, [editor])
}
