/** What one person has open on a board at the moment: tab, thread, finding, dialog, sheet. */
import { useCallback, useState } from 'react'
import type { Target } from '#client/lib/canvas-handle.ts'
import { prefer, usePreferences, type SideTab } from '#client/lib/preferences.ts'
import { phoneQuery, useMedia } from '#client/lib/use-media.ts'

export type BoardDialog = 'share' | 'palette' | 'shortcuts' | 'delete'
export type Sheet = 'brief' | SideTab

export function useBoardParts() {
  const { isBriefOpen, isSideOpen, sideTab } = usePreferences()
  const isPhone = useMedia(phoneQuery)
  const [sheet, setSheet] = useState<Sheet>()
  const [dialog, setDialog] = useState<BoardDialog>()
  const [thread, setThread] = useState<string>()
  const [finding, setFinding] = useState<string>()
  const [target, setTarget] = useState<Target>()
  /** Whether the next click on the canvas says where a comment goes. */
  const [isPicking, setPicking] = useState(false)
  const openTab = useCallback(
    (tab: SideTab) => {
      prefer({ sideTab: tab })
      if (isPhone) setSheet(tab)
      else prefer({ isSideOpen: true })
    },
    [isPhone],
  )
  const toggleSheet = (next: Sheet) => {
    if (next !== 'brief') prefer({ sideTab: next })
    setSheet(sheet === next ? undefined : next)
  }
  const openThread = (id: string) => {
    setThread(id)
    openTab('comments')
  }
  return {
    isPhone,
    sideTab,
    sheet,
    showsBrief: isPhone ? sheet === 'brief' : isBriefOpen,
    showsSide: isPhone ? sheet !== undefined && sheet !== 'brief' : isSideOpen,
    toggleBrief: () => (isPhone ? toggleSheet('brief') : prefer({ isBriefOpen: !isBriefOpen })),
    toggleSide: () => (isPhone ? toggleSheet(sideTab) : prefer({ isSideOpen: !isSideOpen })),
    toggleSheet,
    openTab,
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
