/** The properties of what is selected under their heads, and a way to say any other one. */
import { useEffect, useRef, useState } from 'react'
import type { Properties, PropertyValue } from '#shared/design/design.ts'
import type { PropertyDefinition } from '#shared/kinds/define-property.ts'
import { Select } from '#client/ui/select.tsx'
import css from './inspect.module.css'
import { PropertyField } from './property-field.tsx'
import { statedBy, titleOf, unknownDefinition, type StatedProperty } from './stated-property.ts'

export interface FormSection {
  readonly title: string
  /** Where one form holds one section, its title is for those who hear the page. */
  readonly hidesTitle?: boolean
  readonly properties: readonly FormProperty[]
}

export type FormProperty = Pick<StatedProperty, 'id' | 'assumed'>

interface PropertyFormProps {
  readonly sections: readonly FormSection[]
  /** Every property that such a thing can state. */
  readonly definitions: Readonly<Record<string, PropertyDefinition>>
  /** What each of the selected things says. */
  readonly stated: readonly Properties[]
  readonly disabled: boolean
  readonly onChange: (property: string, value: PropertyValue | undefined) => void
}

export function PropertyForm(props: PropertyFormProps) {
  const { sections, definitions, stated, disabled, onChange } = props
  const [added, setAdded] = useState<readonly string[]>([])
  const form = useFocusOn(added.at(-1))
  const usual = new Set(sections.flatMap(({ properties }) => properties.map(({ id }) => id)))
  const said = stated.flatMap((one) => Object.keys(one))
  const more = [...new Set([...said, ...added])].filter((id) => !usual.has(id))
  const rest = Object.keys(definitions).filter((id) => !usual.has(id) && !more.includes(id))
  const all = [...sections, { title: 'More', properties: more.map((id) => ({ id })) }]
  return (
    <div ref={form} className={css.form}>
      {all.map(({ properties, ...section }) => (
        <Section key={section.title} {...section} isEmpty={properties.length === 0}>
          {properties.map((one) => {
            const property = { ...one, ...statedBy(stated, one.id) }
            const definition = definitions[one.id] ?? unknownDefinition(one.id, property.value)
            return (
              <div key={one.id} data-property={one.id}>
                <PropertyField
                  property={{ ...property, definition }}
                  disabled={disabled}
                  onChange={(value) => onChange(one.id, value)}
                />
              </div>
            )
          })}
        </Section>
      ))}
      {!disabled && rest.length > 0 && (
        <Select
          label="Say more"
          value=""
          options={[{ value: '', title: 'Choose a property …' }, ...optionsOf(rest, definitions)]}
          onChange={(id) => setAdded([...added.filter((one) => one !== id), id])}
        />
      )}
    </div>
  )
}

interface SectionProps extends Pick<FormSection, 'title' | 'hidesTitle'> {
  readonly isEmpty: boolean
  readonly children: React.ReactNode
}

function Section({ title, hidesTitle = false, isEmpty, children }: SectionProps) {
  if (isEmpty) return null
  return (
    <fieldset className={css.properties}>
      <legend className={hidesTitle ? 'lb-hidden' : undefined}>{title}</legend>
      {children}
    </fieldset>
  )
}

/** What was just asked for is written next. */
function useFocusOn(property: string | undefined) {
  const form = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (property === undefined) return
    const place = form.current?.querySelector(`[data-property="${CSS.escape(property)}"]`)
    place?.querySelector<HTMLElement>('input, select')?.focus()
  }, [property])
  return form
}

function optionsOf(ids: readonly string[], definitions: PropertyFormProps['definitions']) {
  return ids
    .flatMap((value) => {
      const definition = definitions[value]
      return definition === undefined ? [] : [{ value, title: titleOf(definition) }]
    })
    .toSorted((a, b) => a.title.localeCompare(b.title))
}
