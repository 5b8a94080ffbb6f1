/** What comments say about the things of a diagram, gathered and set on them. */
import { maxReplicas } from '#shared/design/limits.ts'
import type { DesignEdge, DesignGroup, DesignNode, PropertyValue } from '#shared/design/design.ts'
import { isBoundaryType, isEdgeType } from '#shared/design/vocabulary.ts'
import { labelShown } from './write-label.ts'
import { readPlace, type Place } from './geometry.ts'
import type { Assignment, Statement } from './statement.ts'

/** Everything that is said about one thing. */
export interface Said {
  readonly assignments: readonly Assignment[]
  readonly isWhole: boolean
  /** Line of the first statement. */
  readonly line: number
}

/** Statements by what they speak of. */
export function gatherStatements(statements: readonly Statement[]): ReadonlyMap<string, Said> {
  const byTarget = new Map<string, Statement[]>()
  for (const statement of statements) {
    const before = byTarget.get(statement.target)
    if (before === undefined) byTarget.set(statement.target, [statement])
    else before.push(statement)
  }
  return new Map([...byTarget].map(([target, list]) => [target, together(list)]))
}

function together(list: readonly Statement[]): Said {
  return {
    assignments: list.flatMap(({ assignments }) => assignments),
    isWhole: list.some(({ isWhole }) => isWhole),
    line: list[0]?.line ?? 1,
  }
}

/**
 * What to set on a thing that is drawn with `label`: all that was said, but for a label that the drawing
 * no longer shows. Somebody edited the drawing, and meant it.
 */
export function heard(said: Said | undefined, label: string): readonly Assignment[] {
  if (said === undefined || !said.isWhole) return said?.assignments ?? []
  return said.assignments.filter(
    ({ name, isProperty, value }) =>
      isProperty || name !== 'label' || labelShown(String(value)) === label,
  )
}

/** The id that a comment gives a thing; the diagram's own name for it may be a shorter one. */
export function saidId(said: Said | undefined): string | undefined {
  const id = said?.assignments.findLast(({ name, isProperty }) => name === 'id' && !isProperty)
  return id === undefined ? undefined : String(id.value)
}

export function saidPlace(said: Said | undefined): Place | undefined {
  const place = said?.assignments.findLast(({ name, isProperty }) => name === 'at' && !isProperty)
  return place === undefined ? undefined : readPlace(String(place.value))
}

export function setOnNode(node: DesignNode, { name, isProperty, value }: Assignment): DesignNode {
  if (isProperty) return withProperty(node, name, value)
  if (name === 'kind' || name === 'label' || name === 'technology') {
    return { ...node, [name]: String(value) }
  }
  if (name === 'replicas' && isCount(value)) return { ...node, replicas: value }
  if (name === 'replicas' && typeof value === 'number') return node
  return isOwn(name) ? node : withProperty(node, name, value)
}

export function setOnEdge(edge: DesignEdge, { name, isProperty, value }: Assignment): DesignEdge {
  if (isProperty) return withProperty(edge, name, value)
  if (name === 'type' && isEdgeType(value)) return { ...edge, type: value }
  if (name === 'protocol' || name === 'label') return { ...edge, [name]: String(value) }
  return isOwn(name) ? edge : withProperty(edge, name, value)
}

export function setOnGroup(group: DesignGroup, { name, value }: Assignment): DesignGroup {
  if (name === 'type' && isBoundaryType(value)) return { ...group, type: value }
  return name === 'label' ? { ...group, label: String(value) } : group
}

function withProperty<T extends DesignNode | DesignEdge>(
  thing: T,
  name: string,
  value: PropertyValue,
): T {
  return { ...thing, properties: { ...thing.properties, [name]: value } }
}

/** Names that say who and where a thing is, not what. */
function isOwn(name: string): boolean {
  return name === 'id' || name === 'at'
}

function isCount(value: PropertyValue): value is number {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= maxReplicas
}
