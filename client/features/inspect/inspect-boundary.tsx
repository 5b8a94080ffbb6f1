import type { DesignGroup, Graph } from '#shared/design/design.ts'
import { maxLabelLength } from '#shared/design/board-schema.ts'
import { boundaryTypes, type BoundaryType } from '#shared/design/vocabulary.ts'
import type { CanvasHandle } from '#client/lib/canvas-handle.ts'
import { findKind } from '#shared/kinds/find-kind.ts'
import { Button } from '#client/ui/button.tsx'
import { Select } from '#client/ui/select.tsx'
import { DraftField } from './draft-field.tsx'
import css from './inspect.module.css'

const typeOptions = (Object.keys(boundaryTypes) as BoundaryType[]).map((value) => ({
  value,
  title: boundaryTypes[value].title,
}))

interface InspectBoundaryProps {
  readonly group: DesignGroup
  readonly graph: Graph
  readonly handle: CanvasHandle
  readonly isReadOnly: boolean
}

export function InspectBoundary({ group, graph, handle, isReadOnly }: InspectBoundaryProps) {
  const inside = graph.nodes.filter((node) => node.groupId === group.id)
  return (
    <div className={css.panel}>
      <h3 className={css.title}>{boundaryTypes[group.type].title}</h3>
      <DraftField
        label="Label"
        value={group.label}
        placeholder={boundaryTypes[group.type].title}
        maxLength={maxLabelLength}
        disabled={isReadOnly}
        onDone={(label) => handle.changeBoundary(group.id, { label })}
      />
      <Select
        label="Type"
        value={group.type}
        options={typeOptions}
        disabled={isReadOnly}
        onChange={(type) => handle.changeBoundary(group.id, { type })}
      />
      <p className={css.quiet}>{boundaryTypes[group.type].about}</p>
      <section className={css.section}>
        <h4>Holds</h4>
        {inside.length === 0 && (
          <p className={css.quiet}>
            Nothing yet. Drag a component into it, or choose it in the component.
          </p>
        )}
        <ul className={css.list}>
          {inside.map((node) => (
            <li key={node.id}>
              <Button look="quiet" small onClick={() => handle.show([node.id])}>
                {node.label || findKind(node.kind).title}
              </Button>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
