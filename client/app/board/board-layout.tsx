import { useEffect, useState } from 'react'
import { mayAct, mayWrite } from '#shared/access.ts'
import type { CanvasHandle } from '#client/lib/canvas-handle.ts'
import { prefer, usePreferences } from '#client/lib/preferences.ts'
import { useReadable } from '#client/lib/use-readable.ts'
import type { Session } from '#client/live/session.ts'
import { BriefPanel } from '#client/features/scenario/brief-panel.tsx'
import { FollowBanners } from '#client/features/people/follow-banners.tsx'
import { useFollow } from '#client/features/people/use-follow.ts'
import { Button } from '#client/ui/button.tsx'
import css from './board.module.css'
import { CanvasPlace } from './canvas-place.tsx'
import { SidePanel } from './side-panel.tsx'
import { SideTabs } from './side-tabs.tsx'
import { SyncStrip } from './sync-state.tsx'
import { TopBar } from './top-bar.tsx'

/** The canvas with everything around it. */
export function BoardLayout({ session }: { session: Session }) {
  const state = useReadable(session.state)
  const room = useReadable(session.room)
  const { isBriefOpen, isSideOpen } = usePreferences()
  const [handle, setHandle] = useState<CanvasHandle>()
  const follow = useFollow(session, handle)
  const title = room.board.title || state.board.title
  useEffect(() => {
    document.title = `${title} · Loadbearing`
  }, [title])
  const sync = {
    state,
    mayWrite: mayWrite(state.board.role, 'design'),
    onTryNow: () => session.reconnectNow(),
  }
  return (
    <div className={css.shell}>
      <TopBar
        sync={sync}
        title={title}
        mayRename={mayAct(state.board, 'rename_board')}
        follow={follow}
      />
      <SyncStrip {...sync} />
      <div className={css.stage}>
        {isBriefOpen && (
          <aside className={`${css.panel} ${css.brief}`} aria-label="Brief">
            <div className={css.panelHead}>
              <h2>Brief</h2>
              <Button
                look="quiet"
                small
                icon="close"
                aria-label="Close the brief"
                onClick={() => prefer({ isBriefOpen: false })}
              />
            </div>
            <div className={css.panelBody}>
              <BriefPanel scenarioId={room.board.scenarioId ?? state.board.scenario} />
            </div>
          </aside>
        )}
        <main className={css.canvas}>
          <CanvasPlace session={session} onReady={setHandle} />
          <FollowBanners follow={follow} />
        </main>
        {isSideOpen && (
          <SidePanel>
            <SideTabs handle={handle} session={session} />
          </SidePanel>
        )}
      </div>
    </div>
  )
}
