/** Puts components and boundaries on the page. Each call is one step of undo. */
import { createShapeId, type Editor, type TLShapeId } from 'tldraw'
import type { BoundaryShape, ComponentShape } from '#shared/design/board-schema.ts'
import type { BoundaryType, EdgeType } from '#shared/design/vocabulary.ts'
import type { Point } from '#client/lib/canvas-handle.ts'
import { adoptEnclosed } from '../shapes/adopt-enclosed.ts'
import { defaultBoundarySize } from '../shapes/boundary-look.ts'
import { defaultComponentSize } from '../shapes/component-look.ts'
import { componentOf, parentAt, takenBoxes } from './board-shapes.ts'
import { connectComponents } from './connect-components.ts'
import { placeAround, placeBeside } from './place-beside.ts'
import { putShape } from './put-shape.ts'

export interface NewPart {
  readonly kind: string
  readonly label: string
  readonly technology: string
}

export interface Placement {
  /** Beside this one and connected from it. */
  readonly connectFrom?: string | undefined
  readonly edge?: EdgeType | undefined
  /** Beside this one, not connected. */
  readonly beside?: string | undefined
  /** Centre, in page coordinates; kept even where something lies. */
  readonly at?: Point | undefined
  readonly parentId?: TLShapeId | undefined
}

/** The new component's id; it is selected and seen. Undefined on a read-only board. */
export function insertComponent(
  editor: Editor,
  part: NewPart,
  placement: Placement = {},
): TLShapeId | undefined {
  if (editor.getIsReadonly()) return undefined
  const id = createShapeId()
  editor.markHistoryStoppingPoint('insert component')
  editor.run(() => {
    const corner = cornerFor(editor, placement)
    const parentId = placement.parentId ?? parentAt(editor, centreOf(corner))
    putShape<ComponentShape>(editor, {
      id,
      type: 'component',
      corner,
      parentId,
      props: { ...defaultComponentSize, replicas: 1, ...part },
    })
    if (placement.connectFrom !== undefined) {
      connectComponents(editor, placement.connectFrom, id, placement.edge)
    }
    editor.select(id)
  })
  bringIntoView(editor, id)
  return id
}

/** The new boundary's id, drawn behind everything that is on the page already. */
export function insertBoundary(
  editor: Editor,
  boundaryType: BoundaryType,
  at?: Point,
): TLShapeId | undefined {
  if (editor.getIsReadonly()) return undefined
  const id = createShapeId()
  const { w, h } = defaultBoundarySize
  const centre = at ?? editor.getViewportPageBounds().center
  editor.markHistoryStoppingPoint('insert boundary')
  editor.run(() => {
    putShape<BoundaryShape>(editor, {
      id,
      type: 'boundary',
      corner: { x: centre.x - w / 2, y: centre.y - h / 2 },
      parentId: parentAt(editor, centre),
      props: { w, h, boundaryType, label: '' },
    })
    editor.sendToBack([id])
    adoptEnclosed(editor, id)
    editor.select(id)
  })
  return id
}

function cornerFor(editor: Editor, { at, connectFrom, beside }: Placement): Point {
  if (at !== undefined) {
    return { x: at.x - defaultComponentSize.w / 2, y: at.y - defaultComponentSize.h / 2 }
  }
  const near = componentOf(editor, connectFrom ?? beside ?? '')
  const bounds = near === undefined ? undefined : editor.getShapePageBounds(near.id)
  if (bounds !== undefined) return placeBeside(bounds, defaultComponentSize, takenBoxes(editor))
  const centre = editor.getViewportPageBounds().center
  return placeAround(centre, defaultComponentSize, takenBoxes(editor))
}

function centreOf(corner: Point): Point {
  return {
    x: corner.x + defaultComponentSize.w / 2,
    y: corner.y + defaultComponentSize.h / 2,
  }
}

/** Moves no more than is needed: a camera that jumps at every insertion makes people lose their place. */
export function bringIntoView(editor: Editor, id: TLShapeId): void {
  const bounds = editor.getShapePageBounds(id)
  const seen = editor.getViewportPageBounds()
  if (bounds === undefined || seen.contains(bounds)) return
  const isCalm = editor.user.getAnimationSpeed() === 0
  editor.centerOnPoint(bounds.center, isCalm ? {} : { animation: { duration: 180 } })
}
