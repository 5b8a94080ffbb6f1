/**
 * What a label says besides the name, as properties: "TTL 24h", "multi-AZ", "OAuth", "nightly dump". Only
 * what is written is read, nothing is assumed; "no backup" is read as such, "without TLS" as nothing.
 */
import type { Properties, PropertyValue } from '#shared/design/design.ts'
import type { Kind } from '#shared/kinds/define-kind.ts'
import { edgeProperties, isEdgePropertyId } from '#shared/kinds/edge-properties.ts'
import { isNodePropertyId, nodeProperties } from '#shared/kinds/node-properties.ts'
import type { PropertyDefinition } from '#shared/kinds/define-property.ts'
import { anyPart, edgePart } from './call-readers.ts'
import { keepingPart } from './keeping-readers.ts'
import type { PropertyReader } from './property-reader.ts'
import { runningPart } from './running-readers.ts'

/** The properties that a component's label states, in the units of `nodeProperties`; a single word is a name. */
export function readNodeProperties(label: string, kind: Kind): Properties {
  if (!/[\s(]/.test(label)) return {}
  const properties = read(label, [...anyPart, ...runningPart, ...keepingPart], kind)
  return keep(properties, (id) => (isNodePropertyId(id) ? nodeProperties[id] : undefined))
}

/** The properties that an arrow's label states, in the units of `edgeProperties`; none for most. */
export function readEdgeProperties(label: string): Properties {
  const properties = read(label, [...anyPart, ...edgePart], undefined)
  return keep(properties, (id) => (isEdgePropertyId(id) ? edgeProperties[id] : undefined))
}

/** Characters of a label that are read. */
const longestRead = 600
const breaks = /<br\s*\/?>|\\n|\r?\n/gi
const denied =
  /(?:\b(?:no|not|without|lacks?|missing|non|never|lacking|isn't|aren't|todo:?)[\s-]+(?:\w+\s+)?|\b(?:un|non-))$/i

function read(
  label: string,
  readers: readonly PropertyReader[],
  kind: Kind | undefined,
): Record<string, PropertyValue> {
  const text = label.slice(0, longestRead).replace(breaks, ', ').replace(/\s+/g, ' ')
  const properties: Record<string, PropertyValue> = {}
  for (const { id, pattern, valueOf, fits, whenDenied } of readers) {
    if (Object.hasOwn(properties, id) || fits?.(kind) === false) continue
    const match = pattern.exec(text)
    if (match === null) continue
    const isDenied = denied.test(text.slice(0, match.index))
    const value = isDenied ? whenDenied : typeof valueOf === 'function' ? valueOf(match) : valueOf
    if (value !== undefined) properties[id] = value
  }
  return properties
}

function keep(
  properties: Readonly<Record<string, PropertyValue>>,
  definitionOf: (id: string) => PropertyDefinition | undefined,
): Properties {
  const entries = Object.entries(properties).filter(([id, value]) => {
    const definition = definitionOf(id)
    return definition !== undefined && isInRange(definition, value)
  })
  return Object.fromEntries(entries)
}

function isInRange(definition: PropertyDefinition, value: PropertyValue): boolean {
  switch (definition.type) {
    case 'number':
      return typeof value === 'number' && value >= definition.min && value <= definition.max
    case 'choice':
      return typeof value === 'string' && definition.options.includes(value)
    case 'flag':
      return typeof value === 'boolean'
    case 'text':
      return typeof value === 'string' && value !== ''
    default:
      return definition satisfies never
  }
}
