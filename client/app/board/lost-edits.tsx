import { useState } from 'react'
import { sentenceOf } from '#client/lib/request.ts'
import { useReadable } from '#client/lib/use-readable.ts'
import type { Session } from '#client/live/session.ts'
import { Button } from '#client/ui/button.tsx'
import { toast } from '#client/ui/toasts.ts'
import { download, fileName } from './export-board.ts'
import css from './top-bar.module.css'

interface LostEditsProps {
  readonly session: Session
  readonly title: string
}

/** Offers what was drawn here and never sent, after the right to draw went. The board goes on without it. */
export function LostEdits({ session, title }: LostEditsProps) {
  const lost = useReadable(session.lostEdits)
  const [dismissed, setDismissed] = useState<typeof lost>()
  const isShown = lost !== undefined && lost !== dismissed
  return (
    <div role="status">
      {isShown && (
        <div className={css.strip}>
          <span>
            <strong>Your last edits are not on the board.</strong> You may no longer draw here, and
            they had not been sent. They are kept on this page until you close it.
          </span>
          <SaveLostEdits session={session} title={title} />
          <Button small look="quiet" onClick={() => setDismissed(lost)}>
            Do without them
          </Button>
        </div>
      )}
    </div>
  )
}

/** Also for the page of somebody who is not on the board any more; nothing when nothing was lost. */
export function SaveLostEdits({ session, title }: LostEditsProps) {
  const lost = useReadable(session.lostEdits)
  if (lost === undefined) return null
  const save = async () => {
    const { boardJson } = await import('./board-json.ts')
    download(await boardJson(session, lost), fileName(`Unsent ${title}`, 'loadbearing.json'))
  }
  return (
    <Button
      small
      icon="export"
      onClick={() => void save().catch((error: unknown) => toast(sentenceOf(error), 'failed'))}
    >
      Save as a board file
    </Button>
  )
}
