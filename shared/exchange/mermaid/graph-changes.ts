/** The differences of two graphs whose ids agree, one entry for each thing and each field. */
import type {
  DesignEdge,
  DesignGroup,
  DesignNode,
  Graph,
  PropertyValue,
} from '#shared/design/design.ts'
import { placeOf, printPlace, type Geometry, type Place } from './geometry.ts'

export type Thing =
  | { readonly what: 'node'; readonly thing: DesignNode }
  | { readonly what: 'edge'; readonly thing: DesignEdge }
  | { readonly what: 'group'; readonly thing: DesignGroup }

interface Named {
  readonly what: Thing['what']
  readonly id: string
}

export type GraphChange =
  | ({ readonly change: 'added' | 'removed' } & Thing)
  | ({ readonly change: 'renamed'; readonly from: string; readonly to: string } & Named)
  /** A field (`kind`, `type`, `from` …) or a property; what is absent was not said. */
  | ({
      readonly change: 'changed'
      readonly field: string
      readonly from?: PropertyValue
      readonly to?: PropertyValue
    } & Named)
  | ({ readonly change: 'moved'; readonly to: Place } & Named)

export interface PlacedGraph {
  readonly graph: Graph
  readonly geometry: Geometry
}

/** What is removed comes first, then boundaries, components and arrows in the order of `after`. */
export function changesOf(before: PlacedGraph, after: PlacedGraph): readonly GraphChange[] {
  const [was, is] = [thingsOf(before.graph), thingsOf(after.graph)]
  const removed = [...was]
    .filter(([key]) => !is.has(key))
    .map(([, thing]): GraphChange => ({ change: 'removed', ...thing }))
  const rest = [...is].flatMap(([key, thing]): readonly GraphChange[] => {
    const old = was.get(key)
    if (old === undefined) return [{ change: 'added', ...thing }]
    return [...fieldChanges(old, thing), ...moveOf(thing, before.geometry, after.geometry)]
  })
  return [...removed, ...rest]
}

function thingsOf({ nodes, edges, groups }: Graph): ReadonlyMap<string, Thing> {
  return new Map<string, Thing>([
    ...groups.map((thing) => [`group ${thing.id}`, { what: 'group', thing }] as const),
    ...nodes.map((thing) => [`node ${thing.id}`, { what: 'node', thing }] as const),
    ...edges.map((thing) => [`edge ${thing.id}`, { what: 'edge', thing }] as const),
  ])
}

function fieldChanges(before: Thing, after: Thing): readonly GraphChange[] {
  const [was, is] = [fieldsOf(before.thing), fieldsOf(after.thing)]
  const named = { what: after.what, id: after.thing.id }
  const fields = new Set([...was.keys(), ...is.keys()])
  return [...fields].flatMap((field): readonly GraphChange[] => {
    const [from, to] = [was.get(field), is.get(field)]
    if (from === to) return []
    if (field === 'label') {
      return [{ change: 'renamed', ...named, from: String(from), to: String(to) }]
    }
    return [
      {
        change: 'changed',
        ...named,
        field,
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      },
    ]
  })
}

/** Fields and properties in one list; a property that is called like a field has a dot before it. */
function fieldsOf(thing: Thing['thing']): ReadonlyMap<string, PropertyValue> {
  const fields = new Map<string, PropertyValue>()
  for (const [name, value] of Object.entries(thing)) {
    if (name !== 'id' && isValue(value)) fields.set(name, value)
  }
  if (!('properties' in thing)) return fields
  for (const [name, value] of Object.entries(thing.properties)) {
    fields.set(fields.has(name) ? `.${name}` : name, value)
  }
  return fields
}

function isValue(value: unknown): value is PropertyValue {
  return ['string', 'number', 'boolean'].includes(typeof value)
}

/** A place is reported only where both are known and differ. */
function moveOf({ what, thing }: Thing, was: Geometry, is: Geometry): readonly GraphChange[] {
  if (what === 'edge') return []
  const [from, to] = [placeOf(was, thing.id), placeOf(is, thing.id)]
  if (from === undefined || to === undefined || printPlace(from) === printPlace(to)) return []
  return [{ change: 'moved', what, id: thing.id, to }]
}
