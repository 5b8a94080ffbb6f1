/** Puts a graph with places on the page: one step of undo, few calls, since a drawing may be big. */
import {
  Box,
  createShapeId,
  isShapeId,
  type Editor,
  type TLArrowBinding,
  type TLArrowShape,
  type TLParentId,
  type TLShapeId,
} from 'tldraw'
import {
  maxLabelLength,
  type BoundaryShape,
  type ComponentShape,
} from '#shared/design/board-schema.ts'
import type { DesignEdge, DesignGroup, DesignNode, Graph } from '#shared/design/design.ts'
import { maxReplicas } from '#shared/design/limits.ts'
import type { Geometry, Place } from '#shared/exchange/mermaid/geometry.ts'
import type { PlacedDrawing } from '#client/lib/canvas-handle.ts'
import { bindingTo } from '../insert/connect-components.ts'
import { smallestBoundarySize } from '../shapes/boundary-look.ts'
import { defaultComponentSize } from '../shapes/component-look.ts'

/** Between a drawing and what was there before. */
const besideGap = 120
/** How far an arrow bows out when the straight way is taken by another one, in page units. */
const bow = 36

/** Ids of the new boundaries and components; nothing when they do not fit. */
export function placeDrawing(
  editor: Editor,
  drawing: PlacedDrawing,
  keepsPlaces: boolean,
): readonly TLShapeId[] | undefined {
  const { nodes, edges, groups } = drawing.graph
  const count = nodes.length + edges.length + groups.length
  const room = editor.options.maxShapesPerPage - editor.getCurrentPageShapeIds().size
  if (count > room) return undefined
  const ids = newIds(editor, drawing.graph)
  editor.markHistoryStoppingPoint('place drawing')
  editor.run(() => {
    const places = shifted(editor, drawing, keepsPlaces)
    createBoundaries(editor, groups, { ids, places })
    createComponents(editor, nodes, { ids, places })
    createArrows(editor, edges, { ids, places })
  })
  return [...groups, ...nodes].flatMap(({ id }) => ids.get(id) ?? [])
}

interface Placing {
  readonly ids: ReadonlyMap<string, TLShapeId>
  readonly places: Geometry
}

/** An export that comes back after its drawing was deleted gets its old ids; a second copy gets others. */
function newIds(editor: Editor, { nodes, edges, groups }: Graph): ReadonlyMap<string, TLShapeId> {
  return new Map(
    [...groups, ...nodes, ...edges].map(({ id }) => {
      const isFree = isShapeId(id) && editor.store.get(id) === undefined
      return [id, isFree ? id : createShapeId()]
    }),
  )
}

function shifted(editor: Editor, { geometry }: PlacedDrawing, keepsPlaces: boolean): Geometry {
  const boxes = Object.values(geometry).map(({ x, y, w, h }) => new Box(x, y, w, h))
  if (boxes.length === 0) return geometry
  const by = wayTo(editor, Box.Common(boxes), keepsPlaces)
  return Object.fromEntries(
    Object.entries(geometry).map(([id, place]) => [
      id,
      { ...place, x: place.x + by.x, y: place.y + by.y },
    ]),
  )
}

/** In the middle of the view on an empty page, else to the right of everything. */
function wayTo(editor: Editor, drawing: Box, keepsPlaces: boolean) {
  const taken = editor.getCurrentPageBounds()
  if (keepsPlaces && taken?.collides(drawing) !== true) return { x: 0, y: 0 }
  if (taken !== undefined)
    return {
      x: Math.round(taken.maxX + besideGap - drawing.x),
      y: Math.round(taken.y - drawing.y),
    }
  const { center } = editor.getViewportPageBounds()
  return {
    x: Math.round(center.x - drawing.center.x),
    y: Math.round(center.y - drawing.center.y),
  }
}

/** Outer boundaries first, each at its place within the one that holds it. */
function createBoundaries(
  editor: Editor,
  groups: readonly DesignGroup[],
  { ids, places }: Placing,
): void {
  const byId = new Map(groups.map((group) => [group.id, group]))
  const done = new Set<string>()
  const create = (group: DesignGroup) => {
    if (done.has(group.id)) return
    done.add(group.id)
    const parent = byId.get(group.parentId ?? '')
    if (parent !== undefined) create(parent)
    const id = ids.get(group.id)
    if (id === undefined) return
    const { w, h, ...at } = localPlace(editor, group.id, group.parentId, { ids, places })
    editor.createShape<BoundaryShape>({
      id,
      type: 'boundary',
      ...at,
      props: {
        w: Math.max(w, smallestBoundarySize.w),
        h: Math.max(h, smallestBoundarySize.h),
        boundaryType: group.type,
        label: group.label.slice(0, maxLabelLength),
      },
    })
  }
  for (const group of groups) create(group)
}

function createComponents(editor: Editor, nodes: readonly DesignNode[], placing: Placing): void {
  editor.createShapes<ComponentShape>(
    nodes.flatMap((node) => {
      const id = placing.ids.get(node.id)
      if (id === undefined) return []
      const { w, h, ...at } = localPlace(editor, node.id, node.groupId, placing)
      const props = {
        w,
        h,
        kind: node.kind,
        label: node.label.slice(0, maxLabelLength),
        technology: node.technology.slice(0, maxLabelLength),
        replicas: Math.min(Math.max(1, Math.round(node.replicas ?? 1)), maxReplicas),
      }
      return [{ id, type: 'component' as const, ...at, props, meta: { ...node.properties } }]
    }),
  )
}

function createArrows(editor: Editor, edges: readonly DesignEdge[], { ids }: Placing): void {
  const between = new Map<string, number>()
  const ends: ReturnType<typeof bindingTo>[] = []
  const arrows = edges.flatMap((edge) => {
    const [id, from, to] = [ids.get(edge.id), ids.get(edge.from), ids.get(edge.to)]
    if (id === undefined || from === undefined || to === undefined || from === to) return []
    const pair = from < to ? `${from} ${to}` : `${to} ${from}`
    const before = between.get(pair) ?? 0
    between.set(pair, before + 1)
    ends.push(bindingTo(id, from, 'start'), bindingTo(id, to, 'end'))
    return [arrowPartial(editor, edge, { id, bend: before * bow })]
  })
  editor.createShapes<TLArrowShape>(arrows)
  editor.createBindings<TLArrowBinding>(ends)
}

function arrowPartial(
  editor: Editor,
  edge: DesignEdge,
  { id, bend }: { readonly id: TLShapeId; readonly bend: number },
) {
  const { bothWays, ...properties } = edge.properties
  return {
    id,
    type: 'arrow' as const,
    parentId: editor.getCurrentPageId(),
    props: {
      bend,
      text: edge.label,
      ...(bothWays === true ? { arrowheadStart: 'arrow' as const } : {}),
    },
    meta: {
      ...properties,
      edgeType: edge.type,
      ...(edge.protocol === '' ? {} : { protocol: edge.protocol }),
    },
  }
}

function localPlace(
  editor: Editor,
  id: string,
  holder: string | undefined,
  { ids, places }: Placing,
): Place & { readonly parentId: TLParentId } {
  const place = places[id] ?? { x: 0, y: 0, ...defaultComponentSize }
  const outer = holder === undefined ? undefined : places[holder]
  const parentId = holder === undefined ? undefined : ids.get(holder)
  if (outer === undefined || parentId === undefined) {
    return { ...place, parentId: editor.getCurrentPageId() }
  }
  return { ...place, x: place.x - outer.x, y: place.y - outer.y, parentId }
}
