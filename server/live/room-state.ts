/**
 * What a room holds, as far as the concerns that run over it need to know. The room is built on the
 * concerns, so they know these types and never the room.
 */
import type { ClientIds } from './client-ids.ts'
import type { Connection } from './connection.ts'
import type { LiveDocument } from './live-document.ts'
import type { LiveLimits } from './options.ts'
import type { RoomPresence } from './room-presence.ts'

export interface RoomState {
  readonly boardId: string
  readonly members: ReadonlySet<Connection>
  readonly clients: ClientIds
  readonly presence: RoomPresence
  readonly limits: LiveLimits
  readonly document: LiveDocument
  /** Updates kept since the last snapshot. */
  unsnapshotted: number
}

/** Somebody who waits for the document as it is after the next tick. */
export interface Joiner {
  readonly connection: Connection
  readonly stateVector: Uint8Array
  /** Joining for the first time, or after a backlog. */
  readonly reason: 'step1' | 'backlog'
}
