/**
 * One socket at one document: reads its messages, writes prepared frames, and keeps its backlog within
 * bounds. What a message means is the room's to decide.
 */
import type { Duplex } from 'node:stream'
import type { RawData, WebSocket } from 'ws'
import { closeCodeOf, type ErrorCode } from '#shared/errors.ts'
import { createFrameLimit, createPresenceLimit, type Bucket } from './concerns/limit-rate.ts'
import type { LiveLimits } from './options.ts'
import { readMessage, writeAwareness, type ClientMessage } from './protocol.ts'
import type { Seat } from './seat.ts'

export interface ConnectionEvents {
  message(connection: Connection, message: ClientMessage): void
  /** The backlog is gone: the socket lacks everything after `stateVector`. */
  drained(connection: Connection, stateVector: Uint8Array): void
  closed(connection: Connection): void
}

/** The frames of one tick. `both` is there when the two others are. */
export interface Delivery {
  readonly update: Buffer | undefined
  readonly presence: Buffer | undefined
  readonly both: Buffer | undefined
  /** The state vector from before the tick. */
  readonly before: () => Uint8Array
}

/** Milliseconds, and frames, that a socket's own edits may wait before they come back to it. */
const longestOwed = 200
const mostOwed = 32

/** Received on an idle connection, it changes nothing and shows that the server is there. */
const nothing = writeAwareness([])

export interface ConnectionParts {
  readonly ws: WebSocket
  /** The socket under `ws`; whole frames are written to it, never parts. */
  readonly socket: Duplex
  readonly seat: Seat
  readonly limits: LiveLimits
  readonly now: () => number
  readonly order: number
}

export class Connection {
  readonly seat: Seat
  /** Grows with every connection of the process: the larger came later. */
  readonly order: number
  /** The Yjs client id that it spoke for first. */
  ownClient: number | undefined
  readonly presence: Bucket
  isClosed = false
  /** Closed by the server: what it sent and is still waiting does not count. */
  isRefused = false
  private readonly ws: WebSocket
  private readonly socket: Duplex
  private readonly limits: LiveLimits
  private readonly now: () => number
  private readonly frames: Bucket
  private hasSpoken = true
  private hasAnswered = true
  private isPaused = false
  /** Its own edits, kept by the log, that it was not told of yet. */
  private owed: Uint8Array[] = []
  private owesSince = 0
  /** Whether it got the document: updates before that would hang in the air. */
  private hasState = false
  /** Set while nothing is sent: what the client had when that began. */
  private lacksAfter: Uint8Array | undefined
  private lagsSince = 0

  constructor({ ws, socket, seat, limits, now, order }: ConnectionParts) {
    this.ws = ws
    this.socket = socket
    this.seat = seat
    this.limits = limits
    this.now = now
    this.order = order
    this.frames = createFrameLimit(limits, now())
    this.presence = createPresenceLimit(limits, now())
  }

  start(events: ConnectionEvents): void {
    this.ws.on('message', (data, isBinary) => this.read(events, data, isBinary))
    this.ws.on('pong', () => {
      this.hasAnswered = true
    })
    this.ws.on('error', () => this.ws.terminate())
    this.ws.on('close', () => {
      this.isClosed = true
      events.closed(this)
    })
    this.socket.on('drain', () => this.drain(events))
  }

  /** Writes frames that must arrive: answers and first states. */
  send(frame: Uint8Array): void {
    if (this.isClosed) return
    this.hasSpoken = true
    if (this.owed.length === 0) {
      this.socket.write(frame)
      return
    }
    this.owed.push(frame)
    this.socket.write(Buffer.concat(this.owed))
    this.owed = []
  }

  /** Keeps a frame that may wait for the next one, but not long. */
  owe(frame: Buffer): void {
    if (this.isClosed || !this.hasState || this.lacksAfter !== undefined) return
    if (this.owed.length === 0) this.owesSince = this.now()
    this.owed.push(frame)
    if (this.owed.length > mostOwed) this.payOwed()
  }

  /** Writes what has waited for long enough. */
  payLate(): void {
    if (this.owed.length > 0 && this.now() - this.owesSince >= longestOwed) this.payOwed()
  }

  /**
   * Writes what a tick brought. A slow socket first gets no presence, then nothing at all until it has
   * drained.
   */
  deliver({ update, presence, both, before }: Delivery): void {
    if (this.isClosed || !this.hasState || this.lacksAfter !== undefined) return
    const backlog = this.socket.writableLength
    if (backlog > this.limits.updateBacklog) {
      if (update !== undefined) this.lag(before())
      return
    }
    const frame = backlog > this.limits.presenceBacklog ? update : (both ?? update ?? presence)
    if (frame !== undefined) this.send(frame)
  }

  /**
   * Begins to receive everything after `stateVector`. Answers whether that can be sent now; when the
   * socket is full it is asked for again once it has drained.
   */
  catchUp(stateVector: Uint8Array): boolean {
    this.hasState = true
    this.lacksAfter = undefined
    if (this.socket.writableLength <= this.limits.updateBacklog) return true
    this.lag(stateVector)
    return false
  }

  /** Whether frames can be written to it at the moment. */
  get isFluent(): boolean {
    return (
      this.lacksAfter === undefined && this.socket.writableLength <= this.limits.presenceBacklog
    )
  }

  /** Stops reading while more is waiting than memory should hold. */
  pause(): void {
    if (this.isPaused) return
    this.isPaused = true
    this.ws.pause()
  }

  resume(): void {
    if (!this.isPaused) return
    this.isPaused = false
    this.ws.resume()
  }

  close(code: ErrorCode): void {
    if (this.isClosed) return
    this.isClosed = true
    this.isRefused = true
    this.resume()
    this.ws.close(closeCodeOf(code), code)
  }

  terminate(): void {
    this.ws.terminate()
  }

  /** Called at half of the keep-alive time: speaks where it was silent. */
  keepAlive(): void {
    if (!this.hasSpoken && this.isFluent) this.send(nothing)
    this.hasSpoken = false
    const lagsTooLong =
      this.lacksAfter !== undefined && this.now() - this.lagsSince > this.limits.silence
    if (lagsTooLong) this.ws.terminate()
  }

  /** Called once in the time that a peer may be silent: drops one that is gone, asks the others. */
  checkAlive(): void {
    if (!this.hasAnswered) {
      this.ws.terminate()
      return
    }
    this.hasAnswered = false
    this.ws.ping()
  }

  private read(events: ConnectionEvents, data: RawData, isBinary: boolean): void {
    if (this.isClosed) return
    this.hasAnswered = true
    const refusal = this.refusalOf(data, isBinary)
    if (refusal !== undefined) {
      this.close(refusal)
      return
    }
    const message = data instanceof Uint8Array ? readMessage(data) : undefined
    if (message === undefined) this.close('malformed_frame')
    else events.message(this, message)
  }

  private refusalOf(data: RawData, isBinary: boolean): ErrorCode | undefined {
    if (!isBinary || !(data instanceof Uint8Array)) return 'malformed_frame'
    if (data.length > this.limits.frameBytes) return 'too_large'
    return this.frames.take(this.now) ? undefined : 'too_many_requests'
  }

  private payOwed(): void {
    const last = this.owed.pop()
    if (last !== undefined) this.send(last)
  }

  private lag(lacksAfter: Uint8Array): void {
    this.owed = []
    this.lacksAfter = lacksAfter
    this.lagsSince = this.now()
  }

  private drain(events: ConnectionEvents): void {
    if (this.lacksAfter !== undefined && !this.isClosed) events.drained(this, this.lacksAfter)
  }
}
