import type { DesignEdge, Graph } from '#shared/design/design.ts'
import { maxLabelLength } from '#shared/design/board-schema.ts'
import { edgeTypes, type EdgeType } from '#shared/design/vocabulary.ts'
import type { CanvasHandle } from '#client/lib/canvas-handle.ts'
import { findKind } from '#shared/kinds/find-kind.ts'
import { Button } from '#client/ui/button.tsx'
import { Select } from '#client/ui/select.tsx'
import { DraftField } from './draft-field.tsx'
import css from './inspect.module.css'

// prettier-ignore
const protocols = [
  'HTTPS', 'gRPC', 'GraphQL', 'WebSocket', 'SSE', 'AMQP', 'Kafka', 'SQL', 'RESP', 'MQTT', 'SMTP', 'TCP', 'UDP', 'DNS',
]
const typeOptions = (Object.keys(edgeTypes) as EdgeType[]).map((value) => ({
  value,
  title: edgeTypes[value].title,
}))

interface InspectConnectionProps {
  readonly edge: DesignEdge
  readonly graph: Graph
  readonly handle: CanvasHandle
  readonly isReadOnly: boolean
}

export function InspectConnection({ edge, graph, handle, isReadOnly }: InspectConnectionProps) {
  return (
    <div className={css.form}>
      <h3 className={css.title}>
        {nameOf(graph, edge.from)} <span aria-label="to">→</span> {nameOf(graph, edge.to)}
      </h3>
      <Select
        label="Type"
        value={edge.type}
        options={typeOptions}
        disabled={isReadOnly}
        onChange={(type) => handle.changeConnection(edge.id, { type })}
      />
      <p className={css.quiet}>{edgeTypes[edge.type].about}</p>
      <DraftField
        label="Protocol"
        value={edge.protocol}
        suggestions={protocols}
        maxLength={60}
        disabled={isReadOnly}
        onDone={(protocol) => handle.changeConnection(edge.id, { protocol })}
      />
      <DraftField
        label="Label"
        value={edge.label}
        maxLength={maxLabelLength}
        disabled={isReadOnly}
        onDone={(label) => handle.changeConnection(edge.id, { label })}
      />
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
