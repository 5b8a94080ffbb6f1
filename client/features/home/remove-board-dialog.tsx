import { useState } from 'react'
import type { BoardSummary } from '#shared/api.ts'
import { useMe } from '#client/lib/me.ts'
import { sentenceOf } from '#client/lib/request.ts'
import { deleteBoard, removeMember } from '#client/lib/requests.ts'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import css from './home.module.css'

interface RemoveBoardDialogProps {
  readonly board: BoardSummary
  readonly onRemoved: () => void
  readonly onClose: () => void
}

/** The owner deletes a board; everybody else leaves it. */
export function RemoveBoardDialog({ board, onRemoved, onClose }: RemoveBoardDialogProps) {
  const me = useMe((state) => state.me?.person.id)
  const [error, setError] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const words = board.owner ? deleting : leaving
  const remove = async () => {
    if (me === undefined) return
    setBusy(true)
    try {
      await (board.owner ? deleteBoard(board.id) : removeMember(board.id, me))
      onRemoved()
      onClose()
    } catch (failure) {
      setError(sentenceOf(failure))
      setBusy(false)
    }
  }
  return (
    <Dialog title={`${words.title} “${board.title}”?`} onClose={onClose}>
      <p>{words.text}</p>
      {error !== undefined && (
        <p role="alert" className={css.failure}>
          {error}
        </p>
      )}
      <div className={css.dialogActions}>
        <Button onClick={onClose}>{words.keep}</Button>
        <Button look="danger" disabled={isBusy} onClick={() => void remove()}>
          {words.action}
        </Button>
      </div>
    </Dialog>
  )
}

const deleting = {
  title: 'Delete',
  text: 'The drawing, its history, its comments and its links go for everybody on it. Nothing brings them back. A board file, exported before, does.',
  keep: 'Keep the board',
  action: 'Delete this board',
}
const leaving = {
  title: 'Leave',
  text: 'The board goes on without you. You will need a link to come back.',
  keep: 'Stay',
  action: 'Leave this board',
}
