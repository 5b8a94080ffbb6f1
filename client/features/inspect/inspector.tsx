/** What is selected, and everything about it that can be said. */
import type { DesignEdge, DesignGroup, DesignNode, Graph } from '#shared/design/design.ts'
import type { CanvasHandle } from '#client/lib/canvas-handle.ts'
import { useCanvasGraph, useCanvasSelection, useIsReadOnly } from '#client/lib/use-canvas.ts'
import { EmptyState } from '#client/ui/empty-state.tsx'
import { InspectBoundary } from './inspect-boundary.tsx'
import { InspectComponent } from './inspect-component.tsx'
import { InspectConnection } from './inspect-connection.tsx'
import { InspectSeveral } from './inspect-several.tsx'

type Subject =
  | { readonly type: 'nothing' }
  | { readonly type: 'component'; readonly node: DesignNode }
  | { readonly type: 'connection'; readonly edge: DesignEdge }
  | { readonly type: 'boundary'; readonly group: DesignGroup }
  | { readonly type: 'several'; readonly ids: readonly string[] }
  | { readonly type: 'drawing' }

export function Inspector({ handle }: { handle: CanvasHandle }) {
  const graph = useCanvasGraph(handle)
  const selection = useCanvasSelection(handle)
  const isReadOnly = useIsReadOnly(handle)
  const subject = subjectOf(graph, selection)
  const shared = { handle, graph, isReadOnly }
  switch (subject.type) {
    case 'component':
      return <InspectComponent key={subject.node.id} node={subject.node} {...shared} />
    case 'connection':
      return <InspectConnection key={subject.edge.id} edge={subject.edge} {...shared} />
    case 'boundary':
      return <InspectBoundary key={subject.group.id} group={subject.group} {...shared} />
    case 'several':
      return <InspectSeveral ids={subject.ids} {...shared} />
    case 'drawing':
      return (
        <EmptyState
          icon="edit"
          title="A drawing, not a component"
          text="It is part of the picture and takes no part in the design. Its colours are in the style panel."
        />
      )
    case 'nothing':
      return (
        <EmptyState
          icon="inspect"
          title="Nothing selected"
          text="Select a component, an arrow or a boundary to see and change what it says."
        />
      )
    default:
      return subject satisfies never
  }
}

function subjectOf(graph: Graph, selection: readonly string[]): Subject {
  const [id] = selection
  if (id === undefined) return { type: 'nothing' }
  if (selection.length > 1) return { type: 'several', ids: selection }
  const node = graph.nodes.find((one) => one.id === id)
  if (node !== undefined) return { type: 'component', node }
  const edge = graph.edges.find((one) => one.id === id)
  if (edge !== undefined) return { type: 'connection', edge }
  const group = graph.groups.find((one) => one.id === id)
  return group === undefined ? { type: 'drawing' } : { type: 'boundary', group }
}
