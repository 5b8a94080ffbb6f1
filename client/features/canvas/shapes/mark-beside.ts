import type { TLShapeId } from 'tldraw'

/** As much of the editor as is needed. */
interface Places {
  getCurrentPageShapes(): readonly { readonly id: TLShapeId }[]
  getShapePageBounds(id: TLShapeId): { readonly x: number; readonly y: number } | undefined
}

/** The marked shape after or before another one, as a page is read: row by row, then from the left; round the ends. */
export function markBeside(
  editor: Places,
  marked: readonly string[],
  from: TLShapeId,
  step: 1 | -1,
): TLShapeId | undefined {
  const isMarked = new Set(marked)
  const places = editor.getCurrentPageShapes().flatMap(({ id }) => {
    const bounds = isMarked.has(id) ? editor.getShapePageBounds(id) : undefined
    return bounds === undefined ? [] : [{ id, x: bounds.x, y: bounds.y }]
  })
  const sorted = places.toSorted((a, b) => a.y - b.y || a.x - b.x)
  const at = sorted.findIndex(({ id }) => id === from)
  return sorted.at((at + step) % sorted.length)?.id
}
