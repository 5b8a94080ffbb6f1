/** What differs between two moments of a board, in words. Loaded when somebody compares. */
import { designOf } from '#shared/design/design.ts'
import { extractGraph } from '#shared/design/extract-graph.ts'
import { isBoardRefusal, parseBoardJson } from '#shared/exchange/board-json.ts'
import { describeDiff } from '#shared/review/describe-diff.ts'
import { diffDesigns } from '#shared/review/diff-designs.ts'
import { printDiffMarkdown, type DiffReport } from '#shared/review/print-diff.ts'
import type { BoardRecord } from '#client/live/session.ts'

export interface Comparison extends DiffReport {
  readonly markdown: string
}

export function compareRecords(
  before: Iterable<BoardRecord>,
  after: Iterable<BoardRecord>,
): Comparison {
  const [earlier, later] = [designOf(extractGraph(before)), designOf(extractGraph(after))]
  const difference = diffDesigns(earlier, later)
  const report = {
    entries: describeDiff(difference, earlier, later),
    moved: difference.moves.length,
  }
  return { ...report, markdown: printDiffMarkdown(report) }
}

/** The records of a board file. Throws where this version cannot read it. */
export function recordsIn(file: string): readonly BoardRecord[] {
  const board = parseBoardJson(file)
  if (isBoardRefusal(board)) throw new Error(board.detail)
  return board.records
}
