import { boundaryTypes, edgeTypes } from '#shared/design/vocabulary.ts'
import type { Graph } from '#shared/design/design.ts'
import { ComponentRow } from './component-row.tsx'
import css from './import.module.css'
import type { ReadDrawing } from './read-drawing.ts'

interface UnderstoodProps {
  readonly drawing: ReadDrawing
  readonly chosen: ReadonlyMap<string, string>
  readonly onChoose: (id: string, kind: string) => void
}

/** Most rows of a list; the rest is only counted. */
const most = 60

/** What was made of a text: what there is to correct comes first. */
export function Understood({ drawing, chosen, onChoose }: UnderstoodProps) {
  const { components, graph, leftOut } = drawing
  const unsure = components.filter(({ confidence }) => confidence === 'unsure').length
  return (
    <>
      <section className={css.part} aria-label="Components">
        <h3>
          Components
          <span className={css.count}>
            {components.length.toLocaleString('en')}
            {unsure > 0 && ` · ${unsure} to look at`}
          </span>
        </h3>
        <ul className={css.list}>
          {components.slice(0, most).map((component) => (
            <ComponentRow
              key={component.node.id}
              component={component}
              chosen={chosen.get(component.node.id)}
              onChoose={(kind) => onChoose(component.node.id, kind)}
            />
          ))}
        </ul>
        <More count={components.length} />
      </section>
      <Lines title="Connections" lines={connectionLines(graph)} count={graph.edges.length} />
      <Lines title="Boundaries" lines={boundaryLines(graph)} count={graph.groups.length} />
      {leftOut.length > 0 && (
        <p className={css.muted}>
          Stays in the document, since a board holds the drawing alone: {leftOut.join(', ')}.
        </p>
      )}
    </>
  )
}

interface LinesProps {
  readonly title: string
  /** As many as are shown. */
  readonly lines: readonly string[]
  readonly count: number
}

function Lines({ title, lines, count }: LinesProps) {
  if (lines.length === 0) return null
  return (
    <section className={css.part} aria-label={title}>
      <h3>
        {title} <span className={css.count}>{count.toLocaleString('en')}</span>
      </h3>
      <ul className={`${css.list} ${css.plain}`}>
        {lines.map((line, i) => (
          <li key={i}>{line}</li>
        ))}
      </ul>
      <More count={count} />
    </section>
  )
}

function More({ count }: { readonly count: number }) {
  return count > most ? (
    <p className={css.muted}>and {(count - most).toLocaleString('en')} more</p>
  ) : null
}

function connectionLines({ nodes, edges }: Graph): readonly string[] {
  const labels = new Map(nodes.map(({ id, label }) => [id, label || id]))
  return edges.slice(0, most).map(({ from, to, type, label, protocol }) => {
    const said = label === protocol ? [protocol] : [protocol, label]
    const facts = [edgeTypes[type].title.toLowerCase(), ...said].filter(Boolean)
    return `${labels.get(from) ?? from} → ${labels.get(to) ?? to} (${facts.join(', ')})`
  })
}

function boundaryLines({ nodes, groups }: Graph): readonly string[] {
  return groups.slice(0, most).map(({ id, type, label, parentId }) => {
    const members = nodes.filter(({ groupId }) => groupId === id).length
    const outer = groups.find((group) => group.id === parentId)
    const what = boundaryTypes[type].title
    const where = outer === undefined ? '' : `in ${outer.label || outer.id}`
    const isNamed = label !== '' && label.toLowerCase() !== what.toLowerCase()
    const facts = [isNamed ? what.toLowerCase() : '', where].filter(Boolean).join(' ')
    const count = `${members} ${members === 1 ? 'component' : 'components'}`
    return `${label || what}${facts === '' ? '' : ` (${facts})`}: ${count}`
  })
}
