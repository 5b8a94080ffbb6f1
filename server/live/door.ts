/**
 * The way in: what is asked of an upgrade, in this order, before a socket sits at a document.
 *
 * 1. authenticate — the Origin is ours, the session cookie names a person
 * 2. find-seat — the board exists, the person is on it, the role may read the document
 * 3. limit-sockets — neither the person nor the address holds too many
 *
 * Then each frame: limit-rate → guard-awareness or, in the tick, guard-writes → integrate (with the
 * judge of the board) → persist → fan-out.
 *
 * A refused socket is opened and closed again with the code of the refusal, since a browser is told
 * nothing about an upgrade that fails.
 */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { AppError, closeCodeOf, type ErrorCode } from '#shared/errors.ts'
import { authenticate } from './concerns/authenticate.ts'
import { findSeat, readLiveAddress } from './concerns/find-seat.ts'
import { createSocketCount } from './concerns/limit-sockets.ts'
import { Connection } from './connection.ts'
import type { LiveLimits, LiveOptions } from './options.ts'
import type { Rooms } from './rooms.ts'
import type { Seat } from './seat.ts'

interface Visit {
  readonly request: IncomingMessage
  readonly socket: Duplex
  readonly head: Buffer
}

/** How long a peer may take to answer the closing of its socket. */
const closeTimeout = 3000

export class Door {
  readonly connections = new Set<Connection>()
  /** Sockets that were sent away, since the start. */
  refusals = 0
  private readonly server: WebSocketServer
  private readonly sockets
  private isShut = false
  private order = 0
  /** Grows when rights change: a seat that was found before has to be found again. */
  private rightsVersion = 0

  constructor(
    private readonly options: LiveOptions,
    private readonly limits: LiveLimits,
    private readonly rooms: Rooms,
  ) {
    this.sockets = createSocketCount(limits)
    const settings = {
      noServer: true,
      perMessageDeflate: false,
      clientTracking: false,
      maxPayload: limits.frameBytes * 2,
      closeTimeout,
    }
    this.server = new WebSocketServer(settings)
  }

  async visit(visit: Visit): Promise<void> {
    const drop = (): void => void visit.socket.destroy()
    visit.socket.on('error', drop)
    try {
      const seat = await this.findSeat(visit)
      if (typeof seat === 'string') this.refuse(visit, seat)
      else await this.admit(visit, seat)
    } catch (error) {
      const code = error instanceof AppError ? error.code : 'unexpected'
      this.options.log.error({ error, url: visit.request.url }, 'socket could not be opened')
      this.refuse(visit, code)
    }
    visit.socket.off('error', drop)
  }

  /** Everybody who comes from now on is sent away. */
  shut(): void {
    this.isShut = true
  }

  /** Seats that are being looked up are looked up again. */
  forgetRights(): void {
    this.rightsVersion++
  }

  private async findSeat({ request }: Visit): Promise<Seat | ErrorCode> {
    if (this.isShut) return 'stopping'
    const person = await authenticate(request, this.options)
    if (typeof person === 'string') return person
    const target = readLiveAddress(request.url ?? '')
    if (target === undefined) return 'unknown_board'
    const { personId } = person
    const address = request.socket.remoteAddress ?? ''
    return findSeat(this.options.storage, target, { personId, address })
  }

  private async admit(visit: Visit, seat: Seat): Promise<void> {
    const { rightsVersion } = this
    await this.rooms.hold(seat.boardId, seat.document, async (room) => {
      const isStale = this.isShut || rightsVersion !== this.rightsVersion
      const now = isStale ? await this.findSeat(visit) : seat
      const refusal = typeof now === 'string' ? now : this.sockets.enter(now)
      if (typeof now === 'string' || refusal !== undefined) {
        this.refuse(visit, refusal ?? 'unexpected')
        return
      }
      this.open(visit, now, (connection) => room.join(connection))
    })
  }

  private open(visit: Visit, seat: Seat, enter: (connection: Connection) => void): void {
    const { socket } = visit
    const leave = (): void => this.sockets.leave(seat)
    if (socket.destroyed) {
      leave()
      return
    }
    socket.once('close', leave)
    this.handshake(visit, (ws) => {
      const { limits } = this
      const { now } = this.options
      const connection = new Connection({ ws, socket, seat, limits, now, order: ++this.order })
      this.connections.add(connection)
      ws.on('close', () => this.connections.delete(connection))
      enter(connection)
    })
  }

  private refuse(visit: Visit, code: ErrorCode): void {
    this.refusals++
    if (visit.socket.destroyed) return
    this.handshake(visit, (ws) => {
      ws.on('error', () => ws.terminate())
      ws.close(closeCodeOf(code), code)
    })
  }

  private handshake({ request, socket, head }: Visit, use: (ws: WebSocket) => void): void {
    this.server.handleUpgrade(request, socket, head, use)
  }
}
