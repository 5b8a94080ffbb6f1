/** A text that was offered for import, read in both ways that it may be meant. */
import type { Graph } from '#shared/design/design.ts'
import { readDrawing, type ReadDrawing } from './read-drawing.ts'
import { readUpdate, type Update } from './read-update.ts'

export interface ReadingRequest {
  readonly text: string
  /** The page that it is offered to. */
  readonly board: Graph
}

export interface ReadText {
  readonly drawing: ReadDrawing
  /** What it changes here, when it came from this board. */
  readonly update: Update | undefined
}

export function readText({ text, board }: ReadingRequest): ReadText {
  return { drawing: readDrawing(text), update: readUpdate(board, text) }
}
