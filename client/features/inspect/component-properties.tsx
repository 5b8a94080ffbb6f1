/** What is known about one component, or about several together: a change goes to all in one step. */
import type { DesignNode } from '#shared/design/design.ts'
import { findKind } from '#shared/kinds/find-kind.ts'
import { nodeProperties } from '#shared/kinds/node-properties.ts'
import type { CanvasHandle } from '#client/lib/canvas-handle.ts'
import { PropertyForm, type FormProperty } from './property-form.tsx'

interface ComponentPropertiesProps {
  /** At least one. */
  readonly nodes: readonly DesignNode[]
  readonly handle: CanvasHandle
  readonly isReadOnly: boolean
}

export function ComponentProperties({ nodes, handle, isReadOnly }: ComponentPropertiesProps) {
  return (
    <PropertyForm
      sections={[
        { title: 'What is known about it', hidesTitle: true, properties: propertiesOf(nodes) },
      ]}
      definitions={nodeProperties}
      stated={nodes.map(({ properties }) => properties)}
      disabled={isReadOnly}
      onChange={(property, value) => {
        handle.asOneStep(() => {
          for (const { id } of nodes) handle.setProperty(id, property, value)
        })
      }}
    />
  )
}

/** What all their kinds are asked for, with the default where it is the same. */
function propertiesOf(nodes: readonly DesignNode[]): readonly FormProperty[] {
  const [first = [], ...others] = [...new Set(nodes.map(({ kind }) => kind))].map(
    (kind) => findKind(kind).properties,
  )
  return first.flatMap((property) => {
    const same = others.map((properties) => properties.find(({ id }) => id === property.id))
    if (same.includes(undefined)) return []
    const isAgreed = same.every((one) => one?.default === property.default)
    return [{ id: property.id, assumed: isAgreed ? property.default : undefined }]
  })
}
