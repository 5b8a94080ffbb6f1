/**
 * Where a shape stood on its page before its chain of parents broke, so that it can be put there again.
 * Pure geometry over plain records.
 */
import { isPageId, type TLPageId, type TLRecord, type TLShape } from '@tldraw/tlschema'
import type { KnownBoard } from './known-board.ts'

export interface Place {
  /** The page that the chain ended on, when it still exists. */
  readonly page: TLPageId | undefined
  /** Page coordinates. */
  readonly x: number
  readonly y: number
  /** Radians. */
  readonly rotation: number
}

type Before = ReadonlyMap<string, TLRecord | undefined>

/**
 * The place by the parents as they were before the tick. A shape that itself changed its parent in the
 * tick stood where its former chain put it.
 */
export function placeOnPage(shape: TLShape, before: Before, known: KnownBoard): Place {
  const was = before.get(shape.id)
  const start = was?.typeName === 'shape' && before.get(shape.parentId) === undefined ? was : shape
  let { x, y, rotation } = start
  let parentId: string = start.parentId
  const seen = new Set<string>()
  for (;;) {
    if (seen.has(parentId)) return { page: undefined, x, y, rotation }
    seen.add(parentId)
    const parent = before.get(parentId) ?? known.records.get(parentId)
    if (parent?.typeName !== 'shape') break
    const cos = Math.cos(parent.rotation)
    const sin = Math.sin(parent.rotation)
    const turned = { x: x * cos - y * sin, y: x * sin + y * cos }
    x = parent.x + turned.x
    y = parent.y + turned.y
    rotation += parent.rotation
    parentId = parent.parentId
  }
  const page = isPageId(parentId) && known.records.has(parentId) ? parentId : undefined
  return { page, x, y, rotation }
}
