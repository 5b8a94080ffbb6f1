import { useState } from 'react'
import { sentenceOf } from '#client/lib/request.ts'
import { deleteBoard } from '#client/lib/requests.ts'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'

interface DeleteDialogProps {
  readonly boardId: string
  readonly title: string
  readonly onDeleted: () => void
  readonly onClose: () => void
}

export function DeleteDialog({ boardId, title, onDeleted, onClose }: DeleteDialogProps) {
  const [error, setError] = useState<string>()
  return (
    <Dialog title={`Delete “${title}”?`} onClose={onClose}>
      <p>
        The drawing, its history, its comments and its links go for everybody on it. Nothing brings
        them back. A board file, exported before, does.
      </p>
      {error !== undefined && <p role="alert">{error}</p>}
      <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8, paddingTop: 16 }}>
        <Button onClick={onClose}>Keep the board</Button>
        <Button
          look="danger"
          onClick={() =>
            void deleteBoard(boardId).then(onDeleted, (failure: unknown) =>
              setError(sentenceOf(failure)),
            )
          }
        >
          Delete this board
        </Button>
      </div>
    </Dialog>
  )
}
