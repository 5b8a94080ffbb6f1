/**
 * One open document and the sockets at it. What comes in waits for the tick; a tick merges it, hands
 * what is to be kept to the log, and sends it when the log has it. A room never touches another room.
 */
import type * as Y from 'yjs'
import { AppError, type ErrorCode } from '#shared/errors.ts'
import type { ActRow } from '#server/storage/storage.ts'
import { ClientIds } from './client-ids.ts'
import { guardAwareness } from './concerns/guard-awareness.ts'
import { runTurn } from './concerns/integrate.ts'
import type { Connection, ConnectionEvents } from './connection.ts'
import type { Incoming } from './incoming.ts'
import { SpoiledDocument, type LiveDocument } from './live-document.ts'
import type { LiveLimits, LiveLog } from './options.ts'
import { writeAwareness, type ClientMessage } from './protocol.ts'
import { fanOut, greet } from './concerns/fan-out.ts'
import { findSpoilers } from './concerns/find-spoilers.ts'
import { RoomPresence } from './room-presence.ts'
import type { Joiner, RoomState } from './room-state.ts'
import type { Turn } from './turn.ts'

export interface RoomParts {
  readonly boardId: string
  readonly document: LiveDocument
  /** Reads the document from storage again. */
  readonly reload: () => Promise<LiveDocument>
  readonly limits: LiveLimits
  readonly log: LiveLog
  readonly now: () => number
  /** Asks for a tick. */
  readonly wake: (room: Room) => void
  /** Called once, when the last socket left. */
  readonly emptied: (room: Room) => void
  /** Called once, when the room can go on no more. */
  readonly failed: (room: Room) => void
}

/** Bytes of waiting edits of one room above which its sockets are not read. */
const mostWaitingBytes = 32 * 1024 * 1024

export class Room implements RoomState {
  readonly boardId: string
  readonly members = new Set<Connection>()
  readonly clients = new ClientIds()
  readonly presence = new RoomPresence()
  readonly limits: LiveLimits
  document: LiveDocument
  isClosed = false
  /** Updates kept since the last snapshot. */
  unsnapshotted = 0
  private readonly parts: RoomParts
  private readonly held = new Map<Connection, Uint8Array>()
  private incoming: Incoming[] = []
  private waitingBytes = 0
  private joiners: Joiner[] = []
  private isReloading = false

  constructor(parts: RoomParts) {
    this.parts = parts
    this.boardId = parts.boardId
    this.document = parts.document
    this.limits = parts.limits
  }

  /** Nobody is here and nothing waits. */
  get isIdle(): boolean {
    return this.members.size === 0 && !this.hasWork && !this.isReloading
  }

  /** Whether something waits that needs the log. */
  get hasWork(): boolean {
    return this.incoming.length > 0 || this.joiners.length > 0
  }

  join(connection: Connection): void {
    this.members.add(connection)
    const events: ConnectionEvents = {
      message: (from, message) => this.receive(from, message),
      drained: (from, stateVector) =>
        this.ask({ connection: from, stateVector, reason: 'backlog' }),
      closed: (from) => this.leave(from),
    }
    connection.start(events)
    greet(this, connection)
  }

  /** Queues an act; resolves with what its change returned when it is kept and sent. */
  act<T>(row: ActRow | undefined, change: (doc: Y.Doc) => T): Promise<T> {
    if (this.isClosed) return Promise.reject(new AppError('storage_unavailable'))
    return new Promise<T>((resolve, reject) => {
      const run = (doc: Y.Doc): (() => void) => {
        const result = change(doc)
        return () => resolve(result)
      }
      this.incoming.push({ type: 'act', row, run, reject, hasFailed: false })
      this.parts.wake(this)
    })
  }

  /** Merges what waits; `undefined` when there is nothing to keep. Only while the log is not busy. */
  integrate(): Turn | undefined {
    if (this.isReloading || this.isClosed) return undefined
    const { incoming } = this
    this.incoming = []
    this.waitingBytes = 0
    try {
      const turn = runTurn(this, incoming)
      for (const member of this.members) member.resume()
      return turn
    } catch (error) {
      this.recover(incoming, error)
      return undefined
    }
  }

  /** Sends presence alone, while the log is busy. */
  deliverPresence(): void {
    if (!this.isClosed) fanOut(this, undefined, [])
  }

