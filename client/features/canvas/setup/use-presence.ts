/** Tells the session what this tab looks at and points at; the session sends it, seldom enough. */
import { useEffect } from 'react'
import { react, type Editor } from 'tldraw'
import type { Session } from '#client/live/session.ts'
import { maxSharedSelection } from '#shared/live.ts'

export function usePresence(editor: Editor, session: Pick<Session, 'setPresence'>): void {
  useEffect(() => {
    const stops = [
      react('share page and selection', () =>
        session.setPresence({
          pageId: editor.getCurrentPageId(),
          selection: editor.getSelectedShapeIds().slice(0, maxSharedSelection),
        }),
      ),
      react('share viewport', () => {
        const { x, y, w, h } = editor.getViewportPageBounds()
        session.setPresence({ viewport: { x, y, w, h } })
      }),
      sharePointer(editor, session),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [editor, session])
}

function sharePointer(editor: Editor, session: Pick<Session, 'setPresence'>): () => void {
  const container = editor.getContainer()
  const handleMove = (event: PointerEvent) => {
    const { x, y } = editor.screenToPage({ x: event.clientX, y: event.clientY })
    session.setPresence({ cursor: { x, y } })
  }
  const handleLeave = () => session.setPresence({ cursor: null })
  container.addEventListener('pointermove', handleMove, { passive: true })
  container.addEventListener('pointerleave', handleLeave)
  return () => {
    container.removeEventListener('pointermove', handleMove)
    container.removeEventListener('pointerleave', handleLeave)
  }
}
