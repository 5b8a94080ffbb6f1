/** Which of brief, side panel and sheets are open: side by side where there is room, else in turn. */
import { useCallback, useState } from 'react'
import { prefer, usePreferences, type SideTab } from '#client/lib/preferences.ts'
import { oneSideQuery, phoneQuery, useMedia } from '#client/lib/use-media.ts'

export type Sheet = 'brief' | SideTab

/** `hasBrief`: without a scenario the brief has nothing to say and stays closed until it is asked for. */
export function usePanels(hasBrief: boolean) {
  const { isBriefOpen, isSideOpen, sideTab } = usePreferences()
  const isPhone = useMedia(phoneQuery)
  const takesTurns = useMedia(oneSideQuery)
  const [isBriefAsked, setBriefAsked] = useState(false)
  const [sheet, setSheet] = useState<Sheet | undefined>(() => {
    if (isPhone) return undefined
    if (hasBrief && isBriefOpen) return 'brief'
    return isSideOpen ? sideTab : undefined
  })
  const openTab = useCallback(
    (tab: SideTab) => {
      prefer({ sideTab: tab })
      setSheet(tab)
      if (!takesTurns) prefer({ isSideOpen: true })
    },
    [takesTurns],
  )
  const toggleSheet = (next: Sheet) => {
    if (next !== 'brief') prefer({ sideTab: next })
    setSheet(sheet === next ? undefined : next)
  }
  const toggleBrief = () => {
    if (takesTurns) toggleSheet('brief')
    else if (hasBrief) prefer({ isBriefOpen: !isBriefOpen })
    else setBriefAsked(!isBriefAsked)
  }
  const toggleSide = () => {
    if (takesTurns) setSheet(isSide(sheet) ? undefined : sideTab)
    else prefer({ isSideOpen: !isSideOpen })
  }
  const showsBriefBeside = hasBrief ? isBriefOpen : isBriefAsked
  return {
    isPhone,
    sideTab,
    sheet,
    showsBrief: takesTurns ? sheet === 'brief' : showsBriefBeside,
    showsSide: takesTurns ? isSide(sheet) : isSideOpen,
    toggleBrief,
    toggleSide,
    toggleSheet,
    openTab,
  }
}

function isSide(sheet: Sheet | undefined): boolean {
  return sheet !== undefined && sheet !== 'brief'
}
