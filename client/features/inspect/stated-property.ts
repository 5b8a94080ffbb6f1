/** A property as a form shows it: what it means, what is said of it, and what is assumed while nothing is. */
import type { Properties, PropertyValue } from '#shared/design/design.ts'
import type { PropertyDefinition } from '#shared/kinds/define-property.ts'

export interface StatedProperty {
  readonly id: string
  readonly definition: PropertyDefinition
  /** Shown in grey while nobody says otherwise. */
  readonly assumed?: PropertyValue | undefined
  readonly value?: PropertyValue | undefined
  /** Whether several things are edited together that do not say the same. */
  readonly differs?: boolean
}

type Stated = Pick<StatedProperty, 'value' | 'differs'>

/** What one thing, or several together, say of a property. */
export function statedBy(all: readonly Properties[], id: string): Stated {
  const [first, ...others] = all
  const value = first?.[id]
  if (others.every((properties) => properties[id] === value)) return { value }
  return { differs: true }
}

/** A property that a newer version wrote: its name and value are all that is known of it. */
export function unknownDefinition(
  id: string,
  value: PropertyValue | undefined,
): PropertyDefinition {
  const about = 'This version does not know what it means.'
  if (typeof value === 'number') {
    return { type: 'number', title: id, unit: '', min: -1e15, max: 1e15, about }
  }
  return { type: typeof value === 'boolean' ? 'flag' : 'text', title: id, about }
}

/** Its title as a field or a list names it. */
export function titleOf(definition: PropertyDefinition): string {
  const { title } = definition
  const unit = definition.type === 'number' ? definition.unit : ''
  return unit === '' ? title : `${title} (${unit})`
}
