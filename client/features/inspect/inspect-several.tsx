import type { Graph } from '#shared/design/design.ts'
import { boundaryTypes, type BoundaryType } from '#shared/design/vocabulary.ts'
import type { CanvasHandle } from '#client/lib/canvas-handle.ts'
import { findKind } from '#shared/kinds/find-kind.ts'
import { Button } from '#client/ui/button.tsx'
import css from './inspect.module.css'

interface InspectSeveralProps {
  readonly ids: readonly string[]
  readonly graph: Graph
  readonly handle: CanvasHandle
  readonly isReadOnly: boolean
}

export function InspectSeveral({ ids, graph, handle, isReadOnly }: InspectSeveralProps) {
  const components = graph.nodes.filter((node) => ids.includes(node.id))
  const componentIds = components.map((node) => node.id)
  const put = (type: BoundaryType) => {
    handle.addBoundary(type, boundaryTypes[type].title, componentIds)
  }
  return (
    <div className={css.form}>
      <h3 className={css.title}>{ids.length} selected</h3>
      <ul className={css.list}>
        {components.map((node) => (
          <li key={node.id}>
            <Button look="quiet" small onClick={() => handle.show([node.id])}>
              {node.label || findKind(node.kind).title}
            </Button>
          </li>
        ))}
      </ul>
      {!isReadOnly && components.length > 0 && (
        <section className={css.section}>
          <h4>Put them into a new boundary</h4>
          <div className={css.actions}>
            {(Object.keys(boundaryTypes) as BoundaryType[]).map((type) => (
              <Button key={type} small onClick={() => put(type)}>
                {boundaryTypes[type].title}
              </Button>
            ))}
          </div>
        </section>
      )}
      {!isReadOnly && (
        <Button small look="danger" icon="trash" onClick={() => handle.remove(ids)}>
          Delete {ids.length} things
        </Button>
      )}
    </div>
  )
}
