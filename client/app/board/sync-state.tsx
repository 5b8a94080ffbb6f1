import type { SessionState } from '#client/live/session.ts'
import { Button } from '#client/ui/button.tsx'
import { Popover } from '#client/ui/popover.tsx'
import { isWorkerPossible } from '../register-worker.ts'
import { syncWords } from './sync-words.ts'
import css from './top-bar.module.css'
import { useLasting } from './use-lasting.ts'
import { useSecondsUntil } from './use-seconds-until.ts'

export interface SyncProps {
  readonly state: SessionState
  readonly mayWrite: boolean
  readonly onTryNow: () => void
}

/** One word in the bar, and what it means on request. */
export function SyncWord({ state, mayWrite, onTryNow }: SyncProps) {
  const { short, long, isCalm } = syncWords(state, mayWrite)
  return (
    <Popover
      label="State of the connection"
      trigger={
        <button type="button" className={css.sync} aria-label={`Connection: ${short}`}>
          <span className={css.dot} data-tone={isCalm ? 'calm' : 'waiting'} aria-hidden="true" />
          {short}
        </button>
      }
    >
      <div className={css.details}>
        <strong>{short}</strong>
        <p>{long}</p>
        <p>{mayWrite ? offlineNote() : 'A board that you may only read is not kept here.'}</p>
        {!isCalm && (
          <Button small onClick={onTryNow}>
            Try now
          </Button>
        )}
      </div>
    </Popover>
  )
}

function offlineNote(): string {
  if (isWorkerPossible()) return 'This board also opens without network in this browser.'
  return 'Over plain http this page needs the network to open. Once it is open you can go on without; over https it would open as well.'
}

/** A break that is over sooner is not worth a line, in milliseconds. */
const shortest = 1500

/** A calm line while there is no connection; nothing is blocked. */
export function SyncStrip({ state, mayWrite, onTryNow }: SyncProps) {
  const { short, long, isCalm } = syncWords(state, mayWrite)
  const seconds = useSecondsUntil(state.nextAttemptAt)
  const isShown = useLasting(!isCalm, shortest)
  return (
    <div role="status">
      {isShown && (
        <div className={css.strip}>
          <span>
            <strong>{short}</strong> {long}
          </span>
          {seconds !== undefined && (
            <span className="lb-number" aria-hidden="true">
              Next try in {seconds} s
            </span>
          )}
          <Button small onClick={onTryNow}>
            Try now
          </Button>
        </div>
      )}
    </div>
  )
}
