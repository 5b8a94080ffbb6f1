/** What waits for a room's next tick: edits that sockets sent, and acts of the server. */
import type * as Y from 'yjs'
import type { ActRow } from '#server/storage/storage.ts'
import type { Connection } from './connection.ts'

export interface IncomingEdit {
  readonly type: 'edit'
  readonly connection: Connection
  readonly bytes: Uint8Array
  readonly isAnswer: boolean
}

export interface Act {
  readonly type: 'act'
  readonly row: ActRow | undefined
  /** Changes the document; what it returns settles the act when that is kept and sent. */
  readonly run: (doc: Y.Doc) => () => void
  readonly reject: (error: unknown) => void
  /** Set when its change threw: it is not tried again. */
  hasFailed: boolean
}

export type Incoming = IncomingEdit | Act
