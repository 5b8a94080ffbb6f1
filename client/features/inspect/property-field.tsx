/** One property of a component, as its definition says: unit, range, default in grey. */
import type { PropertyValue } from '#shared/design/design.ts'
import type { KindProperty } from '#shared/kinds/define-kind.ts'
import { nodeProperties, type NodeProperty } from '#shared/kinds/node-properties.ts'
import { Select } from '#client/ui/select.tsx'
import { DraftField } from './draft-field.tsx'
import { printNumber, readNumber } from './read-number.ts'

interface PropertyFieldProps {
  readonly property: KindProperty
  readonly value: PropertyValue | undefined
  readonly disabled: boolean
  /** `undefined` goes back to the default. */
  readonly onChange: (value: PropertyValue | undefined) => void
}

export function PropertyField({ property, value, disabled, onChange }: PropertyFieldProps) {
  const definition: NodeProperty = nodeProperties[property.id]
  switch (definition.type) {
    case 'number':
      return (
        <DraftField
          label={titleWithUnit(definition)}
          value={typeof value === 'number' ? printNumber(value) : ''}
          placeholder={placeholderOf(property)}
          hint={definition.about}
          disabled={disabled}
          inputMode="decimal"
          check={(text) => problemOf(text, definition)}
          onDone={(text) => onChange(readNumber(text))}
        />
      )
    case 'text':
      return (
        <DraftField
          label={definition.title}
          value={typeof value === 'string' ? value : ''}
          placeholder={placeholderOf(property)}
          hint={definition.about}
          disabled={disabled}
          maxLength={500}
          onDone={(text) => onChange(text.trim() === '' ? undefined : text)}
        />
      )
    case 'choice':
      return (
        <Choice
          title={definition.title}
          options={definition.options}
          {...{ property, value, disabled, onChange }}
        />
      )
    case 'flag':
      return (
        <Choice
          title={definition.title}
          options={['yes', 'no']}
          property={property}
          value={typeof value === 'boolean' ? wordOf(value) : undefined}
          disabled={disabled}
          onChange={(word) => onChange(word === undefined ? undefined : word === 'yes')}
        />
      )
    default:
      return definition satisfies never
  }
}

interface ChoiceProps extends PropertyFieldProps {
  readonly title: string
  readonly options: readonly string[]
}

function Choice({ title, options, property, value, disabled, onChange }: ChoiceProps) {
  const assumed = placeholderOf(property)
  const unset = assumed === '' ? 'Not said' : `Not said (${assumed})`
  return (
    <Select
      label={title}
      value={typeof value === 'string' ? value : ''}
      options={[
        { value: '', title: unset },
        ...options.map((option) => ({ value: option, title: option })),
      ]}
      disabled={disabled}
      onChange={(option) => onChange(option === '' ? undefined : option)}
    />
  )
}

function placeholderOf(property: KindProperty): string {
  if (property.default === undefined) return ''
  if (typeof property.default === 'number') return printNumber(property.default)
  return typeof property.default === 'boolean' ? wordOf(property.default) : property.default
}

function wordOf(flag: boolean): string {
  return flag ? 'yes' : 'no'
}

type NumberProperty = Extract<NodeProperty, { type: 'number' }>

function titleWithUnit({ title, unit }: NumberProperty): string {
  return unit === '' ? title : `${title} (${unit})`
}

/** A sentence when a text is no number in the range; empty text is the default and fits. */
export function problemOf(
  text: string,
  { min, max }: Pick<NumberProperty, 'min' | 'max'>,
): string | undefined {
  if (text.trim() === '') return undefined
  const value = readNumber(text)
  if (value === undefined) return 'Write a number, for example 4,600 or 1.2k.'
  if (value >= min && value <= max) return undefined
  return `Write a number from ${printNumber(min)} to ${printNumber(max)}.`
}
