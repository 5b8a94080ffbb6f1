/**
 * The live server: documents that many write at once, over the y-websocket protocol at
 * `/live/<board id>/<document>`. It is given storage, sessions, clock and log, and reads no environment.
 */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { ErrorCode } from '#shared/errors.ts'
import { createValidator } from './board/validate-record.ts'
import type { Connection } from './connection.ts'
import { Door } from './door.ts'
import type { LiveDocuments } from './live-server.ts'
import { defaultLimits, type LiveOptions } from './options.ts'
import { Rooms } from './rooms.ts'
import { Ticker } from './ticker.ts'

/** Numbers to watch: `rooms` and `sockets` as they are, the others counted since the start. */
export type LiveMetrics = Readonly<
  Record<'rooms' | 'sockets' | 'ticks' | 'updates' | 'refusals', number>
>

export interface LiveServer extends LiveDocuments {
  /** For `server.on('upgrade')`. Never throws; answers or closes the socket. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Keeps and sends what has come in, tells every socket to come back later, and ends. */
  stop(): Promise<void>
  metrics(): LiveMetrics
}

/** How long sockets may take to say goodbye. */
const farewell = 1000

export function createLiveServer(options: LiveOptions): LiveServer {
  const limits = { ...defaultLimits, ...options.limits }
  const schema = options.createSchema()
  const { storage, log, now } = options
  const ticker = new Ticker({ storage, limits, log, now, kept: (room) => rooms.noteKept(room) })
  const rooms: Rooms = new Rooms({
    storage,
    schema,
    validate: createValidator(schema),
    maxRecords: limits.records,
    limits,
    log,
    now,
    ticker,
  })
  const door = new Door(options, limits, rooms)
  const timers = startTimers(door, rooms, limits)

  const closeWhere = (matches: (connection: Connection) => boolean, code: ErrorCode): void => {
    door.forgetRights()
    for (const connection of door.connections) if (matches(connection)) connection.close(code)
  }

  return {
    handleUpgrade: (request, socket, head) => void door.visit({ request, socket, head }),
    act: (boardId, document, act, change) =>
      rooms.hold(boardId, document, (room) => room.act(act, change)),
    read: (boardId, document, look) =>
      rooms.hold(boardId, document, async (room) => {
        await ticker.flush()
        return look(room.document.doc)
      }),
    rightsChanged(boardId, personIds) {
      const people = new Set(personIds)
      closeWhere(
        ({ seat }) => seat.boardId === boardId && people.has(seat.personId),
        'rights_changed',
      )
    },
    boardDeleted(boardId) {
      closeWhere(({ seat }) => seat.boardId === boardId, 'unknown_board')
      rooms.drop(boardId)
    },
    async stop() {
      door.shut()
      for (const timer of timers) clearInterval(timer)
      await ticker.flush()
      await rooms.saveAll()
      await sayGoodbye(door)
    },
    metrics: () => ({
      rooms: rooms.size,
      sockets: door.connections.size,
      ticks: ticker.ticks,
      updates: ticker.updates,
      refusals: door.refusals,
    }),
  }
}

function startTimers(
  door: Door,
  rooms: Rooms,
  limits: {
    readonly keepAlive: number
    readonly silence: number
    readonly presencePerSecond: number
  },
): readonly NodeJS.Timeout[] {
  const keepAlive = inShares(door, limits.keepAlive / 2, (connection) => connection.keepAlive())
  const checkAlive = inShares(door, limits.silence / 2, (connection) => connection.checkAlive())
  const release = setInterval(() => {
    for (const room of rooms) room.releaseHeld()
  }, 2000 / limits.presencePerSecond)
  return [keepAlive, checkAlive, release].map((timer) => timer.unref())
}

/** Many small rounds instead of one that all edits would wait for: each takes its share of the sockets. */
const shares = 32

/** Does something to every connection once in so many milliseconds. */
function inShares(
  { connections }: Door,
  period: number,
  act: (connection: Connection) => void,
): NodeJS.Timeout {
  let share = 0
  return setInterval(() => {
    share = (share + 1) % shares
    for (const connection of connections) if (connection.order % shares === share) act(connection)
  }, period / shares)
}

async function sayGoodbye(door: Door): Promise<void> {
  for (const connection of door.connections) connection.close('stopping')
  const end = performance.now() + farewell
  while (door.connections.size > 0 && performance.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  for (const connection of door.connections) connection.terminate()
}
