/** What one person has open on a board at the moment: panels, thread, finding, dialog. */
import { useState } from 'react'
import type { Target } from '#client/lib/canvas-handle.ts'
import { usePanels } from './use-panels.ts'

export type BoardDialog = 'share' | 'palette' | 'shortcuts' | 'delete'

export function useBoardParts(hasBrief: boolean) {
  const panels = usePanels(hasBrief)
  const [dialog, setDialog] = useState<BoardDialog>()
  const [thread, setThread] = useState<string>()
  const [finding, setFinding] = useState<string>()
  const [target, setTarget] = useState<Target>()
  /** Whether the next click on the canvas says where a comment goes. */
  const [isPicking, setPicking] = useState(false)
  const openThread = (id: string) => {
    setThread(id)
    panels.openTab('comments')
  }
  return {
    ...panels,
    dialog,
    setDialog,
    thread,
    setThread,
    openThread,
    finding,
    setFinding,
    target,
    setTarget,
    isPicking,
    setPicking,
  }
}

export type BoardParts = ReturnType<typeof useBoardParts>
