import { useState } from 'react'
import type { BoardSummary, PublicScenario } from '#shared/api.ts'
import { sentenceOf } from '#client/lib/request.ts'
import type { Resource } from '#client/lib/use-resource.ts'
import { Button } from '#client/ui/button.tsx'
import { EmptyState } from '#client/ui/empty-state.tsx'
import { Spinner } from '#client/ui/spinner.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import { BoardRow } from './board-row.tsx'
import { findBoards } from './find-boards.ts'
import css from './home.module.css'
import { RemoveBoardDialog } from './remove-board-dialog.tsx'

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
  return <Boards boards={boards.value} scenarios={scenarios} onReload={onReload} />
}

interface BoardsProps {
  readonly boards: readonly BoardSummary[]
  readonly scenarios: readonly PublicScenario[]
  readonly onReload: () => void
}

/** Fewer are seen at a glance. */
const fewestToSearch = 8

function Boards({ boards, scenarios, onReload }: BoardsProps) {
  const [query, setQuery] = useState('')
  const [removing, setRemoving] = useState<BoardSummary>()
  const scenarioOf = ({ scenario }: BoardSummary) =>
    scenarios.find(({ id }) => id === scenario)?.title ?? scenario ?? 'Blank board'
  const found = findBoards(boards, query, scenarioOf)
  return (
    <>
      {boards.length >= fewestToSearch && (
        <div className={css.search}>
          <TextField
            label="Search your boards"
            hideLabel
            type="search"
            placeholder="Search by title, scenario or role"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
          />
        </div>
      )}
      <output className="lb-hidden">{query !== '' && `${found.length} found`}</output>
      {found.length === 0 && <p className={css.sub}>None of your boards is called that.</p>}
      {found.length > 0 && (
        <ul className={css.list} aria-label="Boards">
          {found.map((board) => (
            <BoardRow
              key={board.id}
              board={board}
              scenario={scenarioOf(board)}
              onRemove={() => setRemoving(board)}
            />
          ))}
        </ul>
      )}
      {removing !== undefined && (
        <RemoveBoardDialog
          board={removing}
          onRemoved={onReload}
          onClose={() => setRemoving(undefined)}
        />
      )}
    </>
  )
}
