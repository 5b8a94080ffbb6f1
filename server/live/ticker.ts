/**
 * The one clock of all rooms: gathers what came in, has it kept in one append, then sent. At once when
 * idle; where edits can share a frame the pauses grow with the cost of a tick, so that more do.
 */
import type { LiveLimits, LiveLog, LiveStorage } from './options.ts'
import { persist } from './concerns/persist.ts'
import type { Room } from './room.ts'
import type { Turn } from './turn.ts'

export interface TickerParts {
  readonly storage: LiveStorage
  readonly limits: LiveLimits
  readonly log: LiveLog
  readonly now: () => number
  /** Called when a room has kept something. */
  readonly kept: (room: Room) => void
}

export class Ticker {
  ticks = 0
  updates = 0
  private readonly dirty = new Set<Room>()
  private isScheduled = false
  private restUntil = 0
  /** The append that is under way. */
  private writing: Promise<void> | undefined

  constructor(private readonly parts: TickerParts) {}

  wake(room: Room): void {
    this.dirty.add(room)
    this.schedule()
  }

  /** Resolves when everything that has come in so far is kept and sent. */
  async flush(): Promise<void> {
    await this.writing
    if (this.dirty.size === 0) return
    this.tick()
    await this.flush()
  }

  private schedule(): void {
    if (this.isScheduled) return
    this.isScheduled = true
    const rest = this.restUntil - performance.now()
    if (rest < 0.5) setImmediate(this.run)
    else setTimeout(this.run, rest)
  }

  private readonly run = (): void => {
    this.isScheduled = false
    this.tick()
  }

  private tick(): void {
    const started = performance.now()
    const rooms = [...this.dirty]
    this.dirty.clear()
    this.ticks++
    if (this.writing !== undefined) {
      for (const room of rooms) this.passPresence(room)
      return
    }
    const turns = new Map<Room, Turn>()
    for (const room of rooms) {
      const turn = this.guarded(room, () => room.integrate())
      if (turn !== undefined) turns.set(room, turn)
    }
    if (turns.size === 0) {
      this.send(rooms, turns, started)
      return
    }
    const writing = this.keep(rooms, turns, started)
    this.writing = writing
    setImmediate(() => {
      if (this.writing === writing) for (const room of rooms) this.passPresence(room)
    })
  }

  /** The log is busy: cursors go on, edits and joiners wait for it. */
  private passPresence(room: Room): void {
    this.guarded(room, () => room.deliverPresence())
    if (room.hasWork) this.dirty.add(room)
  }

  private async keep(
    rooms: readonly Room[],
    turns: Map<Room, Turn>,
    started: number,
  ): Promise<void> {
    try {
      this.updates += await persist(this.parts.storage, [...turns.values()], this.parts.now())
      this.send(rooms, turns, started)
    } catch (error) {
      this.parts.log.error({ error, rooms: turns.size }, 'the log could not be written')
      for (const [room, { acts }] of turns) {
        for (const { act } of acts) act.reject(error)
        room.fail('storage_unavailable')
      }
      this.send(rooms, new Map(), started)
    }
    this.writing = undefined
    if (this.dirty.size > 0) this.schedule()
  }

  private send(rooms: readonly Room[], turns: ReadonlyMap<Room, Turn>, started: number): void {
    for (const room of rooms) {
      const turn = turns.get(room)
      this.guarded(room, () => room.deliver(turn))
      if (turn !== undefined) this.parts.kept(room)
    }
    const ended = performance.now()
    const rest = (ended - started) * restShare(turns)
    this.restUntil = ended + Math.min(this.parts.limits.longestTick, rest)
  }

  /** What goes wrong in a room ends that room alone. */
  private guarded<T>(room: Room, work: () => T): T | undefined {
    try {
      return work()
    } catch (error) {
      this.parts.log.error({ board: room.boardId, error }, 'room failed')
      room.fail('unexpected')
      return undefined
    }
  }
}

/**
 * Share of a tick's cost that is waited before the next. Waiting pays where many edits go into one frame
 * for a room, and only delays where each room has one.
 */
function restShare(turns: ReadonlyMap<Room, Turn>): number {
  let edits = 0
  for (const { outlines } of turns.values()) edits += outlines.length
  return edits === 0 ? 1 : 1 - turns.size / Math.max(edits, turns.size)
}
