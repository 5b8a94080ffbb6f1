/** Small valid records for tests, by name: `boundary('x')` is the same shape wherever it is asked for. */
import { createShapeId, type TLRecord, type TLStore } from '@tldraw/tlschema'
import { createBoardSchema, type BoundaryShape } from '#shared/design/board-schema.ts'
import { isBoundary } from '#shared/design/extract-graph.ts'

const schema = createBoardSchema()

/** What the server puts into a new design. */
export function emptyBoard(): TLRecord[] {
  const document = { gridSize: 10, name: '', meta: {}, id: 'document:document' }
  const page = { id: 'page:page', name: 'Page 1', index: 'a1', meta: {} }
  return [
    schema.types.document.validate({ ...document, typeName: 'document' }),
    schema.types.page.validate({ ...page, typeName: 'page' }),
  ]
}

export function boundary(name: string, parentId = 'page:page'): BoundaryShape {
  const place = { x: 0, y: 0, rotation: 0, index: 'a1', parentId, isLocked: false, opacity: 1 }
  const shape = schema.types.shape.validate({
    ...place,
    id: createShapeId(name),
    typeName: 'shape',
    type: 'boundary',
    meta: {},
    props: { w: 300, h: 200, boundaryType: 'region', label: name },
  })
  if (!isBoundary(shape)) throw new Error('The schema knows no boundary')
  return shape
}

/** An arrow from one shape to another: the arrow and its two bindings. */
export function connection(name: string, from: string, to: string): TLRecord[] {
  const place = { x: 0, y: 0, rotation: 0, index: 'a2', isLocked: false, opacity: 1 }
  const arrow = schema.types.shape.validate({
    ...place,
    id: createShapeId(name),
    typeName: 'shape',
    type: 'arrow',
    parentId: 'page:page',
    meta: {},
    props: arrowProps,
  })
  return [arrow, binding(name, 'start', from), binding(name, 'end', to)]
}

export function move(store: TLStore, name: string, x: number, y: number): void {
  const shape = store.get(createShapeId(name))
  if (shape !== undefined) store.put([{ ...shape, x, y }])
}

export function rename(store: TLStore, name: string, label: string): void {
  const shape = store.get(createShapeId(name))
  if (shape === undefined || !isBoundary(shape)) return
  store.put([{ ...shape, props: { ...shape.props, label } }])
}

function binding(arrow: string, terminal: 'start' | 'end', to: string): TLRecord {
  const props = { normalizedAnchor: { x: 0.5, y: 0.5 }, isExact: false, isPrecise: false }
  return schema.types.binding.validate({
    id: `binding:${arrow}-${terminal}`,
    typeName: 'binding',
    type: 'arrow',
    fromId: createShapeId(arrow),
    toId: createShapeId(to),
    meta: {},
    props: { ...props, terminal, snap: 'none' },
  })
}

const arrowProps = {
  kind: 'arc',
  labelColor: 'black',
  color: 'black',
  fill: 'none',
  dash: 'draw',
  size: 'm',
  arrowheadStart: 'none',
  arrowheadEnd: 'arrow',
  font: 'draw',
  start: { x: 0, y: 0 },
  end: { x: 10, y: 10 },
  bend: 0,
  text: '',
  labelPosition: 0.5,
  scale: 1,
  elbowMidPoint: 0.5,
}
