import type { BoardSummary } from '#shared/api.ts'
import { roleTitles } from '#client/lib/role-words.ts'
import { Badge } from '#client/ui/badge.tsx'
import { Button } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icon.tsx'
import { Menu } from '#client/ui/menu.tsx'
import { Time } from '#client/ui/time.tsx'
import css from './home.module.css'

interface BoardRowProps {
  readonly board: BoardSummary
  readonly scenario: string
  readonly onRemove: () => void
}

export function BoardRow({ board, scenario, onRemove }: BoardRowProps) {
  return (
    <li className={css.row}>
      <a className={css.board} href={`/b/${board.id}`}>
        <span className={css.thumb}>
          <Icon name={board.scenario === null ? 'board' : 'practise'} />
        </span>
        <span>
          <span className={css.boardTitle}>{board.title}</span>
          <span className={css.sub}>{scenario}</span>
        </span>
        <span className={css.badges}>
          {board.owner && <Badge tone="accent">Owner</Badge>}
          <Badge>{roleTitles[board.role]}</Badge>
        </span>
        <Time at={board.updatedAt} className={css.when} />
      </a>
      <Menu
        label={`What to do with ${board.title}`}
        groups={[
          {
            items: [
              {
                id: 'remove',
                title: board.owner ? 'Delete this board' : 'Leave this board',
                icon: board.owner ? 'trash' : 'leave',
                danger: true,
                // After the menu gave the focus back, so that the dialog can take it.
                run: () => void setTimeout(onRemove),
              },
            ],
          },
        ]}
      >
        <Button look="quiet" icon="more" aria-label={`More about ${board.title}`} />
      </Menu>
    </li>
  )
}
