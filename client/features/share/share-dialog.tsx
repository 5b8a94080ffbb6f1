import { mayAct } from '#shared/access.ts'
import type { BoardSummary } from '#shared/api.ts'
import { Dialog } from '#client/ui/dialog.tsx'
import { LinksSection } from './links-section.tsx'
import { MembersSection } from './members-section.tsx'
import css from './share.module.css'

interface ShareDialogProps {
  readonly board: BoardSummary
  readonly me: string
  /** After leaving there is nothing more to see. */
  readonly onLeft: () => void
  readonly onClose: () => void
}

export function ShareDialog({ board, me, onLeft, onClose }: ShareDialogProps) {
  const sharesLinks = mayAct(board, 'see_links')
  const back = sharesLinks ? ' You can take every link back.' : ''
  return (
    <Dialog
      title="Share this board"
      about={`Whoever opens a link is in, without an account.${back}`}
      onClose={onClose}
    >
      <div className={css.share}>
        {sharesLinks ? (
          <LinksSection board={board} />
        ) : (
          <p>The owner of the board hands out its links.</p>
        )}
        <MembersSection board={board} me={me} onLeft={onLeft} />
      </div>
    </Dialog>
  )
}
