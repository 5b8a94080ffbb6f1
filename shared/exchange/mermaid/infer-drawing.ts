/** What each component of a drawing is: said by the drawing, or inferred from it as a whole. */
import { findKind } from '#shared/kinds/find-kind.ts'
import { kinds } from '#shared/kinds/index.ts'
import { inferKinds, type InferredNode } from '../infer/infer-kinds.ts'
import type { Said } from './apply-statements.ts'
import type { DiagramModel, DiagramNode } from './diagram-model.ts'
import { kindOfClasses } from './kind-class.ts'
import { parentsOf } from './parents-of.ts'
import type { PlainEdge } from './spread-group-edges.ts'

export interface DrawnKind extends InferredNode {
  /** Whether the diagram itself says the kind: by a class, a comment, or its notation. */
  readonly isStated: boolean
}

/** By id. A kind that the diagram says is sure and has no alternatives. */
export function inferDrawing(
  { nodes, groups }: DiagramModel,
  edges: readonly PlainEdge[],
  said: ReadonlyMap<string, Said>,
): ReadonlyMap<string, DrawnKind> {
  const stated = new Map(nodes.map((node) => [node.id, statedKind(node, said.get(node.id))]))
  if (nodes.every(({ id }) => stated.get(id) !== undefined && said.get(id)?.isWhole === true)) {
    return new Map(nodes.map(({ id }) => [id, asStated(stated.get(id) ?? '')]))
  }
  const parents = parentsOf(groups)
  const drawn = nodes.map(({ id, label, lines, shape, hint, classes }) => ({
    id,
    label: lines?.join('\n') ?? label,
    shape,
    hint,
    classes,
    ...known('kind', stated.get(id)),
    ...known('groupId', parents.ofNodes.get(id)),
  }))
  const frames = groups.map(({ id, label, isScope = false }) => ({
    id,
    label: isScope ? '' : label,
    ...known('parentId', parents.ofGroups.get(id)),
  }))
  const inferred = inferKinds(kinds, drawn, edges, frames)
  return new Map(nodes.map((node) => [node.id, settled(node, stated.get(node.id), inferred)]))
}

function known(key: 'kind' | 'groupId' | 'parentId', value: string | undefined) {
  return value === undefined ? {} : { [key]: value }
}

/** A class of the diagram, a comment, or the notation itself. */
function statedKind(node: DiagramNode, said: Said | undefined): string | undefined {
  const comment = said?.assignments.findLast(
    ({ name, isProperty }) => name === 'kind' && !isProperty,
  )
  const written = comment === undefined ? undefined : String(comment.value)
  return kindOfClasses(node.classes) ?? written ?? node.kind
}

function settled(
  { id, shape }: DiagramNode,
  stated: string | undefined,
  inferred: ReadonlyMap<string, InferredNode>,
): DrawnKind {
  const found = { ...(inferred.get(id) ?? asStated(stated ?? '')), isStated: false }
  if (stated !== undefined) return { ...asStated(stated), technology: found.technology }
  const isPerson = shape === 'person' && !findKind(found.kind).traits.includes('client')
  return isPerson ? { ...found, kind: 'web-client' } : found
}

function asStated(kind: string): DrawnKind {
  const sure = { confidence: 'sure', alternatives: [], isComponent: true } as const
  return { kind, technology: '', ...sure, isStated: true }
}
