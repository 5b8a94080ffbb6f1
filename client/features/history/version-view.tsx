import { useState } from 'react'
import { copyText } from '#client/lib/copy-text.ts'
import { sentenceOf } from '#client/lib/request.ts'
import { restoreVersion } from '#client/lib/requests.ts'
import type { BoardRecord } from '#client/live/session.ts'
import { Button } from '#client/ui/button.tsx'
import { Spinner } from '#client/ui/spinner.tsx'
import { toast } from '#client/ui/toasts.ts'
import { DifferenceList } from './difference-list.tsx'
import css from './history.module.css'
import { useComparison, type VersionAddress } from './use-comparison.ts'

interface VersionViewProps {
  readonly address: VersionAddress
  readonly name: string
  readonly records: () => readonly BoardRecord[]
  readonly mayRestore: boolean
  readonly onRestored: () => void
}

/** What has changed since a version, and the way back to it. */
export function VersionView(props: VersionViewProps) {
  const { address, name, records, mayRestore, onRestored } = props
  const { comparing, tryAgain } = useComparison(address, records)
  return (
    <section className={css.view} aria-label={`Since ${name}`}>
      <h3>Since “{name}”</h3>
      {comparing.state === 'busy' && <Spinner label="Comparing…" />}
      {comparing.state === 'failed' && (
        <>
          <p role="alert">{comparing.error}</p>
          <Button small onClick={tryAgain}>
            Try again
          </Button>
        </>
      )}
      {comparing.state === 'done' && (
        <>
          <DifferenceList comparison={comparing.comparison} />
          <div className={css.actions}>
            {mayRestore && <GoBack address={address} name={name} onRestored={onRestored} />}
            <Button
              small
              look="quiet"
              icon="copy"
              onClick={() => void copy(comparing.comparison.markdown)}
            >
              Copy as Markdown
            </Button>
          </div>
        </>
      )}
    </section>
  )
}

/** Asks in place. It can itself be undone: the moment before stays as a version. */
function GoBack({
  address,
  name,
  onRestored,
}: Pick<VersionViewProps, 'address' | 'name' | 'onRestored'>) {
  const [isAsking, setAsking] = useState(false)
  const [isGoing, setGoing] = useState(false)
  const restore = async () => {
    setGoing(true)
    try {
      await restoreVersion(address.boardId, address.version)
      toast(`The board is back at “${name}”. What it was before is a version too.`)
      onRestored()
    } catch (error) {
      toast(sentenceOf(error), 'failed')
      setGoing(false)
    }
  }
  if (!isAsking)
    return (
      <Button small onClick={() => setAsking(true)}>
        Go back to this version
      </Button>
    )
  return (
    <div className={css.confirm}>
      <p>Everybody on the board goes back. What it is now stays as a version.</p>
      <Button small look="primary" disabled={isGoing} onClick={() => void restore()}>
        {isGoing ? 'Going back…' : 'Go back'}
      </Button>
      <Button small look="quiet" disabled={isGoing} onClick={() => setAsking(false)}>
        Stay here
      </Button>
    </div>
  )
}

async function copy(text: string): Promise<void> {
  const isCopied = await copyText(text)
  if (isCopied) toast('Copied.')
  else toast('This browser did not let the page copy.', 'failed')
}
