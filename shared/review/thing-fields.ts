/** A component, an arrow or a boundary as a list of named values, and back. */
import type {
  DesignEdge,
  DesignGroup,
  DesignNode,
  Properties,
  PropertyValue,
} from '#shared/design/design.ts'
import { isBoundaryType, isEdgeType } from '#shared/design/vocabulary.ts'

export type Thing =
  | { readonly what: 'node'; readonly thing: DesignNode }
  | { readonly what: 'edge'; readonly thing: DesignEdge }
  | { readonly what: 'group'; readonly thing: DesignGroup }
export type What = Thing['what']

/** Names of fields; a property that is called like one of them has a dot before it. */
export type Fields = ReadonlyMap<string, PropertyValue>

const ownFields: Readonly<Record<What, ReadonlySet<string>>> = {
  node: new Set(['kind', 'label', 'technology', 'replicas', 'groupId']),
  edge: new Set(['from', 'to', 'type', 'label', 'protocol']),
  group: new Set(['type', 'label', 'parentId']),
}

/** Fields that hold the id of something else, and what that is. */
const references: ReadonlyMap<string, 'nodes' | 'groups'> = new Map([
  ['edge from', 'nodes'],
  ['edge to', 'nodes'],
  ['node groupId', 'groups'],
  ['group parentId', 'groups'],
])

export function referenceOf(what: What, field: string): 'nodes' | 'groups' | undefined {
  return references.get(`${what} ${field}`)
}

/** Fields and properties in one list, without the id; what was not said is absent. */
export function fieldsOf({ what, thing }: Thing): Fields {
  const fields = new Map<string, PropertyValue>()
  for (const [name, value] of Object.entries(thing)) {
    if (ownFields[what].has(name) && isValue(value)) fields.set(name, value)
  }
  if (!('properties' in thing)) return fields
  for (const [name, value] of Object.entries(thing.properties)) {
    fields.set(ownFields[what].has(name) || name.startsWith('.') ? `.${name}` : name, value)
  }
  return fields
}

/** The name of a property, or nothing where the field is the thing's own. */
export function propertyName(what: What, field: string): string | undefined {
  if (field.startsWith('.')) return field.slice(1)
  return ownFields[what].has(field) ? undefined : field
}

export function nodeOfFields(id: string, fields: Fields): DesignNode {
  const replicas = fields.get('replicas')
  return {
    id,
    kind: textIn(fields, 'kind'),
    label: textIn(fields, 'label'),
    technology: textIn(fields, 'technology'),
    ...(typeof replicas === 'number' ? { replicas } : {}),
    properties: propertiesIn('node', fields),
    ...(fields.has('groupId') ? { groupId: textIn(fields, 'groupId') } : {}),
  }
}

/** A type that nobody knows reads as a synchronous call. */
export function edgeOfFields(id: string, fields: Fields): DesignEdge {
  const type = fields.get('type')
  return {
    id,
    from: textIn(fields, 'from'),
    to: textIn(fields, 'to'),
    type: isEdgeType(type) ? type : 'sync',
    label: textIn(fields, 'label'),
    protocol: textIn(fields, 'protocol'),
    properties: propertiesIn('edge', fields),
  }
}

/** A type that nobody knows reads as a private network. */
export function groupOfFields(id: string, fields: Fields): DesignGroup {
  const type = fields.get('type')
  return {
    id,
    type: isBoundaryType(type) ? type : 'network',
    label: textIn(fields, 'label'),
    ...(fields.has('parentId') ? { parentId: textIn(fields, 'parentId') } : {}),
  }
}

function textIn(fields: Fields, name: string): string {
  return String(fields.get(name) ?? '')
}

function propertiesIn(what: What, fields: Fields): Properties {
  const properties = [...fields].flatMap(([field, value]) => {
    const name = propertyName(what, field)
    return name === undefined ? [] : [[name, value] as const]
  })
  return Object.fromEntries(properties)
}

function isValue(value: unknown): value is PropertyValue {
  return ['string', 'number', 'boolean'].includes(typeof value)
}
