import type { SessionState } from '#client/live/session.ts'

export interface SyncWords {
  readonly short: string
  /** What it means for what was drawn. */
  readonly long: string
  readonly isCalm: boolean
}

/** The state of sync as a person understands it. */
export function syncWords(state: Pick<SessionState, 'sync' | 'hasUnsentEdits'>, mayWrite: boolean) {
  return wordsOf(state, mayWrite) satisfies SyncWords
}

function wordsOf(
  { sync, hasUnsentEdits }: Pick<SessionState, 'sync' | 'hasUnsentEdits'>,
  mayWrite: boolean,
): SyncWords {
  const kept = mayWrite
    ? 'Keep drawing: everything is kept in this browser and sent when the connection is back.'
    : 'You see the board as it was; it catches up when the connection is back.'
  switch (sync) {
    case 'loading':
      return { short: 'Opening…', long: 'The board is being fetched.', isCalm: true }
    case 'live':
      if (!mayWrite)
        return { short: 'Live', long: 'You see every change as it is made.', isCalm: true }
      return hasUnsentEdits
        ? { short: 'Saving…', long: 'Your last edits are on their way.', isCalm: true }
        : { short: 'Saved', long: 'Everything you see is on the server’s disk.', isCalm: true }
    case 'reconnecting':
      return { short: 'Reconnecting…', long: kept, isCalm: false }
    case 'offline':
      return { short: 'Offline', long: kept, isCalm: false }
    case 'refused':
      return { short: 'Closed', long: 'The server closed this board for you.', isCalm: false }
    default:
      return sync satisfies never
  }
}
