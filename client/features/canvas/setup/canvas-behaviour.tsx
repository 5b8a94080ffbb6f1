import { useEffect } from 'react'
import { useEditor } from 'tldraw'
import type { BoardCanvasProps } from '../board-canvas.tsx'
import { createCanvasHandle } from '../handle/create-canvas-handle.ts'
import { useExternalContent } from './use-external-content.ts'
import { useFollowing } from './use-following.ts'
import { useInsertShortcuts } from './use-insert-shortcuts.ts'
import { usePresence } from './use-presence.ts'

/** Everything that the canvas does without drawing; lives inside tldraw's contexts. */
export function CanvasBehaviour(props: BoardCanvasProps) {
  const { session, isReadOnly, uploadImage, onHandle } = props
  const editor = useEditor()
  useEffect(() => {
    editor.updateInstanceState({ isReadonly: isReadOnly })
    if (isReadOnly) editor.setCurrentTool('select')
  }, [editor, isReadOnly])
  useEffect(() => {
    const handle = createCanvasHandle(editor)
    onHandle(handle)
    return () => {
      onHandle(undefined)
      handle.close()
    }
  }, [editor, onHandle])
  usePresence(editor, session)
  useFollowing(editor, props.followed, props.onStopFollowing)
  useExternalContent(editor, uploadImage)
  useInsertShortcuts(editor)
  return null
}
