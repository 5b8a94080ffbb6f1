/** One property, as its definition says: unit, range, default in grey. */
import type { PropertyValue } from '#shared/design/design.ts'
import type { PropertyDefinition } from '#shared/kinds/define-property.ts'
import { Select } from '#client/ui/select.tsx'
import { DraftField } from './draft-field.tsx'
import { readMeasure } from './read-measure.ts'
import { printNumber } from './read-number.ts'
import { titleOf, type StatedProperty } from './stated-property.ts'

interface PropertyFieldProps {
  readonly property: StatedProperty
  readonly disabled: boolean
  /** `undefined` goes back to the default. */
  readonly onChange: (value: PropertyValue | undefined) => void
}

export function PropertyField({ property, disabled, onChange }: PropertyFieldProps) {
  const { definition, value } = property
  switch (definition.type) {
    case 'number':
      return (
        <DraftField
          label={titleOf(definition)}
          value={typeof value === 'number' ? printNumber(value) : ''}
          placeholder={unsetOf(property)}
          hint={definition.about}
          disabled={disabled}
          inputMode="decimal"
          check={(text) => problemOf(text, definition)}
          onDone={(text) => onChange(readMeasure(text, definition.unit))}
        />
      )
    case 'text':
      return (
        <DraftField
          label={definition.title}
          value={typeof value === 'string' ? value : ''}
          placeholder={unsetOf(property)}
          hint={definition.about}
          disabled={disabled}
          maxLength={500}
          onDone={(text) => onChange(text.trim() === '' ? undefined : text)}
        />
      )
    case 'choice':
      return (
        <Choice
          options={definition.options}
          chosen={typeof value === 'string' ? value : undefined}
          {...{ property, disabled, onChange }}
        />
      )
    case 'flag':
      return (
        <Choice
          options={['yes', 'no']}
          chosen={typeof value === 'boolean' ? wordOf(value) : undefined}
          property={property}
          disabled={disabled}
          onChange={(word) => onChange(word === undefined ? undefined : word === 'yes')}
        />
      )
    default:
      return definition satisfies never
  }
}

interface ChoiceProps extends PropertyFieldProps {
  readonly options: readonly string[]
  readonly chosen: string | undefined
}

/** An option of a list has no grey: "Not said" is one, and so is what several things say differently. */
function Choice({ options, chosen, property, disabled, onChange }: ChoiceProps) {
  const { definition, assumed, differs = false } = property
  const unset = assumed === undefined ? 'Not said' : `Not said (${printValue(assumed)})`
  const known = chosen === undefined || options.includes(chosen) ? options : [chosen, ...options]
  return (
    <Select
      label={definition.title}
      value={differs ? 'different' : `is ${chosen ?? ''}`}
      options={[
        ...(differs ? [{ value: 'different', title: 'Different' }] : []),
        { value: 'is ', title: unset },
        ...known.map((option) => ({ value: `is ${option}`, title: option })),
      ]}
      disabled={disabled}
      onChange={(option) => {
        if (option !== 'different') onChange(option === 'is ' ? undefined : option.slice(3))
      }}
    />
  )
}

function unsetOf({ assumed, differs = false }: StatedProperty): string {
  if (differs) return 'Different'
  return assumed === undefined ? '' : printValue(assumed)
}

function printValue(value: PropertyValue): string {
  if (typeof value === 'number') return printNumber(value)
  return typeof value === 'boolean' ? wordOf(value) : value
}

function wordOf(flag: boolean): string {
  return flag ? 'yes' : 'no'
}

interface Range extends Pick<Extract<PropertyDefinition, { type: 'number' }>, 'min' | 'max'> {
  readonly unit?: string
}

/** A sentence when a text is no number in the range; empty text is the default and fits. */
export function problemOf(text: string, { min, max, unit = '' }: Range): string | undefined {
  if (text.trim() === '') return undefined
  const value = readMeasure(text, unit)
  if (value === undefined) return `Write a number, for example ${exampleOf(unit)}.`
  if (value >= min && value <= max) return undefined
  return `Write a number from ${printNumber(min)} to ${printNumber(max)}.`
}

function exampleOf(unit: string): string {
  if (unit === 'ms') return '200 or 2 s'
  if (unit === 's' || unit === 'h') return '90 or 2 days'
  if (unit === '%') return '25 or 99.95'
  return unit === 'GB' ? '500 or 2 TB' : '4,600 or 1.2k'
}
