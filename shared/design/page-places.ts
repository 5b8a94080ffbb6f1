/** Where shapes lie on their page: a record says only where it lies in its parent. */
import type { TLShape } from '@tldraw/tlschema'
import type { BoundaryShape, ComponentShape } from './board-schema.ts'

type BoardShape = TLShape | ComponentShape | BoundaryShape

interface Turned {
  readonly x: number
  readonly y: number
  /** Radians, clockwise. */
  readonly rotation: number
}

/** Nobody nests deeper; parents that hold each other in a circle end here. */
const deepestParent = 100

/** The origin of a shape in canvas units of its page, and how far it is turned there. */
export function placeOnPage(shape: BoardShape, shapes: ReadonlyMap<string, BoardShape>): Turned {
  let place: Turned = shape
  let parent = shapes.get(shape.parentId)
  for (let depth = 0; parent !== undefined && depth < deepestParent; depth += 1) {
    place = inside(parent, place)
    parent = shapes.get(parent.parentId)
  }
  return { x: place.x, y: place.y, rotation: place.rotation }
}

function inside(parent: Turned, { x, y, rotation }: Turned): Turned {
  const cos = Math.cos(parent.rotation)
  const sin = Math.sin(parent.rotation)
  return {
    x: parent.x + x * cos - y * sin,
    y: parent.y + x * sin + y * cos,
    rotation: parent.rotation + rotation,
  }
}
