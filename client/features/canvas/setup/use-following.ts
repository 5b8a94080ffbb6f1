/** Lets the camera follow somebody's view until the person moves it themself. */
import { useEffect, useRef } from 'react'
import type { Editor, TLCamera } from 'tldraw'
import type { Box } from '#client/lib/canvas-handle.ts'
import type { Peer } from '#client/live/session.ts'

/** Share of the way that is left after 100 ms of following. */
const leftAfterTenth = 0.15

export function useFollowing(
  editor: Editor,
  followed: Peer | undefined,
  onStop: (() => void) | undefined,
): void {
  const latest = useRef(followed)
  const stop = useRef(onStop)
  useEffect(() => {
    latest.current = followed
    stop.current = onStop
  }, [followed, onStop])
  const person = followed?.person
  useEffect(() => {
    if (person === undefined) return undefined
    return follow(
      editor,
      () => latest.current,
      () => stop.current?.(),
    )
  }, [editor, person])
}

function follow(editor: Editor, latest: () => Peer | undefined, onStop: () => void): () => void {
  let own: TLCamera | undefined
  const handleTick = (elapsed: number) => {
    const peer = latest()
    if (peer === undefined) return
    if (own !== undefined && own !== editor.getCamera()) {
      onStop()
      return
    }
    goToPage(editor, peer.pageId)
    const isCalm = editor.user.getAnimationSpeed() === 0
    const share = isCalm ? 1 : 1 - leftAfterTenth ** (elapsed / 100)
    moveTowards(editor, peer.viewport, share)
    own = editor.getCamera()
  }
  editor.on('tick', handleTick)
  return () => {
    editor.off('tick', handleTick)
  }
}

function goToPage(editor: Editor, pageId: string): void {
  if (pageId === editor.getCurrentPageId()) return
  const page = editor.getPages().find((each) => each.id === pageId)
  if (page !== undefined) editor.setCurrentPage(page.id)
}

/** The whole of what they see fits into what we see, centred. */
function moveTowards(editor: Editor, view: Box, share: number): void {
  if (view.w <= 0 || view.h <= 0) return
  const screen = editor.getViewportScreenBounds()
  const now = editor.getCamera()
  const z = Math.min(screen.w / view.w, screen.h / view.h)
  const x = screen.w / z / 2 - (view.x + view.w / 2)
  const y = screen.h / z / 2 - (view.y + view.h / 2)
  if (Math.abs(x - now.x) * z < 0.5 && Math.abs(y - now.y) * z < 0.5 && Math.abs(z - now.z) < 1e-3)
    return
  const towards = (from: number, to: number) => from + (to - from) * share
  editor.setCamera({ x: towards(now.x, x), y: towards(now.y, y), z: towards(now.z, z) })
}
