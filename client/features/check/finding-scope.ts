import type { FindingActName, FindingThread } from '#shared/live.ts'

/** What the findings need to know of the board and the person. */
export interface FindingScope {
  readonly boardId: string
  readonly me: string
  /** What was said to findings, by the finding's id. */
  readonly threads: ReadonlyMap<string, FindingThread>
  readonly may: (act: FindingActName) => boolean
  /** Asks somebody without a name for one; answers whether there is one now. */
  readonly ensureNamed: () => Promise<boolean>
}
