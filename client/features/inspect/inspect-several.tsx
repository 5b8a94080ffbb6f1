import type { DesignNode, Graph } from '#shared/design/design.ts'
import { boundaryTypes, type BoundaryType } from '#shared/design/vocabulary.ts'
import type { CanvasHandle } from '#client/lib/canvas-handle.ts'
import { findKind } from '#shared/kinds/find-kind.ts'
import { Button } from '#client/ui/button.tsx'
import { ComponentProperties } from './component-properties.tsx'
import { ConnectionForm } from './connection-form.tsx'
import css from './inspect.module.css'

interface InspectSeveralProps {
  readonly ids: readonly string[]
  readonly graph: Graph
  readonly handle: CanvasHandle
  readonly isReadOnly: boolean
}

/** Longest list of names; the rest is only counted. */
const mostNames = 12

export function InspectSeveral({ ids, graph, handle, isReadOnly }: InspectSeveralProps) {
  const selected = new Set(ids)
  const nodes = graph.nodes.filter(({ id }) => selected.has(id))
  const edges = graph.edges.filter(({ id }) => selected.has(id))
  const shared = { handle, isReadOnly }
  return (
    <div className={css.panel}>
      <h3 className={css.title}>{ids.length} selected</h3>
      <Names nodes={nodes} handle={handle} />
      {nodes.length > 0 && (
        <section className={css.section} aria-label="Components">
          <h4>{countOf(nodes.length, 'component')}: what you change, all of them get</h4>
          <ComponentProperties key={keyOf(nodes)} nodes={nodes} {...shared} />
        </section>
      )}
      {edges.length > 0 && (
        <section className={css.section} aria-label="Arrows">
          <h4>{countOf(edges.length, 'arrow')}: what you change, all of them get</h4>
          <ConnectionForm key={keyOf(edges)} edges={edges} {...shared} />
        </section>
      )}
      {!isReadOnly && nodes.length > 0 && <NewBoundary nodes={nodes} handle={handle} />}
      {!isReadOnly && (
        <Button small look="danger" icon="trash" onClick={() => handle.remove(ids)}>
          Delete {ids.length} things
        </Button>
      )}
    </div>
  )
}

interface NodesProps {
  readonly nodes: readonly DesignNode[]
  readonly handle: CanvasHandle
}

function Names({ nodes, handle }: NodesProps) {
  return (
    <ul className={css.list}>
      {nodes.slice(0, mostNames).map((node) => (
        <li key={node.id}>
          <Button look="quiet" small onClick={() => handle.show([node.id])}>
            {node.label || findKind(node.kind).title}
          </Button>
        </li>
      ))}
      {nodes.length > mostNames && (
        <li className={css.quiet}>and {nodes.length - mostNames} more</li>
      )}
    </ul>
  )
}

function NewBoundary({ nodes, handle }: NodesProps) {
  const put = (type: BoundaryType) => {
    const ids = nodes.map(({ id }) => id)
    handle.addBoundary(type, boundaryTypes[type].title, ids)
  }
  return (
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
  )
}

function countOf(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}

/** What is half typed for one selection is not handed to the next. */
function keyOf(things: readonly { readonly id: string }[]): string {
  return things.map(({ id }) => id).join(' ')
}
