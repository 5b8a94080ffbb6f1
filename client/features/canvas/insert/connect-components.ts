/** Connects two components by a bound arrow, as if drawn from the middle of one to that of the other. */
import {
  createShapeId,
  type Editor,
  type TLArrowBinding,
  type TLArrowShape,
  type TLShapeId,
} from 'tldraw'
import { findInPalette } from '#shared/kinds/find-in-palette.ts'
import type { EdgeType } from '#shared/design/vocabulary.ts'
import { componentOf } from './board-shapes.ts'
import { defaultEdgeType } from './default-edge-type.ts'

/** How far an arrow bows out when the straight way is taken by another one, in page units. */
const bow = 36

/** The arrow's id; undefined when an end is not a component or both are the same. */
export function connectComponents(
  editor: Editor,
  from: string,
  to: string,
  type?: EdgeType,
): TLShapeId | undefined {
  const start = componentOf(editor, from)
  const end = componentOf(editor, to)
  if (start === undefined || end === undefined || start.id === end.id) return undefined
  const id = createShapeId()
  const edgeType =
    type ?? defaultEdgeType(findInPalette(start.props.kind), findInPalette(end.props.kind))
  const between = editor.getShapePageBounds(start.id)?.center ?? { x: 0, y: 0 }
  editor.createShape<TLArrowShape>({
    id,
    type: 'arrow',
    parentId: editor.getCurrentPageId(),
    x: between.x,
    y: between.y,
    props: { bend: arrowsBetween(editor, start.id, end.id) * bow },
    meta: { edgeType },
  })
  editor.createBindings<TLArrowBinding>([
    bindingTo(id, start.id, 'start'),
    bindingTo(id, end.id, 'end'),
  ])
  return id
}

export function bindingTo(arrowId: TLShapeId, toId: TLShapeId, terminal: 'start' | 'end') {
  return {
    type: 'arrow',
    fromId: arrowId,
    toId,
    props: {
      terminal,
      normalizedAnchor: { x: 0.5, y: 0.5 },
      isExact: false,
      isPrecise: false,
      snap: 'none',
    },
  } as const
}

/** Arrows that already join the two, whichever way they point. */
function arrowsBetween(editor: Editor, a: TLShapeId, b: TLShapeId): number {
  const atB = new Set(
    editor.getBindingsToShape<TLArrowBinding>(b, 'arrow').map((binding) => binding.fromId),
  )
  return editor
    .getBindingsToShape<TLArrowBinding>(a, 'arrow')
    .filter((binding) => atB.has(binding.fromId)).length
}
