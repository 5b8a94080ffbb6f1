/** A board file as a design: what was drawn, with its places. */
import type { TLRecord } from '@tldraw/tlschema'
import { extractGraph } from '#shared/design/extract-graph.ts'
import { designOf } from '#shared/design/design.ts'
import { placeOnPage } from '#shared/design/page-places.ts'
import { isBoardRefusal, parseBoardJson } from '#shared/exchange/board-json.ts'
import type { Geometry } from '#shared/exchange/mermaid/geometry.ts'
import { unreadable, type Input } from './input.ts'

export function readBoardDesign(text: string): Omit<Input, 'file' | 'text'> {
  const board = parseBoardJson(text)
  if (isBoardRefusal(board)) {
    const remedy = 'Export the board again, or name a design document.'
    return unreadable(`It is no board that can be read: ${board.detail} ${remedy}`)
  }
  const { title, records } = board
  return {
    title,
    design: designOf(extractGraph(records)),
    geometry: geometryOf(records),
    problems: [],
  }
}

function geometryOf(records: readonly TLRecord[]): Geometry {
  const shapes = new Map(
    records.flatMap((record) => (record.typeName === 'shape' ? [[record.id, record]] : [])),
  )
  const places = [...shapes.values()].flatMap((shape) => {
    if (!('w' in shape.props && 'h' in shape.props)) return []
    const { x, y } = placeOnPage(shape, shapes)
    const { w, h } = shape.props
    return [[shape.id, { x, y, w, h }] as const]
  })
  return Object.fromEntries(places)
}
