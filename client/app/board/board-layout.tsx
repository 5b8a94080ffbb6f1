import { useEffect, useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { mayAct, mayWrite } from '#shared/access.ts'
import { emptyGraph, type Scale } from '#shared/design/design.ts'
import { findingRights } from '#shared/live.ts'
import { findingAt } from '#client/features/check/finding-marks.ts'
import type { FindingScope } from '#client/features/check/finding-scope.ts'
import { FindingsCount } from '#client/features/check/findings-news.tsx'
import { sortFindings } from '#client/features/check/sort-findings.ts'
import { useFindings } from '#client/features/check/use-findings.ts'
import { CommentScopeProvider } from '#client/features/comments/comment-context.ts'
import { CommentsNews } from '#client/features/comments/comments-news.tsx'
import { isOpen } from '#client/features/comments/filter-threads.ts'
import { FollowBanners } from '#client/features/people/follow-banners.tsx'
import { useFollow } from '#client/features/people/use-follow.ts'
import { NamePrompt } from '#client/features/settings/name-prompt.tsx'
import type { CanvasHandle } from '#client/lib/canvas-handle.ts'
import { useReadable } from '#client/lib/use-readable.ts'
import type { Session } from '#client/live/session.ts'
import { ensureNamed } from '../profile.ts'
import { boardActions } from './board-actions.ts'
import { boardCommands } from './board-commands.ts'
import { BoardDialogs } from './board-dialogs.tsx'
import { BoardMenu } from './board-menu.tsx'
import { BoardOverlay } from './board-overlay.tsx'
import { BriefSide } from './brief-side.tsx'
import css from './board.module.css'
import { CanvasPlace } from './canvas-place.tsx'
import { LostEdits } from './lost-edits.tsx'
import { PhoneBar } from './phone-bar.tsx'
import { ReadOnlyNote } from './read-only-note.tsx'
import { SidePanel } from './side-panel.tsx'
import { SideTabs } from './side-tabs.tsx'
import { SyncStrip } from './sync-state.tsx'
import { TopBar } from './top-bar.tsx'
import { useBoardParts } from './use-board-parts.ts'
import { useFindingMarks } from './use-finding-marks.tsx'
import { useFirstLook, useLookAround } from './use-first-look.ts'
import { useThreadLink } from './use-thread-link.ts'
import { useShortcuts } from './use-shortcuts.ts'

interface BoardLayoutProps {
  readonly session: Session
  readonly licenseKey: string | undefined
}

/** Numbers that a scenario keeps back are not known until they are asked for. */
const unknownScale: Scale = {}

/** The canvas with everything around it: where the features meet. */
export function BoardLayout({ session, licenseKey }: BoardLayoutProps) {
  const state = useReadable(session.state)
  const { board: info, roster, threads, findings: answers } = useReadable(session.room)
  const [handle, setHandle] = useState<CanvasHandle>()
  const [, navigate] = useLocation()
  useFirstLook(handle)
  const scenarioId = info.scenarioId ?? state.board.scenario
  const parts = useBoardParts(scenarioId !== null)
  useLookAround(handle, session.presence, parts.isPhone ? parts.sheet : undefined)
  useThreadLink(handle, threads, parts.openThread)
  const follow = useFollow(session, handle)
  const found = useFindings(handle, unknownScale)
  const { board } = state
  const sorted = useMemo(() => sortFindings(found, answers), [found, answers])
  const { marks, signs } = useFindingMarks(sorted, found.graph)
  const title = info.title || board.title
  useTitle(title)
  const actions = boardActions({ session, handle, parts, title, gather: follow.gather, navigate })
  const commands = boardCommands({ member: board, parts, actions })
  useShortcuts(commands)
  const scope = {
    boardId: board.id,
    me: session.me.id,
    roster,
    mayComment: mayAct(board, 'comment'),
    mayDeleteAny: mayAct(board, 'delete_any_comment'),
    ensureNamed: () => ensureNamed('Your name is shown beside your comments.'),
  }
  const findingScope: FindingScope = {
    boardId: board.id,
    me: session.me.id,
    threads: answers,
    may: (act) => mayAct(board, findingRights[act]),
    ensureNamed: () => ensureNamed('Your name is shown beside your answers.'),
  }
  const sync = {
    state,
    mayWrite: mayWrite(board.role, 'design'),
    onTryNow: () => session.reconnectNow(),
  }
  const openMark = (shapeId: string) => {
    parts.setFinding(findingAt(shapeId, sorted.open, found.graph ?? emptyGraph)?.id)
    parts.openTab('findings')
  }
  return (
    <CommentScopeProvider value={scope}>
      <div className={css.shell}>
        <TopBar
          {...{ sync, title, follow, parts }}
          counts={{ findings: sorted.open.length, threads: threads.filter(isOpen).length }}
          menu={<BoardMenu commands={commands} />}
        />
        <SyncStrip {...sync} />
        <LostEdits session={session} title={title} />
        <ReadOnlyNote role={board.role} />
        <div className={css.stage}>
          {parts.showsBrief && <BriefSide scenarioId={scenarioId} onClose={parts.toggleBrief} />}
          <main className={css.canvas} aria-label="Canvas">
            <CanvasPlace
              session={session}
              licenseKey={licenseKey}
              marks={marks}
              onOpenMark={openMark}
              followed={follow.tab}
              onStopFollowing={follow.stop}
              onHandle={setHandle}
              onDrawingText={parts.openImport}
              overlay={<BoardOverlay {...{ handle, threads, parts }} />}
            />
            <FollowBanners follow={follow} />
            {sync.mayWrite && <NamePrompt />}
          </main>
          {parts.showsSide && (
            <SidePanel>
              <SideTabs
                {...{ handle, threads, found, sorted, signs, parts, findingScope }}
                me={session.me.id}
                onComment={actions.comment}
              />
            </SidePanel>
          )}
        </div>
        <PhoneBar parts={parts} />
        <FindingsCount count={sorted.open.length} />
        <CommentsNews threads={threads} me={session.me.id} isLive={state.sync === 'live'} />
        <BoardDialogs {...{ session, handle, parts, commands, title, navigate }} />
      </div>
    </CommentScopeProvider>
  )
}

function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Loadbearing`
  }, [title])
}
