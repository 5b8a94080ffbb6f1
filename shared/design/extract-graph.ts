/**
 * Plain records of a board → the graph that every judge reads. It needs no editor, so that the server,
 * a worker and a test see what the person drawing sees. Records must have been validated before.
 */
import type { TLArrowBinding, TLArrowShape, TLPageId, TLRecord, TLShape } from '@tldraw/tlschema'
import type { BoundaryShape, ComponentShape } from './board-schema.ts'
import type { DesignEdge, DesignGroup, DesignNode, Graph, Properties } from './design.ts'
import { isEdgeType } from './vocabulary.ts'

type BoardShape = TLShape | ComponentShape | BoundaryShape
type Shapes = ReadonlyMap<string, BoardShape>

/**
 * The graph of one page, or of all pages together when none is named. Empty records give an empty graph.
 * What lies on a page that is not among the records is left out: a deleted page leaves its shapes behind.
 */
export function extractGraph(records: Iterable<TLRecord>, pageId?: TLPageId): Graph {
  const shapes = new Map<string, BoardShape>()
  const bindings: TLArrowBinding[] = []
  const pages = new Set<string>()
  for (const record of records) {
    if (record.typeName === 'shape') shapes.set(record.id, record)
    else if (record.typeName === 'page') pages.add(record.id)
    else if (isArrowBinding(record)) {
      bindings.push(record)
    }
  }
  const onPage = (shape: BoardShape) => {
    const page = pageOf(shape, shapes)
    return pageId === undefined ? pages.has(page) : page === pageId
  }
  const nodes: DesignNode[] = []
  const groups: DesignGroup[] = []
  for (const shape of shapes.values()) {
    if (isComponent(shape) && onPage(shape)) nodes.push(nodeOf(shape, shapes))
    else if (isBoundary(shape) && onPage(shape)) groups.push(groupOf(shape, shapes))
  }
  return { nodes, groups, edges: edgesOf(shapes, bindings, new Set(nodes.map((node) => node.id))) }
}

export function isComponent(shape: BoardShape | TLRecord): shape is ComponentShape {
  return shape.typeName === 'shape' && shape.type === 'component'
}

export function isBoundary(shape: BoardShape | TLRecord): shape is BoundaryShape {
  return shape.typeName === 'shape' && shape.type === 'boundary'
}

function isArrow(shape: BoardShape): shape is TLArrowShape {
  return shape.type === 'arrow'
}

function isArrowBinding(record: TLRecord): record is TLArrowBinding {
  return record.typeName === 'binding' && record.type === 'arrow'
}

function nodeOf(shape: ComponentShape, shapes: Shapes): DesignNode {
  const { kind, label, technology, replicas } = shape.props
  const groupId = boundaryAround(shape, shapes)
  return {
    id: shape.id,
    kind,
    label,
    technology,
    replicas,
    properties: propertiesOf(shape.meta),
    ...(groupId === undefined ? {} : { groupId }),
  }
}

function groupOf(shape: BoundaryShape, shapes: Shapes): DesignGroup {
  const parentId = boundaryAround(shape, shapes)
  return {
    id: shape.id,
    type: shape.props.boundaryType,
    label: shape.props.label,
    ...(parentId === undefined ? {} : { parentId }),
  }
}

interface Ends {
  start?: string
  end?: string
}

function edgesOf(
  shapes: Shapes,
  bindings: readonly TLArrowBinding[],
  nodeIds: ReadonlySet<string>,
): DesignEdge[] {
  const ends = new Map<string, Ends>()
  for (const binding of bindings) {
    const known = ends.get(binding.fromId) ?? {}
    known[binding.props.terminal] = binding.toId
    ends.set(binding.fromId, known)
  }
  const edges: DesignEdge[] = []
  for (const [arrowId, { start, end }] of ends) {
    const arrow = shapes.get(arrowId)
    if (arrow === undefined || !isArrow(arrow) || start === undefined || end === undefined) continue
    if (nodeIds.has(start) && nodeIds.has(end)) edges.push(edgeOf(arrow, start, end))
  }
  return edges
}

/** The direction is that of the arrowheads, since people also draw from the callee to the caller. */
function edgeOf(arrow: TLArrowShape, start: string, end: string): DesignEdge {
  const isReversed = arrow.props.arrowheadStart !== 'none' && arrow.props.arrowheadEnd === 'none'
  const isBothWays = arrow.props.arrowheadStart !== 'none' && arrow.props.arrowheadEnd !== 'none'
  const { edgeType, protocol, ...rest } = arrow.meta
  return {
    id: arrow.id,
    from: isReversed ? end : start,
    to: isReversed ? start : end,
    type: isEdgeType(edgeType) ? edgeType : 'sync',
    label: arrow.props.text,
    protocol: typeof protocol === 'string' ? protocol : '',
    properties: { ...propertiesOf(rest), ...(isBothWays ? { bothWays: true } : {}) },
  }
}

function propertiesOf(meta: Readonly<Record<string, unknown>>): Properties {
  const properties: Record<string, string | number | boolean> = {}
  for (const [key, value] of Object.entries(meta)) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      properties[key] = value
    }
  }
  return properties
}

function boundaryAround(shape: BoardShape, shapes: Shapes): string | undefined {
  return [...ancestorsOf(shape, shapes)].find(isBoundary)?.id
}

function pageOf(shape: BoardShape, shapes: Shapes): string {
  return [...ancestorsOf(shape, shapes)].at(-1)?.parentId ?? shape.parentId
}

/** Parents from the inside out. A cycle, which repair forbids, ends the walk. */
function* ancestorsOf(shape: BoardShape, shapes: Shapes): Generator<BoardShape> {
  const seen = new Set<string>([shape.id])
  let parent = shapes.get(shape.parentId)
  while (parent !== undefined && !seen.has(parent.id)) {
    seen.add(parent.id)
    yield parent
    parent = shapes.get(parent.parentId)
  }
}
