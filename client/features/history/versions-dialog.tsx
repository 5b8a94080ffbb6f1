import { useState } from 'react'
import { mayAct } from '#shared/access.ts'
import type { BoardSummary } from '#shared/api.ts'
import type { BoardVersion } from '#shared/live.ts'
import type { BoardRecord } from '#client/live/session.ts'
import { Dialog } from '#client/ui/dialog.tsx'
import { EmptyState } from '#client/ui/empty-state.tsx'
import { Time } from '#client/ui/time.tsx'
import css from './history.module.css'
import { SaveVersion } from './save-version.tsx'
import { VersionView } from './version-view.tsx'

interface VersionsDialogProps {
  readonly board: BoardSummary
  readonly versions: ReadonlyMap<string, BoardVersion>
  /** The board as it is now. */
  readonly records: () => readonly BoardRecord[]
  /** Asks somebody without a name for one; answers whether there is one now. */
  readonly ensureNamed: () => Promise<boolean>
  readonly onClose: () => void
}

/** The named moments of a board: what has changed since, and the way back. */
export function VersionsDialog(props: VersionsDialogProps) {
  const { board, versions, records, ensureNamed, onClose } = props
  const [chosen, setChosen] = useState<string>()
  const newestFirst = [...versions].toSorted(([, a], [, b]) => b.at - a.at)
  const version = versions.get(chosen ?? '')
  return (
    <Dialog
      wide
      title="Versions"
      about="A version is a name for a moment of the drawing. Nothing is ever lost by going back."
      onClose={onClose}
    >
      {mayAct(board, 'save_version') && <SaveVersion boardId={board.id} {...{ ensureNamed }} />}
      {newestFirst.length === 0 ? (
        <EmptyState
          icon="clock"
          title="No versions yet"
          text="Name the board as it is now, and see later what has changed since."
        />
      ) : (
        <div className={css.columns}>
          <ul className={css.list} aria-label="Versions">
            {newestFirst.map(([id, { name, authorName, at }]) => (
              <li key={id}>
                <button
                  type="button"
                  className={css.version}
                  aria-pressed={id === chosen}
                  onClick={() => setChosen(id)}
                >
                  <span className={css.name}>{name}</span>
                  <span className={css.quiet}>
                    {authorName} · <Time at={at} />
                  </span>
                </button>
              </li>
            ))}
          </ul>
          {chosen === undefined || version === undefined ? (
            <p className={css.choose}>Choose a version to see what has changed since.</p>
          ) : (
            <VersionView
              key={chosen}
              address={{ boardId: board.id, version: chosen }}
              name={version.name}
              records={records}
              mayRestore={mayAct(board, 'restore')}
              onRestored={onClose}
            />
          )}
        </div>
      )}
    </Dialog>
  )
}
