/** What has to be said in comments about the things of a graph: all that the drawing does not show. */
import type { DesignEdge, DesignGroup, DesignNode, Properties } from '#shared/design/design.ts'
import { printPlace, type Place } from './geometry.ts'
import { classOfKind } from './kind-class.ts'
import type { Assignment } from './statement.ts'
import { isKeptByLabel } from './write-label.ts'

/** Names of fields, which a property so called must be told apart from. */
const nodeFields = new Set(['id', 'at', 'kind', 'label', 'technology', 'replicas'])
const edgeFields = new Set(['id', 'at', 'type', 'label', 'protocol'])

export function sayNode(
  node: DesignNode,
  name: string,
  place: Place | undefined,
): readonly Assignment[] {
  const said = [
    ...(node.id === name ? [] : [field('id', node.id)]),
    ...(place === undefined ? [] : [field('at', printPlace(place))]),
    ...(classOfKind(node.kind) === undefined ? [field('kind', node.kind)] : []),
    ...sayLabel(node.label),
    ...(node.technology === '' ? [] : [field('technology', node.technology)]),
    ...(node.replicas === undefined ? [] : [field('replicas', node.replicas)]),
    ...sayProperties(node.properties, nodeFields),
  ]
  // Something is always said, so that a reader infers nothing from the label.
  return said.length === 0 ? [field('technology', '')] : said
}

export function sayEdge(edge: DesignEdge, naturalId: string): readonly Assignment[] {
  const { bothWays, ...rest } = edge.properties
  const shown = bothWays === true || bothWays === undefined ? rest : edge.properties
  return [
    ...(edge.id === naturalId ? [] : [field('id', edge.id)]),
    field('type', edge.type),
    ...sayLabel(edge.label),
    ...(edge.protocol === '' ? [] : [field('protocol', edge.protocol)]),
    ...sayProperties(shown, edgeFields),
  ]
}

export function sayGroup(
  group: DesignGroup,
  name: string,
  place: Place | undefined,
): readonly Assignment[] {
  return [
    ...(group.id === name ? [] : [field('id', group.id)]),
    ...(place === undefined ? [] : [field('at', printPlace(place))]),
    field('type', group.type),
    ...sayLabel(group.label),
  ]
}

function sayLabel(label: string): readonly Assignment[] {
  return isKeptByLabel(label) ? [] : [field('label', label)]
}

function sayProperties(properties: Properties, fields: ReadonlySet<string>): readonly Assignment[] {
  const names = Object.keys(properties).toSorted()
  return names.flatMap((name) => {
    const value = properties[name]
    const isProperty = fields.has(name) || name === '' || name.startsWith('.')
    return value === undefined ? [] : [{ name, isProperty, value }]
  })
}

function field(name: string, value: string | number): Assignment {
  return { name, isProperty: false, value }
}
