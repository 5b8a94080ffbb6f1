import type { BoardSummary, PublicScenario } from '#shared/api.ts'
import { sentenceOf } from '#client/lib/request.ts'
import { roleTitles } from '#client/lib/role-words.ts'
import type { Resource } from '#client/lib/use-resource.ts'
import { Badge } from '#client/ui/badge.tsx'
import { Button } from '#client/ui/button.tsx'
import { EmptyState } from '#client/ui/empty-state.tsx'
import { Icon } from '#client/ui/icon.tsx'
import { Spinner } from '#client/ui/spinner.tsx'
import { Time } from '#client/ui/time.tsx'
import css from './home.module.css'

interface BoardsListProps {
  readonly boards: Resource<readonly BoardSummary[]>
  readonly scenarios: readonly PublicScenario[]
  readonly onReload: () => void
}

export function BoardsList({ boards, scenarios, onReload }: BoardsListProps) {
  if (boards.state === 'loading') return <Spinner label="Loading your boards…" />
  if (boards.state === 'failed')
    return (
      <div className={css.quietBox}>
        <EmptyState
          icon="offline"
          title="Your boards could not be loaded"
          text={`${sentenceOf(boards.error)} Your boards are safe.`}
        >
          <Button onClick={onReload}>Try again</Button>
        </EmptyState>
      </div>
    )
  if (boards.value.length === 0)
    return (
      <div className={css.quietBox}>
        <EmptyState
          icon="board"
          title="No boards yet"
          text="Boards that you start or join are listed here."
        />
      </div>
    )
  return (
    <ul className={css.list}>
      {boards.value.map((board) => (
        <li key={board.id}>
          <Row board={board} scenario={scenarios.find((one) => one.id === board.scenario)?.title} />
        </li>
      ))}
    </ul>
  )
}

function Row({ board, scenario }: { board: BoardSummary; scenario: string | undefined }) {
  return (
    <a className={css.board} href={`/b/${board.id}`}>
      <span className={css.thumb}>
        <Icon name={board.scenario === null ? 'board' : 'practise'} />
      </span>
      <span>
        <span className={css.boardTitle}>{board.title}</span>
        <span className={css.sub}>{scenario ?? board.scenario ?? 'Blank board'}</span>
      </span>
      <span className={css.badges}>
        {board.owner && <Badge tone="accent">Owner</Badge>}
        <Badge>{roleTitles[board.role]}</Badge>
      </span>
      <Time at={board.updatedAt} className={css.when} />
    </a>
  )
}
