import { kindGroups, type KindGroup } from '#shared/kinds/define-kind.ts'
import { findInPalette } from '#shared/kinds/find-in-palette.ts'
import { palette } from '#shared/kinds/palette.ts'
import { Badge } from '#client/ui/badge.tsx'
import { Button } from '#client/ui/button.tsx'
import { Select, type SelectOption } from '#client/ui/select.tsx'
import css from './import.module.css'
import type { ReadComponent } from './read-drawing.ts'

interface ComponentRowProps {
  readonly component: ReadComponent
  /** The kind that a person chose instead. */
  readonly chosen: string | undefined
  readonly onChoose: (kind: string) => void
}

/** What a box that nothing is known of mostly is. */
const usual = ['service', 'worker', 'external-service']

/** A component as it was understood; what else it may be is one click away. */
export function ComponentRow({ component, chosen, onChoose }: ComponentRowProps) {
  const { node, confidence, alternatives } = component
  const kind = findInPalette(chosen ?? node.kind)
  const name = node.label || kind.title
  const offered = alternatives.length > 0 || confidence === 'sure' ? alternatives : usual
  const others = [...new Set([node.kind, ...offered])].filter((id) => id !== kind.id)
  const offersOthers = confidence !== 'sure' || chosen !== undefined
  return (
    <li className={css.component}>
      <span className={css.icon}>
        <svg
          aria-hidden="true"
          width="18"
          height="18"
          viewBox="0 0 24 24"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.75"
          strokeLinecap="round"
          strokeLinejoin="round"
          dangerouslySetInnerHTML={{ __html: kind.icon }}
        />
      </span>
      <div className={css.name}>
        <strong>{name}</strong>
        {chosen === undefined ? <Sureness confidence={confidence} /> : <Badge>Chosen</Badge>}
        {node.technology !== '' && node.technology !== name && (
          <span className={css.technology}>{node.technology}</span>
        )}
      </div>
      <Select
        label={`Kind of ${name}`}
        hideLabel
        value={kind.id}
        options={kindOptions(kind.id)}
        onChange={onChoose}
      />
      {offersOthers && others.length > 0 && (
        <div className={css.alternatives}>
          or
          {others.slice(0, 3).map((id) => (
            <Button
              key={id}
              small
              aria-label={`${name} is: ${findInPalette(id).title}`}
              onClick={() => onChoose(id)}
            >
              {findInPalette(id).title}
            </Button>
          ))}
        </div>
      )}
    </li>
  )
}

/** Only what there is to look at says so; what is sure needs no word. */
function Sureness({ confidence }: Pick<ReadComponent, 'confidence'>) {
  if (confidence === 'sure') return null
  const isUnsure = confidence === 'unsure'
  return <Badge tone={isUnsure ? 'warning' : 'neutral'}>{isUnsure ? 'Unsure' : 'Likely'}</Badge>
}

function kindOptions(current: string): readonly SelectOption<string>[] {
  const isKnown = palette.some(({ id }) => id === current)
  const own = isKnown ? [] : [{ value: current, title: findInPalette(current).title }]
  return [...own, ...knownKinds()]
}

function knownKinds(): readonly SelectOption<string>[] {
  const groups = new Map<KindGroup, SelectOption<string>[]>()
  for (const { id, title, group } of palette) {
    const options = groups.get(group) ?? []
    options.push({ value: id, title, group: kindGroups[group] })
    groups.set(group, options)
  }
  return [...groups.values()].flat()
}
