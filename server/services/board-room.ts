/**
 * Keeps the `board` and `roster` roots of a room equal to what is stored. It writes only through acts,
 * and always the whole truth. A crash between a row and its act leaves a room behind, which is put right
 * by the next change and, before that, by whoever opens the board next.
 */
import type * as Y from 'yjs'
import { documentRoots, type BoardInfo, type RosterEntry } from '#shared/live.ts'
import type { LiveDocuments } from '#server/live/live-server.ts'
import type { BoardRow, MemberRow, PersonRow, Storage } from '#server/storage/storage.ts'

/** Who did what, for the log of acts. */
export interface Deed {
  readonly personId: string
  readonly act: string
  readonly details?: unknown
}

type RosterRow = MemberRow & Pick<PersonRow, 'name' | 'color'>

interface Truth {
  readonly board: BoardRow | undefined
  readonly members: readonly RosterRow[]
}

export class BoardRoom {
  /** The last write of each board that is still under way. */
  private readonly writes = new Map<string, Promise<void>>()

  constructor(
    private readonly storage: Storage,
    private readonly live: LiveDocuments,
    private readonly now: () => number,
  ) {}

  /** Runs a change of the room document as one act. */
  async act<T>(boardId: string, deed: Deed, change: (room: Y.Doc) => T): Promise<T> {
    const { personId, act, details = {} } = deed
    const row = { boardId, personId, at: this.now(), act, details }
    return this.live.act(boardId, 'room', row, change)
  }

  async writeRoster(boardId: string, deed: Deed): Promise<void> {
    await this.inTurn(boardId, async () => {
      const members = await this.storage.members.ofBoard(boardId)
      await this.act(boardId, deed, (room) => putRoster(room, members))
    })
  }

  /** Writes the room only if it is not what it should be, as after a crash or an act that the disk refused. */
  async mend(boardId: string, deed: Deed): Promise<void> {
    const before = await this.truthOf(boardId)
    const isRight = await this.live.read(boardId, 'room', (room) => isCurrent(room, before))
    if (isRight) return
    await this.inTurn(boardId, async () => {
      const { board, members } = await this.truthOf(boardId)
      if (board === undefined) return
      await this.act(boardId, deed, (room) => {
        putBoard(room, board)
        putRoster(room, members)
      })
    })
  }

  async writeBoard(boardId: string, deed: Deed): Promise<void> {
    await this.inTurn(boardId, async () => {
      const board = await this.storage.boards.find(boardId)
      if (board !== undefined) await this.act(boardId, deed, (room) => putBoard(room, board))
    })
  }

  private async truthOf(boardId: string): Promise<Truth> {
    const board = await this.storage.boards.find(boardId)
    return { board, members: await this.storage.members.ofBoard(boardId) }
  }

  /**
   * What is read and what is written of it belong together: without taking turns, the slower of two
   * people who join at the same moment would write a roster that does not know the other.
   */
  private async inTurn(boardId: string, write: () => Promise<void>): Promise<void> {
    const before = this.writes.get(boardId) ?? Promise.resolve()
    const own = before.then(write, write)
    this.writes.set(boardId, own)
    try {
      await own
    } finally {
      if (this.writes.get(boardId) === own) this.writes.delete(boardId)
    }
  }
}

function isCurrent(room: Y.Doc, { board, members }: Truth): boolean {
  if (board === undefined) return true
  return (
    isSame(room.getMap(documentRoots.room.board), boardEntries(board)) &&
    isSame(room.getMap(documentRoots.room.roster), rosterEntries(members))
  )
}

/** The `board` root of a room. */
export function putBoard(room: Y.Doc, board: BoardRow): void {
  setChanged(room.getMap(documentRoots.room.board), boardEntries(board))
}

function boardEntries({ title, scenarioId }: BoardRow): ReadonlyMap<string, unknown> {
  const info: BoardInfo = { title, scenarioId }
  return new Map(Object.entries(info))
}

/** The `roster` root of a room: who left is taken out, who did not change stays untouched. */
export function putRoster(room: Y.Doc, members: readonly RosterRow[]): void {
  setChanged(room.getMap(documentRoots.room.roster), rosterEntries(members))
}

function rosterEntries(members: readonly RosterRow[]): ReadonlyMap<string, RosterEntry> {
  return new Map(members.map((member) => [member.personId, entryOf(member)]))
}

function isSame(map: Y.Map<unknown>, wanted: ReadonlyMap<string, unknown>): boolean {
  return (
    map.size === wanted.size && [...wanted].every(([key, value]) => isEqual(map.get(key), value))
  )
}

function entryOf({ name, color, role, owner }: RosterRow): RosterEntry {
  return { name, color, role, owner }
}

function setChanged(map: Y.Map<unknown>, wanted: ReadonlyMap<string, unknown>): void {
  for (const key of map.keys()) if (!wanted.has(key)) map.delete(key)
  for (const [key, value] of wanted) {
    if (!isEqual(map.get(key), value)) map.set(key, value)
  }
}

function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
