/**
 * Which boards have to be marked as changed now. A board that is drawn on changes many times a second,
 * and its row is written every ten seconds at most: lists show minutes.
 */

/** Milliseconds by which `updatedAt` of a board may lag behind its last change. */
export const lateness = 10_000

/** Boards that are remembered; beyond it all are marked again. */
const maxBoards = 20_000

export interface Touches {
  /** Whether a change at this time is to be written; if so, it counts as written. */
  take(boardId: string, at: number): boolean
  forgetAll(): void
}

export function createTouches(): Touches {
  const written = new Map<string, number>()
  return {
    take: (boardId, at) => {
      const last = written.get(boardId)
      if (last !== undefined && at < last + lateness) return false
      if (written.size >= maxBoards) written.clear()
      written.set(boardId, at)
      return true
    },
    forgetAll: () => written.clear(),
  }
}
