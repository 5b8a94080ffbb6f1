import { useEffect, useRef } from 'react'
import { useEditor, type Editor } from 'tldraw'
import type { CanvasHandle } from '#client/lib/canvas-handle.ts'
import type { Peer, Session } from '#client/live/session.ts'
import { createCanvasHandle } from '../handle/create-canvas-handle.ts'
import { useExternalContent, type OnDrawingText, type UploadImage } from './use-external-content.ts'
import { useFollowing } from './use-following.ts'
import { useInsertShortcuts } from './use-insert-shortcuts.ts'
import { useOwnKeys } from './use-own-keys.ts'
import { usePresence } from './use-presence.ts'

export interface CanvasBehaviourProps {
  /** The part of a session that the canvas needs; a local store serves as well. */
  readonly session: Pick<Session, 'store' | 'me' | 'setPresence'>
  readonly isReadOnly: boolean
  readonly uploadImage: UploadImage
  /** Offered a text that reads like a drawing; without it such a text is put on the canvas as text. */
  readonly onDrawingText?: OnDrawingText
  /** Whose view the camera follows, until the person moves it themself. */
  readonly followed?: Peer | undefined
  readonly onStopFollowing?: () => void
  /** Called with the handle once the canvas is there, and with `undefined` when it goes. */
  readonly onHandle: (handle: CanvasHandle | undefined) => void
}

/** Everything that the canvas does without drawing; lives inside tldraw's contexts. */
export function CanvasBehaviour(props: CanvasBehaviourProps) {
  const { session, isReadOnly, uploadImage, onHandle } = props
  const editor = useEditor()
  useEffect(() => {
    editor.updateInstanceState({ isReadonly: isReadOnly })
    if (isReadOnly) editor.setCurrentTool('select')
  }, [editor, isReadOnly])
  useHandle(editor, onHandle)
  usePresence(editor, session)
  useFollowing(editor, props.followed, props.onStopFollowing)
  useExternalContent(editor, uploadImage, props.onDrawingText)
  useInsertShortcuts(editor)
  useOwnKeys(editor)
  return null
}

/** One handle for the life of the canvas, however often the app makes its callback anew. */
function useHandle(editor: Editor, onHandle: CanvasBehaviourProps['onHandle']): void {
  const tell = useRef(onHandle)
  useEffect(() => {
    tell.current = onHandle
  }, [onHandle])
  useEffect(() => {
    const handle = createCanvasHandle(editor)
    tell.current(handle)
    return () => {
      tell.current(undefined)
      handle.close()
    }
  }, [editor])
}
