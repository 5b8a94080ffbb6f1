/** What the live server is given. Everything that it does not decide itself comes in through here. */
import type { IncomingMessage } from 'node:http'
import type { TLSchema } from '@tldraw/tlschema'
import type { Storage } from '#server/storage/storage.ts'

/** The part of the storage port that the live server uses. */
export type LiveStorage = Pick<Storage, 'log' | 'members' | 'boards'>

export interface LiveLog {
  info(details: object, message: string): void
  warn(details: object, message: string): void
  error(details: object, message: string): void
}

/** Who holds a socket, as the session cookie says. */
export interface LivePerson {
  readonly personId: string
}

/** Sizes in bytes, times in milliseconds. */
export interface LiveLimits {
  /** Largest frame that a socket may send. */
  readonly frameBytes: number
  /** Size of a document above which only small edits are accepted. */
  readonly documentBytes: number
  /** Most records of a design. */
  readonly records: number
  /** Largest edit of a document that is over its size. */
  readonly editBytesWhenFull: number
  /** Frames a second over a few seconds; more closes the socket. */
  readonly framesPerSecond: number
  readonly presencePerSecond: number
  readonly socketsPerPerson: number
  readonly socketsPerAddress: number
  /** Unsent bytes of one socket above which it gets no more presence. */
  readonly presenceBacklog: number
  /** Unsent bytes of one socket above which it gets nothing until it has drained. */
  readonly updateBacklog: number
  /** How long a socket may take to drain, and to answer a ping. */
  readonly silence: number
  /** Something is sent on every socket at least this often. */
  readonly keepAlive: number
  /** How long an empty room stays loaded. */
  readonly unloadAfter: number
  /** Updates after which a snapshot is saved while the room is in use. */
  readonly snapshotEvery: number
  /** Fewest updates for which a snapshot is worth its commit when the room is unloaded. */
  readonly snapshotAtLeast: number
  /** Longest that edits are gathered before they are sent, under load. */
  readonly longestTick: number
}

export const defaultLimits: LiveLimits = {
  frameBytes: 8 * 1024 * 1024,
  documentBytes: 64 * 1024 * 1024,
  records: 20_000,
  editBytesWhenFull: 1024,
  framesPerSecond: 20_000,
  presencePerSecond: 60,
  socketsPerPerson: 4096,
  socketsPerAddress: 16_384,
  presenceBacklog: 256 * 1024,
  updateBacklog: 4 * 1024 * 1024,
  silence: 45_000,
  keepAlive: 12_000,
  unloadAfter: 30_000,
  snapshotEvery: 2_000,
  snapshotAtLeast: 100,
  longestTick: 12,
}

export interface LiveOptions {
  readonly storage: LiveStorage
  readonly authenticate: (request: IncomingMessage) => Promise<LivePerson | undefined>
  readonly allowedOrigin: (request: IncomingMessage) => boolean
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** At least 0, less than 1. */
  readonly random: () => number
  readonly log: LiveLog
  readonly createSchema: () => TLSchema
  readonly limits?: Partial<LiveLimits>
}
