/** What can be done with the row that has the focus, in buttons, for those who do not know the keys. */
import type { Graph } from '#shared/design/design.ts'
import type { CanvasHandle } from '#client/lib/canvas-handle.ts'
import { Button } from '#client/ui/button.tsx'
import { Select } from '#client/ui/select.tsx'
import { nameOf, type OutlineItem } from './outline-tree.ts'
import css from './outline.module.css'

interface OutlineActionsProps {
  readonly handle: CanvasHandle
  readonly graph: Graph
  readonly item: OutlineItem
  readonly onRename: () => void
}

export function OutlineActions({ handle, graph, item, onRename }: OutlineActionsProps) {
  const others = graph.nodes.filter((node) => node.id !== item.id)
  return (
    <div className={css.actions} role="group" aria-label={`Actions for ${item.label}`}>
      {item.type === 'component' && others.length > 0 && (
        <Select
          label="Connect to"
          hideLabel
          value=""
          options={[
            { value: '', title: 'Connect to …' },
            ...others.map((node) => ({ value: node.id, title: nameOf(node) })),
          ]}
          onChange={(id) => {
            if (id !== '') handle.connect(item.id, id)
          }}
        />
      )}
      <Button small look="quiet" onClick={() => handle.show([item.id])}>
        Show
      </Button>
      <Button small look="quiet" onClick={onRename}>
        Rename
      </Button>
      <Button small look="quiet" icon="trash" onClick={() => handle.remove([item.id])}>
        Delete
      </Button>
    </div>
  )
}
