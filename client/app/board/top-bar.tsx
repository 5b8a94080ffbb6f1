import { PeopleBar } from '#client/features/people/people-bar.tsx'
import type { Follow } from '#client/features/people/use-follow.ts'
import { roleTitles } from '#client/lib/role-words.ts'
import type { SessionState } from '#client/live/session.ts'
import { Badge } from '#client/ui/badge.tsx'
import { buttonClass } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icon.tsx'
import { ThemeButton } from '#client/ui/theme-button.tsx'
import { EditableTitle } from './editable-title.tsx'
import { SyncWord } from './sync-state.tsx'
import css from './top-bar.module.css'

interface TopBarProps {
  readonly sync: {
    readonly state: SessionState
    readonly mayWrite: boolean
    readonly onTryNow: () => void
  }
  readonly title: string
  readonly mayRename: boolean
  readonly follow: Follow
}

export function TopBar({ sync, title, mayRename, follow }: TopBarProps) {
  const { board } = sync.state
  return (
    <header className={css.bar}>
      <div className={css.left}>
        <a href="/" className={buttonClass('quiet', false, true)} aria-label="Home">
          <Icon name="back" />
        </a>
        <EditableTitle boardId={board.id} title={title} mayRename={mayRename} />
        <span className={css.role}>
          <Badge>{roleTitles[board.role]}</Badge>
        </span>
        <SyncWord {...sync} />
      </div>
      <div className={css.right}>
        <PeopleBar follow={follow} />
        <ThemeButton />
      </div>
    </header>
  )
}
