/** What one arrow says, or several together: a change goes to all of them in one step. */
import type { DesignEdge, Properties } from '#shared/design/design.ts'
import { maxLabelLength } from '#shared/design/board-schema.ts'
import { edgeTypes, isEdgeType, type EdgeType } from '#shared/design/vocabulary.ts'
import { edgeProperties } from '#shared/kinds/edge-properties.ts'
import type { CanvasHandle } from '#client/lib/canvas-handle.ts'
import { Select } from '#client/ui/select.tsx'
import { protocolsOf, sectionsFor } from './connection-sections.ts'
import { DraftField } from './draft-field.tsx'
import css from './inspect.module.css'
import { PropertyForm } from './property-form.tsx'

type ConnectionChange = Parameters<CanvasHandle['changeConnection']>[1]

interface ConnectionFormProps {
  /** At least one. */
  readonly edges: readonly DesignEdge[]
  readonly handle: CanvasHandle
  readonly isReadOnly: boolean
}

export function ConnectionForm({ edges, handle, isReadOnly }: ConnectionFormProps) {
  const types = [...new Set(edges.map(({ type }) => type))]
  const protocol = commonOf(edges.map((edge) => edge.protocol))
  const label = commonOf(edges.map((edge) => edge.label))
  const forEach = (act: (id: string) => void) => {
    handle.asOneStep(() => {
      for (const { id } of edges) act(id)
    })
  }
  const change = (to: ConnectionChange) => forEach((id) => handle.changeConnection(id, to))
  return (
    <>
      <Types types={types} disabled={isReadOnly} onChange={(type) => change({ type })} />
      <div className={css.pair}>
        <DraftField
          label="Protocol"
          value={protocol ?? ''}
          placeholder={protocol === undefined ? 'Different' : ''}
          suggestions={protocolsOf(types)}
          maxLength={60}
          disabled={isReadOnly}
          onDone={(to) => change({ protocol: to.trim() })}
        />
        <Select
          label="Direction"
          value={directionOf(edges)}
          options={directions.filter(({ value }) => value !== '' || directionOf(edges) === '')}
          disabled={isReadOnly}
          onChange={(to) => {
            if (to !== '') change({ bothWays: to === 'both' })
          }}
        />
      </div>
      <DraftField
        label="Label"
        value={label ?? ''}
        placeholder={label === undefined ? 'Different' : ''}
        maxLength={maxLabelLength}
        disabled={isReadOnly}
        onDone={(to) => change({ label: to })}
      />
      <PropertyForm
        sections={sectionsFor(types)}
        definitions={edgeProperties}
        stated={edges.map(({ properties }) => withoutDirection(properties))}
        disabled={isReadOnly}
        onChange={(id, value) => forEach((edge) => handle.setProperty(edge, id, value))}
      />
    </>
  )
}

const directions = [
  { value: '', title: 'Different' },
  { value: 'one', title: 'One way' },
  { value: 'both', title: 'Both ways' },
] as const

function directionOf(edges: readonly DesignEdge[]): 'one' | 'both' | '' {
  const areBoth = edges.map(({ properties }) => properties['bothWays'] === true)
  const isBoth = commonOf(areBoth)
  if (isBoth === undefined) return ''
  return isBoth ? 'both' : 'one'
}

/** Heads of an arrow say it, and they have a field of their own. */
function withoutDirection(properties: Properties): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([id]) => id !== 'bothWays'))
}

interface TypesProps {
  readonly types: readonly EdgeType[]
  readonly disabled: boolean
  readonly onChange: (type: EdgeType) => void
}

function Types({ types, disabled, onChange }: TypesProps) {
  const type = commonOf(types)
  const options = Object.entries(edgeTypes).map(([value, { title }]) => ({ value, title }))
  return (
    <div className={css.explained}>
      <Select
        label="Type"
        value={type ?? ''}
        options={type === undefined ? [{ value: '', title: 'Different' }, ...options] : options}
        disabled={disabled}
        onChange={(value) => {
          if (isEdgeType(value)) onChange(value)
        }}
      />
      {type !== undefined && <p className={css.quiet}>{edgeTypes[type].about}</p>}
    </div>
  )
}

/** What all of them say; nothing when they differ. */
function commonOf<T>(values: readonly T[]): T | undefined {
  const [first, ...others] = values
  return others.every((value) => value === first) ? first : undefined
}
