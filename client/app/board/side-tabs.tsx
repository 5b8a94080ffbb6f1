import { lazy, Suspense, type ReactNode } from 'react'
import { isOpen } from '#client/features/comments/filter-threads.ts'
import { isUnread, useSeen } from '#client/features/comments/unread.ts'
import type { FindingScope } from '#client/features/check/finding-scope.ts'
import type { SortedFindings } from '#client/features/check/sort-findings.ts'
import type { Findings } from '#client/features/check/use-findings.ts'
import type { OutlineSigns } from '#client/features/outline/outline-signs.ts'
import type { CanvasHandle } from '#client/lib/canvas-handle.ts'
import type { SideTab } from '#client/lib/preferences.ts'
import type { Thread } from '#client/live/session.ts'
import { Spinner } from '#client/ui/spinner.tsx'
import { Tabs } from '#client/ui/tabs.tsx'
import css from './board.module.css'
import { loadCommentsPanel } from './load-comments-panel.ts'
import type { BoardParts } from './use-board-parts.ts'

const CommentsPanel = lazy(async () => ({
  default: (await loadCommentsPanel()).CommentsPanel,
}))
const FindingsPanel = lazy(async () => ({
  default: (await import('#client/features/check/findings-panel.tsx')).FindingsPanel,
}))
const Inspector = lazy(async () => ({
  default: (await import('#client/features/inspect/inspector.tsx')).Inspector,
}))
const MermaidPanel = lazy(async () => ({
  default: (await import('#client/features/import/mermaid-panel.tsx')).MermaidPanel,
}))
const Outline = lazy(async () => ({
  default: (await import('#client/features/outline/outline.tsx')).Outline,
}))

interface SideTabsProps {
  readonly handle: CanvasHandle | undefined
  readonly threads: readonly Thread[]
  readonly findingScope: FindingScope
  readonly found: Findings
  readonly sorted: SortedFindings
  readonly signs: OutlineSigns
  readonly parts: BoardParts
  readonly me: string
  readonly onComment: () => void
}

export function SideTabs(props: SideTabsProps) {
  const { handle, threads, found, sorted, parts, me, onComment } = props
  const seen = useSeen((state) => state.threads)
  const hasNews = threads.some((thread) => isUnread(thread, me, seen))
  const findings = (
    <FindingsPanel
      scope={props.findingScope}
      found={found}
      sorted={sorted}
      selected={parts.finding}
      onSelect={parts.setFinding}
      onShow={(ids) => handle?.show(ids)}
    />
  )
  const comments = (
    <CommentsPanel
      threads={threads}
      handle={handle}
      selected={parts.thread}
      target={parts.target}
      onSelect={parts.setThread}
      onStart={onComment}
      onCancel={() => parts.setTarget(undefined)}
    />
  )
  return (
    <Tabs<SideTab>
      label="Side panel"
      value={parts.sideTab}
      onChange={parts.openTab}
      tabs={[
        {
          id: 'findings',
          title: 'Findings',
          count: sorted.open.length,
          content: <Later isReady>{findings}</Later>,
        },
        {
          id: 'comments',
          title: 'Comments',
          count: threads.filter(isOpen).length,
          news: hasNews ? 'new' : undefined,
          content: <Later isReady>{comments}</Later>,
        },
        {
          id: 'inspect',
          title: 'Inspect',
          content: (
            <Later isReady={handle !== undefined}>{handle && <Inspector handle={handle} />}</Later>
          ),
        },
        {
          id: 'outline',
          title: 'Outline',
          content: (
            <Later isReady={handle !== undefined}>
              {handle && <Outline handle={handle} signs={props.signs} />}
            </Later>
          ),
        },
        {
          id: 'mermaid',
          title: 'Mermaid',
          content: (
            <Later isReady={handle !== undefined}>
              {handle && <MermaidPanel handle={handle} />}
            </Later>
          ),
        },
      ]}
    />
  )
}

/** Its content needs the canvas, and code that comes later. */
function Later({ isReady, children }: { isReady: boolean; children: ReactNode }) {
  const waiting = (
    <div className={css.waiting}>
      <Spinner label="Loading…" />
    </div>
  )
  return isReady ? <Suspense fallback={waiting}>{children}</Suspense> : waiting
}
