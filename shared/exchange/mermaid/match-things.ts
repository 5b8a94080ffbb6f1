/** Finds the things of a board again in a text that was written from it and edited by hand. */
import type { Graph } from '#shared/design/design.ts'
import { matchEdited, type Matches } from '#shared/review/matching/match-graphs.ts'
import { drawingOf } from './drawing-order.ts'
import { nameThings } from './name-things.ts'

/** Ids of the edited graph by which the board's are found; what has none is new. */
export function matchThings(board: Graph, edited: Graph): Matches {
  return matchEdited(board, edited, nameThings(drawingOf(board)))
}
