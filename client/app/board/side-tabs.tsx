import type { CanvasHandle } from '#client/lib/canvas-handle.ts'
import { prefer, usePreferences } from '#client/lib/preferences.ts'
import type { Session } from '#client/live/session.ts'
import { EmptyState } from '#client/ui/empty-state.tsx'
import { Tabs } from '#client/ui/tabs.tsx'

interface SideTabsProps {
  readonly session: Session
  readonly handle: CanvasHandle | undefined
}

export function SideTabs(_props: SideTabsProps) {
  const tab = usePreferences((state) => state.sideTab)
  const soon = <EmptyState icon="board" title="Nothing here yet" />
  return (
    <Tabs
      label="Side panel"
      value={tab}
      onChange={(sideTab) => prefer({ sideTab })}
      tabs={[
        { id: 'findings', title: 'Findings', content: soon },
        { id: 'comments', title: 'Comments', content: soon },
        { id: 'inspect', title: 'Inspect', content: soon },
        { id: 'outline', title: 'Outline', content: soon },
      ]}
    />
  )
}
