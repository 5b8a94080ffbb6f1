/** One quiet line on how the text and the board stand to each other, with what can be done about it. */
import type { ReactNode } from 'react'
import { Button } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icon.tsx'
import { describeChanges } from './describe-changes.ts'
import css from './import.module.css'
import { ProblemList } from './problem-list.tsx'
import type { Reading, TextDraft } from './text-draft.ts'
import type { DraftActs } from './use-text-draft.ts'

interface TextStateProps {
  readonly draft: TextDraft | undefined
  readonly acts: DraftActs
  readonly isLive: boolean
  /** Whether the board changed under the text. */
  readonly isBehind: boolean
  readonly isReadOnly: boolean
  readonly isTooBig: boolean
}

export function TextState(props: TextStateProps) {
  const { draft, isReadOnly, isTooBig, isBehind, acts } = props
  const notes = draft?.reading?.problems.filter(({ severity }) => severity !== 'error') ?? []
  return (
    <div className={css.stateWords}>
      <div role="status">
        <Words {...props} />
        {isTooBig && !isReadOnly && (
          <p>Live is off on a board of this size: apply when you are done.</p>
        )}
      </div>
      {isBehind && draft?.reading?.error === undefined && (
        <p className={css.row}>
          The board changed.
          <Button small onClick={acts.takeIn}>
            Take it in
          </Button>
        </p>
      )}
      {notes.length > 0 && (
        <details className={css.notes}>
          <summary>{notes.length === 1 ? '1 note' : `${notes.length} notes`}</summary>
          <ProblemList problems={notes} />
        </details>
      )}
    </div>
  )
}

function Words({ draft, acts, isLive, isBehind, isReadOnly }: TextStateProps) {
  if (draft === undefined) {
    return isReadOnly ? <p>It follows the board.</p> : <Agreed />
  }
  const { reading } = draft
  if (reading === undefined) return <p>{isLive ? 'Follows when you pause.' : 'Not applied yet.'}</p>
  const { error, changes } = reading
  if (error !== undefined) return <Slip error={error} acts={acts} />
  if (changes.length === 0) return isBehind ? null : <Agreed />
  return (
    <Offer reading={reading} isLive={isLive} acts={acts}>
      {isLive ? 'That would take most of the board away: ' : ''}
      {describeChanges(changes)}
    </Offer>
  )
}

function Agreed() {
  return (
    <p className={css.agreed}>
      <Icon name="check" size={14} /> Board and text agree
    </p>
  )
}

interface SlipProps {
  readonly error: NonNullable<Reading['error']>
  readonly acts: DraftActs
}

function Slip({ error: { line, column, message }, acts }: SlipProps) {
  return (
    <div className={css.slip}>
      <p>
        <strong>
          Line {line}, column {column}:
        </strong>{' '}
        {message} The board keeps the last good text.
      </p>
      <Button small onClick={acts.takeIn}>
        Back to the board
      </Button>
    </div>
  )
}

interface OfferProps {
  readonly reading: Reading
  readonly isLive: boolean
  readonly acts: DraftActs
  readonly children: ReactNode
}

function Offer({ reading, isLive, acts, children }: OfferProps) {
  const removed = reading.changes.filter(({ change }) => change === 'removed').length
  return (
    <div className={css.slip}>
      <p>{children}</p>
      <div className={css.row}>
        <Button small look={isLive ? 'danger' : 'primary'} onClick={acts.apply}>
          {isLive ? `Remove ${removed} things` : 'Apply'}
        </Button>
        <Button small onClick={acts.takeIn}>
          Back to the board
        </Button>
      </div>
    </div>
  )
}
