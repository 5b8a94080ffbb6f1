/** What one person has open on a board at the moment: panels, thread, finding, dialog. */
import { useState } from 'react'
import type { DrawingText, Target } from '#client/lib/canvas-handle.ts'
import { usePanels } from './use-panels.ts'

export type BoardDialog = 'share' | 'palette' | 'shortcuts' | 'delete' | 'import' | 'versions'

export function useBoardParts(hasBrief: boolean) {
  const panels = usePanels(hasBrief)
  const [dialog, setDialog] = useState<BoardDialog>()
  const [thread, setThread] = useState<string>()
  const [finding, setFinding] = useState<string>()
  const [target, setTarget] = useState<Target>()
  /** Whether the next click on the canvas says where a comment goes. */
  const [isPicking, setPicking] = useState(false)
  /** What the import was offered; without it the dialog asks for a text. */
  const [drawingText, setDrawingText] = useState<DrawingText>()
  const openImport = (offered?: DrawingText) => {
    setDrawingText(offered)
    setDialog('import')
  }
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
    drawingText,
    openImport,
    isPicking,
    setPicking,
  }
}

export type BoardParts = ReturnType<typeof useBoardParts>
