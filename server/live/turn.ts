/** What one room's part of a tick brought: to be kept first, then sent. */
import type { ClientIdRow } from '#server/storage/storage.ts'
import type { Connection } from './connection.ts'
import type { Act } from './incoming.ts'
import type { RoomState } from './room-state.ts'
import type { Outline } from './scan-update.ts'

/** An act whose change is made. */
export interface Done {
  readonly act: Act
  readonly settle: () => void
}

/** What one person, or the server (`null`), wrote in a tick. */
export interface Part {
  readonly personId: string | null
  readonly outlines: readonly Outline[]
}

export interface Turn {
  readonly room: RoomState
  readonly parts: readonly Part[]
  readonly clientIds: readonly ClientIdRow[]
  readonly acts: readonly Done[]
  /** Everything of the tick as one update; `undefined` when nothing was written. */
  readonly update: Uint8Array | undefined
  /** Every outline, in the order it was merged. */
  readonly outlines: readonly Outline[]
  /** Set when all of it is one socket's own. */
  readonly onlyWriter: Connection | undefined
}
