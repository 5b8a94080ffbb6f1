import type { ReactNode } from 'react'
import { PeopleBar } from '#client/features/people/people-bar.tsx'
import type { Follow } from '#client/features/people/use-follow.ts'
import { mayAct } from '#shared/access.ts'
import { roleTitles } from '#client/lib/role-words.ts'
import { Badge } from '#client/ui/badge.tsx'
import { Button, buttonClass } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icon.tsx'
import { IconButton } from '#client/ui/icon-button.tsx'
import { EditableTitle } from './editable-title.tsx'
import { SyncWord, type SyncProps } from './sync-state.tsx'
import css from './top-bar.module.css'
import type { BoardParts } from './use-board-parts.ts'

interface TopBarProps {
  readonly sync: SyncProps
  readonly title: string
  readonly follow: Follow
  readonly parts: BoardParts
  readonly counts: { readonly findings: number; readonly threads: number }
  readonly menu: ReactNode
}

export function TopBar({ sync, title, follow, parts, counts, menu }: TopBarProps) {
  const { board } = sync.state
  return (
    <header className={css.bar}>
      <div className={css.left}>
        <a href="/" className={buttonClass('quiet', false, true)} aria-label="All boards">
          <Icon name="back" />
        </a>
        <EditableTitle boardId={board.id} title={title} mayRename={mayAct(board, 'rename_board')} />
        <span className={`${css.role} ${css.wide}`}>
          <Badge>{roleTitles[board.role]}</Badge>
        </span>
        <SyncWord {...sync} />
        {!parts.showsBrief && (
          <span className={css.wide}>
            <IconButton
              icon="brief"
              label="Show the brief"
              shortcut="["
              onClick={parts.toggleBrief}
            />
          </span>
        )}
      </div>
      <div className={css.right}>
        <PeopleBar follow={follow} />
        {parts.showsSide ? (
          <span className={css.wide}>
            <IconButton
              icon="forward"
              label="Hide the side panel"
              shortcut="]"
              onClick={parts.toggleSide}
            />
          </span>
        ) : (
          <Counts parts={parts} counts={counts} />
        )}
        <Button look="primary" icon="share" onClick={() => parts.setDialog('share')}>
          Share
        </Button>
        {menu}
      </div>
    </header>
  )
}

/** Ways into the side panel while it is closed; open, its tabs say the same. */
function Counts({ parts, counts }: Pick<TopBarProps, 'parts' | 'counts'>) {
  return (
    <div className={`${css.counts} ${css.wide}`}>
      <Button
        look="quiet"
        icon="finding"
        aria-label={`Findings: ${counts.findings}`}
        onClick={() => parts.openTab('findings')}
      >
        {String(counts.findings)}
      </Button>
      <Button
        look="quiet"
        icon="comment"
        aria-label={`Open threads: ${counts.threads}`}
        onClick={() => parts.openTab('comments')}
      >
        {String(counts.threads)}
      </Button>
    </div>
  )
}
