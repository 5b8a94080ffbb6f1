import type { BoardSummary } from '#shared/api.ts'

/** Boards that hold every word in their title, their scenario or the role one has there. */
export function findBoards(
  boards: readonly BoardSummary[],
  query: string,
  scenarioOf: (board: BoardSummary) => string,
): readonly BoardSummary[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return boards.filter((board) => {
    const text = `${board.title} ${scenarioOf(board)} ${board.role}`.toLocaleLowerCase()
    return words.every((word) => text.includes(word))
  })
}
