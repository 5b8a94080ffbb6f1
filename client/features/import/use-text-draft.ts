/** The text of the page while it is edited: read at every pause, and told to the board where that is wished. */
import { useEffect, useEffectEvent, useState } from 'react'
import type { CanvasHandle } from '#client/lib/canvas-handle.ts'
import { draftOf, readDraft, tellBoard, type Reading, type TextDraft } from './text-draft.ts'

/** How long somebody who types rests before the text is read, in milliseconds. */
const pause = 600

export interface DraftActs {
  /** Holds the text as it is, so that nothing changes under the cursor. */
  readonly hold: () => void
  readonly type: (text: string) => void
  /** Reads at once and tells the board, also what it would ask for first. */
  readonly apply: () => void
  /** Takes the text of the board again; what was typed and read is told before. */
  readonly takeIn: () => void
  readonly drop: () => void
  /** When the focus goes elsewhere: what is good is told, and the text follows the board again. */
  readonly leave: () => void
}

export function useTextDraft(handle: CanvasHandle, isLive: boolean) {
  const [draft, setDraft] = useState<TextDraft>()
  /** The draft after a pause: read, and told where nothing speaks against it. */
  const settled = (now: TextDraft, tells = isLive): TextDraft => {
    if (now.reading !== undefined && !isWaiting(now.reading)) return now
    const reading = readDraft(now)
    const isFree = reading.error === undefined && !reading.removesMuch
    return tells && isFree ? tellBoard(handle, now, reading) : { ...now, reading }
  }
  const rest = useEffectEvent((now: TextDraft) => setDraft(settled(now)))
  useEffect(() => {
    if (draft === undefined || draft.reading !== undefined) return undefined
    const timer = setTimeout(() => rest(draft), pause)
    return () => clearTimeout(timer)
  }, [draft])
  // The text of one page says nothing of another one.
  useEffect(() => {
    let page = handle.pageId()
    return handle.subscribe('mode', () => {
      if (handle.pageId() === page) return
      page = handle.pageId()
      setDraft(undefined)
    })
  }, [handle])
  const acts: DraftActs = {
    hold: () => setDraft((now) => now ?? { ...draftOf(handle.graph()), reading: nothingRead }),
    type: (text) =>
      setDraft((now) => ({ ...(now ?? draftOf(handle.graph())), text, reading: undefined })),
    apply: () => {
      if (draft === undefined) return
      const reading = readDraft(draft)
      setDraft(
        reading.error === undefined ? tellBoard(handle, draft, reading) : { ...draft, reading },
      )
    },
    takeIn: () => {
      if (draft !== undefined && draft.reading === undefined) settled(draft)
      setDraft({ ...draftOf(handle.graph()), reading: nothingRead })
    },
    drop: () => setDraft(undefined),
    leave: () => {
      if (draft === undefined) return
      const now = settled(draft)
      setDraft(now.reading === undefined || isWaiting(now.reading) ? now : undefined)
    },
  }
  return { draft, acts }
}

const nothingRead: Reading = {
  graph: { nodes: [], edges: [], groups: [] },
  changes: [],
  problems: [],
  error: undefined,
  removesMuch: false,
}

/** Whether something is left to be put right or to be agreed to. */
export function isWaiting({ error, changes }: Reading): boolean {
  return error !== undefined || changes.length > 0
}
