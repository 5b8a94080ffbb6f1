import type { CanvasHandle } from '#client/lib/canvas-handle.ts'
import { useCanvasGraph } from '#client/lib/use-canvas.ts'
import { useMedia } from '#client/lib/use-media.ts'
import { Button } from '#client/ui/button.tsx'
import css from './empty-board.module.css'

/** The way of most requests, to begin from. */
const pattern = ['web-client', 'load-balancer', 'service', 'sql-db']

interface EmptyBoardProps {
  readonly handle: CanvasHandle
  readonly onImport: () => void
}

/** Teaches the first step over a board with no component on it; gone with the first one. */
export function EmptyBoard({ handle, onImport }: EmptyBoardProps) {
  const { nodes } = useCanvasGraph(handle)
  const isTouched = useMedia('(pointer: coarse)')
  if (nodes.length > 0 || handle.isReadOnly()) return null
  return (
    <div className={css.hint}>
      <div className={css.box}>
        <h2>Where do requests come from?</h2>
        {isTouched ? (
          <p>Add where they begin. What you add next is placed beside it and connected.</p>
        ) : (
          <p>
            Press <kbd>/</kbd> and type what you need: “redis”, “load balancer”, “client”. The next
            one is placed beside it and connected.
          </p>
        )}
        {/* The canvas would take the press for a click on itself. */}
        <div className={css.actions} onPointerDown={(event) => event.stopPropagation()}>
          <Button look="primary" onClick={() => insert(handle, pattern.slice(0, 1))}>
            Add a client
          </Button>
          <Button onClick={() => insert(handle, pattern)}>Start from a simple pattern</Button>
          <Button onClick={onImport}>Import Mermaid</Button>
        </div>
      </div>
    </div>
  )
}

/** One after the other, each connected from the one before; then all of it is looked at. */
function insert(handle: CanvasHandle, kinds: readonly string[]): void {
  const ids: string[] = []
  for (const kind of kinds) {
    const from = ids.at(-1)
    const id = handle.addComponent({ kind, ...(from === undefined ? {} : { connectFrom: from }) })
    if (id !== undefined) ids.push(id)
  }
  if (ids.length > 1) handle.show(ids)
  handle.select(ids.slice(-1))
  handle.focus()
}
