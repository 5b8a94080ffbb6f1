import type { DesignNode, Graph } from '#shared/design/design.ts'
import { maxLabelLength } from '#shared/design/board-schema.ts'
import { maxReplicas } from '#shared/design/limits.ts'
import type { CanvasHandle } from '#client/lib/canvas-handle.ts'
import { kindGroups, type Kind, type KindGroup } from '#shared/kinds/define-kind.ts'
import { findKind } from '#shared/kinds/find-kind.ts'
import { kinds } from '#shared/kinds/index.ts'
import { Select, type SelectOption } from '#client/ui/select.tsx'
import { ComponentProperties } from './component-properties.tsx'
import { Connections } from './connections.tsx'
import { DraftField } from './draft-field.tsx'
import css from './inspect.module.css'
import { problemOf } from './property-field.tsx'
import { printNumber, readNumber } from './read-number.ts'

interface InspectComponentProps {
  readonly node: DesignNode
  readonly graph: Graph
  readonly handle: CanvasHandle
  readonly isReadOnly: boolean
}

export function InspectComponent(props: InspectComponentProps) {
  const { node, handle, isReadOnly } = props
  const kind = findKind(node.kind)
  return (
    <div className={css.panel}>
      <h3 className={css.title}>{kind.title}</h3>
      <Basics {...props} kind={kind} />
      <ComponentProperties nodes={[node]} handle={handle} isReadOnly={isReadOnly} />
      <Connections {...props} />
      <dl className={css.about}>
        <dt>For</dt>
        <dd>{kind.isFor}</dd>
        <dt>Not for</dt>
        <dd>{kind.notFor}</dd>
      </dl>
    </div>
  )
}

function Basics({ node, graph, handle, isReadOnly, kind }: InspectComponentProps & { kind: Kind }) {
  return (
    <>
      <DraftField
        label="Label"
        value={node.label}
        placeholder={kind.title}
        maxLength={maxLabelLength}
        disabled={isReadOnly}
        onDone={(label) => handle.changeComponent(node.id, { label })}
      />
      <div className={css.pair}>
        <DraftField
          label="Technology"
          value={node.technology}
          suggestions={kind.technologies}
          maxLength={maxLabelLength}
          disabled={isReadOnly}
          onDone={(technology) => handle.changeComponent(node.id, { technology })}
        />
        <DraftField
          label="Replicas"
          value={printNumber(node.replicas ?? 1)}
          inputMode="decimal"
          disabled={isReadOnly}
          check={(text) => problemOf(text, { min: 1, max: maxReplicas })}
          onDone={(text) =>
            handle.changeComponent(node.id, { replicas: Math.round(readNumber(text) ?? 1) })
          }
        />
      </div>
      <Select
        label="Kind"
        value={node.kind}
        options={kindOptions(node.kind)}
        disabled={isReadOnly}
        onChange={(id) => handle.changeComponent(node.id, { kind: id })}
      />
      <Select
        label="Inside"
        value={node.groupId ?? ''}
        options={[
          { value: '', title: 'No boundary' },
          ...graph.groups.map((group) => ({ value: group.id, title: group.label || group.type })),
        ]}
        disabled={isReadOnly}
        onChange={(id) => handle.moveInto(node.id, id === '' ? undefined : id)}
      />
    </>
  )
}

/** By family and in the palette's order. */
function kindOptions(current: string): readonly SelectOption<string>[] {
  const groups = Object.keys(kindGroups) as KindGroup[]
  const known = groups.flatMap((group) =>
    kinds
      .filter((kind) => kind.group === group)
      .map((kind) => ({ value: kind.id, title: kind.title, group: kindGroups[group] })),
  )
  const isKnown = known.some((option) => option.value === current)
  return isKnown ? known : [{ value: current, title: findKind(current).title }, ...known]
}
