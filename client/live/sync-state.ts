/** The one word that tells how a session goes, from what its sockets say. */
import type { SyncState } from './session.ts'

/** So many failed attempts mean that there is no network, and that work goes on without. */
const failuresUntilOffline = 4

export interface SyncFacts {
  readonly isRefused: boolean
  /** Every document is connected and up to date. */
  readonly isSynced: boolean
  /** Every document was up to date once since the page was loaded. */
  readonly hasSynced: boolean
  /** There is a board to show, from this session or from the local copy. */
  readonly hasBoard: boolean
  readonly mayWrite: boolean
  /** Attempts since the last success. */
  readonly failures: number
}

export function syncStateOf(facts: SyncFacts): SyncState {
  if (facts.isRefused) return 'refused'
  if (facts.isSynced) return 'live'
  if (!facts.hasBoard) return 'loading'
  if (!facts.mayWrite) return 'reconnecting'
  const patience = facts.hasSynced ? failuresUntilOffline : 1
  return facts.failures >= patience ? 'offline' : 'reconnecting'
}
