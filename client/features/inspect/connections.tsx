/** What a component is connected with, and a way to connect it without a mouse. */
import type { DesignNode, Graph } from '#shared/design/design.ts'
import { edgeTypes } from '#shared/design/vocabulary.ts'
import type { CanvasHandle } from '#client/lib/canvas-handle.ts'
import { findKind } from '#shared/kinds/find-kind.ts'
import { Button } from '#client/ui/button.tsx'
import { Select } from '#client/ui/select.tsx'
import css from './inspect.module.css'

interface ConnectionsProps {
  readonly node: DesignNode
  readonly graph: Graph
  readonly handle: CanvasHandle
  readonly isReadOnly: boolean
}

export function Connections({ node, graph, handle, isReadOnly }: ConnectionsProps) {
  const names = new Map(graph.nodes.map((one) => [one.id, one.label || findKind(one.kind).title]))
  const touching = graph.edges.filter((edge) => edge.from === node.id || edge.to === node.id)
  const others = graph.nodes.filter((one) => one.id !== node.id)
  return (
    <section className={css.section}>
      <h4>Connections</h4>
      {touching.length === 0 && <p className={css.quiet}>None yet.</p>}
      <ul className={css.list}>
        {touching.map((edge) => {
          const isOut = edge.from === node.id
          const other = names.get(isOut ? edge.to : edge.from) ?? ''
          return (
            <li key={edge.id}>
              <Button look="quiet" small onClick={() => handle.show([edge.id])}>
                {isOut ? 'to' : 'from'} {other}
              </Button>
              <span className={css.quiet}>{edgeTypes[edge.type].title}</span>
            </li>
          )
        })}
      </ul>
      {!isReadOnly && others.length > 0 && (
        <Select
          label="Connect to"
          value=""
          options={[
            { value: '', title: 'Choose a component …' },
            ...others.map((one) => ({ value: one.id, title: names.get(one.id) ?? '' })),
          ]}
          onChange={(id) => {
            if (id !== '') handle.connect(node.id, id)
          }}
        />
      )}
    </section>
  )
}
