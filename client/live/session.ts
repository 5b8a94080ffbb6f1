/**
 * A person's live connection to one board, without React. `open-session.ts` makes it, the hooks in
 * `use-session.ts` read it, the canvas draws its store, and nothing else touches Yjs.
 */
import type { TLRecord, TLStore } from '@tldraw/tlschema'
import type { BoardSummary, Person } from '#shared/api.ts'
import type {
  BoardInfo,
  BoardVersion,
  FindingThread,
  Presence,
  RosterEntry,
  ThreadComment,
  ThreadHead,
} from '#shared/live.ts'

/**
 * `loading` first sync not done and no local copy · `live` connected and synced · `reconnecting` was
 * connected, is trying · `offline` works on the local copy · `refused` the server said no for good.
 */
export type SyncState = 'loading' | 'live' | 'reconnecting' | 'offline' | 'refused'

export interface SessionState {
  readonly sync: SyncState
  /** The refusal's code and sentence when `sync` is `refused`. */
  readonly refusal: { readonly code: string; readonly message: string } | undefined
  /** Rights as the server last told them. They change while a board is open. */
  readonly board: BoardSummary
  /** Edits made here that the server has not confirmed. */
  readonly hasUnsentEdits: boolean
  /** Milliseconds since 1970 when the next attempt is made, while reconnecting. */
  readonly nextAttemptAt: number | undefined
}

export interface Thread extends ThreadHead {
  readonly id: string
  /** Oldest first. */
  readonly comments: readonly (ThreadComment & { readonly id: string })[]
}

/** What the server says about the board and everybody on it. Same objects until something changes. */
export interface Room {
  readonly board: BoardInfo
  readonly roster: ReadonlyMap<string, RosterEntry>
  /** Newest first. */
  readonly threads: readonly Thread[]
  /** What was said to findings, by the finding's id. */
  readonly findings: ReadonlyMap<string, FindingThread>
  /** Named moments, by id. */
  readonly versions: ReadonlyMap<string, BoardVersion>
}

/** Somebody else's tab, joined with what the roster says about the person. */
export interface Peer extends Presence {
  readonly clientId: number
  readonly entry: RosterEntry
}

/** A value that can be read at any time and tells when it changed. */
export interface Readable<T> {
  get(): T
  subscribe(listener: () => void): () => void
}

/** Anything that lies on a board. */
export type BoardRecord = TLRecord

export interface Session {
  readonly me: Person
  readonly boardId: string
  /** Bound to the design document. Holds a complete board once `sync` left `loading`. */
  readonly store: TLStore
  readonly state: Readable<SessionState>
  readonly room: Readable<Room>
  readonly peers: Readable<readonly Peer[]>
  /** What this tab says about itself; sent at most 30 times a second. */
  setPresence(change: Partial<Omit<Presence, 'person'>>): void
  readonly presence: Readable<Presence>
  /**
   * The whole board as it was here when the right to write was taken away with edits unsent: offer it
   * as a file. The board itself goes on without them.
   */
  readonly lostEdits: Readable<readonly TLRecord[] | undefined>
  /** Try to connect now instead of at `nextAttemptAt`. */
  reconnectNow(): void
  close(): void
}