  /** Sends what a tick brought, once it is kept. */
  deliver(turn: Turn | undefined): void {
    if (this.isClosed) return
    if (this.isReloading) return
    const { joiners } = this
    this.joiners = []
    fanOut(this, turn, joiners)
  }

  /** Takes presence that was held back by its rate, and pays what sockets are owed. */
  releaseHeld(): void {
    for (const member of this.members) member.payLate()
    for (const [connection, bytes] of this.held) {
      if (!connection.presence.take(this.parts.now)) continue
      this.held.delete(connection)
      this.hear(connection, bytes)
    }
  }

  /** Ends the room: sockets are told why, waiting acts are refused, and the next who comes reads anew. */
  fail(code: ErrorCode): void {
    if (this.isClosed) return
    this.isClosed = true
    for (const waiting of this.incoming) {
      if (waiting.type === 'act') waiting.reject(new AppError(code))
    }
    this.incoming = []
    for (const member of this.members) member.close(code)
    this.parts.failed(this)
  }

  private leave(connection: Connection): void {
    if (!this.members.delete(connection)) return
    this.held.delete(connection)
    for (const client of this.clients.release(connection)) this.presence.remove(client)
    this.parts.wake(this)
    if (this.members.size === 0) this.parts.emptied(this)
  }

  private receive(connection: Connection, message: ClientMessage): void {
    switch (message.type) {
      case 'step1':
        this.ask({ connection, stateVector: message.bytes, reason: 'step1' })
        return
      case 'step2':
      case 'update':
        this.edit(connection, message.bytes, message.type === 'step2')
        return
      case 'awareness':
        this.point(connection, message.bytes)
        return
      case 'query-awareness':
        connection.send(writeAwareness(this.presence.all()))
        return
      case 'auth':
        return
    }
  }

  private ask(joiner: Joiner): void {
    this.joiners.push(joiner)
    this.parts.wake(this)
  }

  private edit(connection: Connection, bytes: Uint8Array, isAnswer: boolean): void {
    if (!connection.seat.mayWrite || isEmptyUpdate(bytes)) return
    this.incoming.push({ type: 'edit', connection, bytes, isAnswer })
    this.waitingBytes += bytes.length
    if (this.waitingBytes > mostWaitingBytes) connection.pause()
    this.parts.wake(this)
  }

  private point(connection: Connection, bytes: Uint8Array): void {
    if (!connection.seat.mayPoint) return
    if (connection.presence.take(this.parts.now)) this.hear(connection, bytes)
    else this.held.set(connection, Uint8Array.from(bytes))
  }

  private hear(connection: Connection, bytes: Uint8Array): void {
    const entries = guardAwareness(bytes, connection.seat.personId, (client, isGone) =>
      this.mayPointAs(connection, client, isGone),
    )
    if (entries === undefined) {
      connection.close('malformed_frame')
      return
    }
    for (const entry of entries) this.presence.put(entry)
    if (this.presence.hasFresh) this.parts.wake(this)
  }

  /** A connection points as one client: the first it spoke for that is nobody else's. */
  private mayPointAs(connection: Connection, client: number, isGone: boolean): boolean {
    if (connection.ownClient !== undefined) return connection.ownClient === client
    if (isGone) return false
    const author = this.document.authors.get(client)
    if (author !== undefined && author !== connection.seat.personId) return false
    return this.clients.take(client, connection)
  }

  private recover(incoming: readonly Incoming[], error: unknown): void {
    if (!(error instanceof SpoiledDocument)) {
      this.parts.log.warn(
        { board: this.boardId, document: this.document.name, error },
        'edit failed',
      )
    }
    this.isReloading = true
    findSpoilers(this, incoming, this.parts.reload)
      .then(({ document, good }) => {
        this.document = document
        this.incoming = [...good, ...this.incoming]
        this.isReloading = false
        this.parts.wake(this)
        return undefined
      })
      .catch((cause: unknown) => {
        this.isReloading = false
        this.parts.log.error({ board: this.boardId, error: cause }, 'room could not be read again')
        this.fail('unexpected')
      })
  }
}

/** No structs, no deletes: what a client without unsent work answers. */
function isEmptyUpdate(bytes: Uint8Array): boolean {
  return bytes.length === 2 && bytes[0] === 0 && bytes[1] === 0
}
