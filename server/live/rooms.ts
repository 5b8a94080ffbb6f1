/**
 * The rooms that are open: loads each once however many ask, and unloads it some time after the last has
 * left, with a snapshot.
 */
import * as Y from 'yjs'
import type { DocumentName } from '#shared/access.ts'
import { loadDocument, type LoadParts } from './load-document.ts'
import type { LiveDocument } from './live-document.ts'
import type { LiveLimits, LiveLog } from './options.ts'
import { Room } from './room.ts'
import type { Ticker } from './ticker.ts'

export interface RoomsParts extends LoadParts {
  readonly limits: LiveLimits
  readonly log: LiveLog
  readonly now: () => number
  readonly ticker: Ticker
}

interface Entry {
  readonly opening: Promise<Room>
  room: Room | undefined
  /** How many are about to use it. */
  holds: number
  timer: NodeJS.Timeout | undefined
  snapshotAt: number
}

/** Shortest time between two snapshots of a room in use. */
const snapshotPause = 10_000

export class Rooms {
  private readonly entries = new Map<string, Entry>()

  constructor(private readonly parts: RoomsParts) {}

  get size(): number {
    return this.entries.size
  }

  *[Symbol.iterator](): Iterator<Room> {
    for (const { room } of this.entries.values()) if (room !== undefined) yield room
  }

  /** Opens a room and keeps it open while `work` runs. */
  async hold<T>(boardId: string, name: DocumentName, work: (room: Room) => Promise<T>): Promise<T> {
    const key = `${boardId}/${name}`
    const entry = this.entries.get(key) ?? this.open(key, boardId, name)
    entry.holds++
    try {
      return await work(await entry.opening)
    } finally {
      entry.holds--
      this.letGo(key, entry)
    }
  }

  /** Forgets the rooms of a board that is no more. */
  drop(boardId: string): void {
    for (const [key, entry] of this.entries) {
      if (!key.startsWith(`${boardId}/`)) continue
      entry.room?.fail('unknown_board')
      this.forget(key, entry)
    }
  }

  /** Called after a room has kept something: shortens its next loading now and then. */
  noteKept(room: Room): void {
    if (room.unsnapshotted < this.parts.limits.snapshotEvery) return
    const entry = this.entries.get(keyOf(room))
    if (entry === undefined || this.parts.now() - entry.snapshotAt < snapshotPause) return
    void this.snapshot(room, entry)
  }

  /** Snapshots of everything that would take long to load without. */
  async saveAll(): Promise<void> {
    for (const entry of this.entries.values()) {
      clearTimeout(entry.timer)
      if (entry.room !== undefined) await this.snapshot(entry.room, entry)
    }
  }

  private open(key: string, boardId: string, name: DocumentName): Entry {
    const entry: Entry = {
      opening: this.load(key, boardId, name),
      room: undefined,
      holds: 0,
      timer: undefined,
      snapshotAt: this.parts.now(),
    }
    this.entries.set(key, entry)
    entry.opening.then(
      (room) => {
        entry.room = room
      },
      () => this.forget(key, entry),
    )
    return entry
  }

  private async load(key: string, boardId: string, name: DocumentName): Promise<Room> {
    const reload = (): Promise<LiveDocument> => loadDocument(this.parts, boardId, name)
    const { limits, log, now, ticker } = this.parts
    return new Room({
      boardId,
      document: await reload(),
      reload,
      limits,
      log,
      now,
      wake: (room) => ticker.wake(room),
      emptied: () => this.emptied(key),
      failed: () => this.emptied(key, true),
    })
  }

  private emptied(key: string, hasFailed = false): void {
    const entry = this.entries.get(key)
    if (entry === undefined) return
    if (hasFailed) this.forget(key, entry)
    else this.letGo(key, entry)
  }

  private letGo(key: string, entry: Entry): void {
    if (entry.holds > 0 || this.entries.get(key) !== entry) return
    clearTimeout(entry.timer)
    entry.timer = setTimeout(() => void this.unload(key, entry), this.parts.limits.unloadAfter)
    entry.timer.unref()
  }

  private async unload(key: string, entry: Entry): Promise<void> {
    const { room } = entry
    if (room === undefined || !isUnused(entry, room)) return
    await this.parts.ticker.flush()
    await this.snapshot(room, entry)
    if (isUnused(entry, room)) this.forget(key, entry)
  }

  private forget(key: string, entry: Entry): void {
    clearTimeout(entry.timer)
    if (this.entries.get(key) !== entry) return
    this.entries.delete(key)
    entry.room?.document.doc.destroy()
  }

  /** A failed snapshot costs time at the next loading and nothing else. */
  private async snapshot(room: Room, entry: Entry): Promise<void> {
    if (room.unsnapshotted < this.parts.limits.snapshotAtLeast || room.isClosed) return
    const { document, boardId } = room
    const at = this.parts.now()
    const bytes = Y.encodeStateAsUpdateV2(document.doc)
    room.unsnapshotted = 0
    document.size = bytes.length
    entry.snapshotAt = at
    const { name, sequence } = document
    try {
      await this.parts.storage.log.saveSnapshot({ boardId, document: name, sequence, at, bytes })
    } catch (error) {
      this.parts.log.warn({ board: boardId, error }, 'snapshot could not be saved')
    }
  }
}

function isUnused(entry: Entry, room: Room): boolean {
  return entry.holds === 0 && room.isIdle
}

function keyOf(room: Room): string {
  return `${room.boardId}/${room.document.name}`
}
