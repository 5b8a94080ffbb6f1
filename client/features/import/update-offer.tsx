import type { CanvasHandle } from '#client/lib/canvas-handle.ts'
import { Button } from '#client/ui/button.tsx'
import { toast } from '#client/ui/toasts.ts'
import { applyChanges } from './apply-changes.ts'
import { describeChanges } from './describe-changes.ts'
import css from './import.module.css'
import { updateWithKinds, type Update } from './read-update.ts'

interface UpdateOfferProps {
  readonly handle: CanvasHandle
  readonly update: Update
  readonly chosen: ReadonlyMap<string, string>
  readonly onDone: () => void
}

/** For a text that came from this board: its changes are made here, instead of a second copy beside it. */
export function UpdateOffer({ handle, update, chosen, onDone }: UpdateOfferProps) {
  const { changes, graph } = updateWithKinds(update, chosen)
  const apply = () => {
    applyChanges(handle, { changes, graph })
    onDone()
    toast('The board says what the text says. Undo takes it back.')
  }
  return (
    <div className={css.problem}>
      <p>This text comes from this board. {describeChanges(changes)}</p>
      <div className={css.row}>
        <Button small disabled={changes.length === 0} onClick={apply}>
          Change what is on the board
        </Button>
        <span className={css.muted}>“Place on board” puts a copy beside it.</span>
      </div>
    </div>
  )
}
