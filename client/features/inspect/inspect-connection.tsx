import type { DesignEdge, Graph } from '#shared/design/design.ts'
import type { CanvasHandle } from '#client/lib/canvas-handle.ts'
import { findKind } from '#shared/kinds/find-kind.ts'
import { Button } from '#client/ui/button.tsx'
import { ConnectionForm } from './connection-form.tsx'
import css from './inspect.module.css'

interface InspectConnectionProps {
  readonly edge: DesignEdge
  readonly graph: Graph
  readonly handle: CanvasHandle
  readonly isReadOnly: boolean
}

export function InspectConnection({ edge, graph, handle, isReadOnly }: InspectConnectionProps) {
  const isBothWays = edge.properties['bothWays'] === true
  return (
    <div className={css.panel}>
      <h3 className={css.title}>
        {nameOf(graph, edge.from)}{' '}
        <span aria-label={isBothWays ? 'to and from' : 'to'}>{isBothWays ? '↔' : '→'}</span>{' '}
        {nameOf(graph, edge.to)}
      </h3>
      <ConnectionForm edges={[edge]} handle={handle} isReadOnly={isReadOnly} />
      {!isReadOnly && (
        <div className={css.actions}>
          <Button small onClick={() => handle.reverseConnection(edge.id)}>
            Reverse direction
          </Button>
          <Button small look="danger" icon="trash" onClick={() => handle.remove([edge.id])}>
            Delete connection
          </Button>
        </div>
      )}
    </div>
  )
}

function nameOf(graph: Graph, id: string): string {
  const node = graph.nodes.find((one) => one.id === id)
  return node === undefined ? '' : node.label || findKind(node.kind).title
}
