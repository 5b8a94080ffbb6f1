/** How much room a boundary takes around what it holds: its header is inside the frame. */
import type { Place } from '#shared/exchange/mermaid/geometry.ts'

export const boundaryRoom = { side: 32, top: 56 }
export const emptyBoundary = { w: 240, h: 128 }
const letterWidth = 8
/** Icon and paddings of the header. */
const headerRoom = 64
const widestHeader = 480

/** The frame around places, wide enough for its label; nothing around nothing. */
export function boxAround(places: readonly Place[], label: string): Place | undefined {
  if (places.length === 0) return undefined
  const { side, top } = boundaryRoom
  const x = Math.min(...places.map((place) => place.x)) - side
  const y = Math.min(...places.map((place) => place.y)) - top
  const right = Math.max(...places.map((place) => place.x + place.w)) + side
  const bottom = Math.max(...places.map((place) => place.y + place.h)) + side
  const header = Math.min(label.length * letterWidth + headerRoom, widestHeader)
  return { x, y, w: Math.max(right - x, header), h: bottom - y }
}
