/** Carries out the changes of a graph. */
import type { Graph } from '#shared/design/design.ts'
import { forParts, type ByPart, type GraphDiff, type GraphPart } from './design-diff.ts'
import { pluralOf, type FieldChange, type Rename } from './graph-changes.ts'
import {
  edgeOfFields,
  fieldsOf,
  groupOfFields,
  nodeOfFields,
  referenceOf,
  type Fields,
  type Thing,
} from './thing-fields.ts'

/** The later graph of the earlier one, with the later ids and in the later order. */
export function applyGraph(graph: Graph, diff: GraphDiff): Graph {
  const patch = new Patch(diff)
  return {
    nodes: patch.sorted('nodes', [
      ...patch.kept('nodes', graph.nodes).map((thing) => patch.node(thing)),
      ...diff.graph.flatMap((one) =>
        one.change === 'added' && one.what === 'node' ? [one.thing] : [],
      ),
    ]),
    edges: patch.sorted('edges', [
      ...patch.kept('edges', graph.edges).map((thing) => patch.edge(thing)),
      ...diff.graph.flatMap((one) =>
        one.change === 'added' && one.what === 'edge' ? [one.thing] : [],
      ),
    ]),
    groups: patch.sorted('groups', [
      ...patch.kept('groups', graph.groups).map((thing) => patch.group(thing)),
      ...diff.graph.flatMap((one) =>
        one.change === 'added' && one.what === 'group' ? [one.thing] : [],
      ),
    ]),
  }
}

interface Named {
  readonly id: string
}

/** The changes of one difference, looked up by thing. */
class Patch {
  private readonly removed: ByPart<Set<string>> = forParts(() => new Set<string>())
  private readonly changes = new Map<string, (FieldChange | Rename)[]>()
  private readonly ids: ByPart<ReadonlyMap<string, string>>

  constructor(private readonly diff: GraphDiff) {
    this.ids = forParts((part) => new Map(diff.renumbered[part]))
    for (const one of diff.graph) {
      if (one.change === 'removed') this.removed[pluralOf(one.what)].add(one.thing.id)
      if (one.change !== 'changed' && one.change !== 'renamed') continue
      const name = `${one.what} ${one.id}`
      this.changes.set(name, [...(this.changes.get(name) ?? []), one])
    }
  }

  kept<T extends Named>(part: GraphPart, things: readonly T[]): readonly T[] {
    return things.filter(({ id }) => !this.removed[part].has(id))
  }

  node(thing: Graph['nodes'][number]) {
    return nodeOfFields(this.later('nodes', thing.id), this.patched({ what: 'node', thing }))
  }

  edge(thing: Graph['edges'][number]) {
    return edgeOfFields(this.later('edges', thing.id), this.patched({ what: 'edge', thing }))
  }

  group(thing: Graph['groups'][number]) {
    return groupOfFields(this.later('groups', thing.id), this.patched({ what: 'group', thing }))
  }

  sorted<T extends Named>(part: GraphPart, things: readonly T[]): readonly T[] {
    const later = this.diff.order[part]?.[1]
    if (later === undefined) return things
    const places = new Map(later.map((id, place) => [id, place]))
    return things.toSorted((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0))
  }

  private later(part: GraphPart, id: string): string {
    return this.ids[part].get(id) ?? id
  }

  private patched(thing: Thing): Fields {
    const fields = new Map(fieldsOf(thing))
    for (const [field, value] of fields) {
      const part = referenceOf(thing.what, field)
      if (part !== undefined) fields.set(field, this.later(part, String(value)))
    }
    for (const change of this.changes.get(`${thing.what} ${thing.thing.id}`) ?? []) {
      const field = change.change === 'renamed' ? 'label' : change.field
      if (change.to === undefined) fields.delete(field)
      else fields.set(field, change.to)
    }
    return fields
  }
}
