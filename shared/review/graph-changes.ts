/** The differences of two graphs, one entry for each thing and each field. */
import type { Graph, PropertyValue } from '#shared/design/design.ts'
import {
  placeOf,
  printPlace,
  type Geometry,
  type Place,
} from '#shared/exchange/mermaid/geometry.ts'
import { correspondencesOf, type Correspondences } from './correspondence.ts'
import { fieldsOf, referenceOf, type Thing, type What } from './thing-fields.ts'

interface Named {
  readonly what: What
  /** The earlier id. */
  readonly id: string
}

/** A field (`kind`, `type`, `from` …) or a property; what is absent was not said. */
export interface FieldChange extends Named {
  readonly change: 'changed'
  readonly field: string
  readonly from?: PropertyValue
  readonly to?: PropertyValue
}

export interface Rename extends Named {
  readonly change: 'renamed'
  readonly from: string
  readonly to: string
}

export interface Move extends Named {
  readonly change: 'moved'
  readonly from: Place
  readonly to: Place
}

/** What is added has its later ids, what is removed its earlier ones. */
export type GraphChange =
  | ({ readonly change: 'added' } & Thing)
  | ({ readonly change: 'removed' } & Thing)
  | Rename
  | FieldChange
  | Move

export interface PlacedGraph {
  readonly graph: Graph
  readonly geometry: Geometry
}

/**
 * What is removed comes first, then boundaries, components and arrows in the order of `after`. An id that is
 * another now is no change, nor is a field that names the same thing by its new id.
 */
export function changesOf(
  before: PlacedGraph,
  after: PlacedGraph,
  ids: Correspondences = correspondencesOf(before.graph, after.graph),
): readonly GraphChange[] {
  const was = new Map(thingsOf(before.graph).map((thing) => [nameOf(thing), thing]))
  const changes: GraphChange[] = []
  for (const thing of thingsOf(after.graph)) {
    const earlierId = ids[pluralOf(thing.what)].earlier.get(thing.thing.id)
    const name = earlierId === undefined ? 'new' : `${thing.what} ${earlierId}`
    const old = was.get(name)
    was.delete(name)
    if (old === undefined) changes.push({ change: 'added', ...thing })
    else changes.push(...fieldChanges(old, thing, ids), ...moveOf([old, thing], before, after))
  }
  const removed = [...was.values()].map((thing): GraphChange => ({ change: 'removed', ...thing }))
  return [...removed, ...changes]
}

export function pluralOf(what: What): keyof Correspondences {
  return what === 'node' ? 'nodes' : what === 'edge' ? 'edges' : 'groups'
}

function nameOf({ what, thing }: Thing): string {
  return `${what} ${thing.id}`
}

function thingsOf({ nodes, edges, groups }: Graph): readonly Thing[] {
  return [
    ...groups.map((thing) => ({ what: 'group', thing }) as const),
    ...nodes.map((thing) => ({ what: 'node', thing }) as const),
    ...edges.map((thing) => ({ what: 'edge', thing }) as const),
  ]
}

function fieldChanges(
  before: Thing,
  after: Thing,
  ids: Correspondences,
): readonly (FieldChange | Rename)[] {
  const [was, is] = [fieldsOf(before), fieldsOf(after)]
  const named = { what: after.what, id: before.thing.id }
  const fields = new Set([...was.keys(), ...is.keys()])
  return [...fields].flatMap((field) => {
    const [from, to] = [was.get(field), is.get(field)]
    const things = referenceOf(after.what, field)
    const isSame =
      things === undefined || from === undefined || to === undefined
        ? from === to
        : ids[things].later(String(from)) === to
    return isSame ? [] : [changeOf(named, field, from, to)]
  })
}

function changeOf(
  named: Named,
  field: string,
  from: PropertyValue | undefined,
  to: PropertyValue | undefined,
): FieldChange | Rename {
  if (field === 'label') return { change: 'renamed', ...named, from: String(from), to: String(to) }
  return {
    change: 'changed',
    ...named,
    field,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  }
}

/** A place is reported only where both are known and differ. */
function moveOf(
  [old, now]: readonly [Thing, Thing],
  before: PlacedGraph,
  after: PlacedGraph,
): readonly Move[] {
  if (now.what === 'edge') return []
  const from = placeOf(before.geometry, old.thing.id)
  const to = placeOf(after.geometry, now.thing.id)
  if (from === undefined || to === undefined || printPlace(from) === printPlace(to)) return []
  return [{ change: 'moved', what: now.what, id: old.thing.id, from, to }]
}
