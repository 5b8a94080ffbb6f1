/** Boards and who is on them. It decides nothing about access beyond asking `shared/access.ts`. */
import { mayMakeLink, type Role } from '#shared/access.ts'
import type { BoardSummary, Member } from '#shared/api.ts'
import { AppError } from '#shared/errors.ts'
import type { LiveDocuments } from '#server/live/live-server.ts'
import type {
  AssetRow,
  BoardBeginnings,
  BoardRow,
  MemberRow,
  Storage,
  UpdateRow,
} from '#server/storage/storage.ts'
import { seatFor, seatOf } from './board-access.ts'
import type { BoardRoom } from './board-room.ts'
import type { PeopleService } from './people-service.ts'
import { newId } from './random-ids.ts'

export interface NewBoard {
  readonly title?: string | undefined
  readonly scenario?: string | null | undefined
  readonly as: 'interviewer' | 'candidate'
}

/** What a board is made of when it does not begin empty. */
export interface BoardContent {
  readonly boardId: string
  /** In the place of the first update of an empty design. */
  readonly design: readonly Uint8Array[]
  /** After the first update of a room. */
  readonly room: readonly Uint8Array[]
  readonly assets: readonly AssetRow[]
  readonly details: unknown
}

/** The first updates of a board's documents. */
export type SeedBoard = (board: BoardRow, owner: RosterSeed) => readonly UpdateRow[]
export interface RosterSeed {
  readonly id: string
  readonly name: string
  readonly color: string
  readonly role: Role
}

export interface BoardsParts {
  readonly storage: Storage
  readonly live: LiveDocuments
  readonly room: BoardRoom
  readonly people: PeopleService
  readonly seedBoard: SeedBoard
  /** Title of a scenario by its id. */
  readonly scenarioTitle: (id: string) => string | undefined
  /** Removes the files of a deleted board. */
  readonly deleteFiles: (assetIds: readonly string[]) => Promise<void>
  readonly now: () => number
}

export class BoardsService {
  constructor(private readonly parts: BoardsParts) {}

  /** With its content, if any, in one go: a board is there with all of it or not at all. */
  async create(personId: string, wanted: NewBoard, content?: BoardContent): Promise<BoardSummary> {
    const { storage, people, seedBoard, now } = this.parts
    const { id, name, color } = await people.find(personId)
    const at = now()
    const board: BoardRow = {
      id: content?.boardId ?? newId(),
      title: wanted.title ?? this.titleOf(wanted.scenario),
      scenarioId: wanted.scenario ?? null,
      createdAt: at,
      updatedAt: at,
    }
    const seat = { role: wanted.as, owner: true, linkId: null, joinedAt: at }
    const member: MemberRow = { boardId: board.id, personId, ...seat }
    const seed = seedBoard(board, { id, name, color, role: wanted.as })
    if (content === undefined) await storage.boards.create(board, member, seed)
    else await storage.boards.create(board, member, ...filled(seed, content, member))
    return summaryOf(board, member)
  }

  /** The first update of the design of a board that is about to be made. */
  async firstDesign(boardId: string, personId: string): Promise<Uint8Array> {
    const { people, seedBoard, now } = this.parts
    const { id, name, color } = await people.find(personId)
    const board = { id: boardId, title: '', scenarioId: null, createdAt: now(), updatedAt: now() }
    const seed = seedBoard(board, { id, name, color, role: 'interviewer' })
    const design = seed.find(({ document }) => document === 'design')
    if (design === undefined) throw new Error('A board begins with a design')
    return design.bytes
  }

  async list(personId: string): Promise<BoardSummary[]> {
    const boards = await this.parts.storage.boards.ofPerson(personId)
    return boards.map((board) => summaryOf(board, board))
  }

  async find(boardId: string, personId: string): Promise<BoardSummary> {
    const { board, member } = await seatOf(this.parts.storage, boardId, personId)
    return summaryOf(board, member)
  }

  /** What a page asks first. A disk that cannot be written is no reason not to open a board. */
  async open(boardId: string, personId: string): Promise<BoardSummary> {
    const summary = await this.find(boardId, personId)
    await this.parts.room.mend(boardId, { personId, act: 'mend_room' }).catch((error: unknown) => {
      if (!(error instanceof AppError) || error.code !== 'storage_unavailable') throw error
    })
    return summary
  }

  async rename(boardId: string, personId: string, title: string): Promise<BoardSummary> {
    const { storage, room } = this.parts
    await seatFor(storage, 'rename_board', { boardId, personId })
    await storage.boards.rename(boardId, title)
    await room.writeBoard(boardId, { personId, act: 'rename_board', details: { title } })
    return this.find(boardId, personId)
  }

  /** Everything of the board, its images included. */
  async delete(boardId: string, personId: string): Promise<void> {
    const { storage, live, deleteFiles } = this.parts
    await seatFor(storage, 'delete_board', { boardId, personId })
    const assets = await storage.assets.ofBoard(boardId)
    await storage.boards.delete(boardId)
    live.boardDeleted(boardId)
    await deleteFiles(assets.map((asset) => asset.id))
  }

  async members(boardId: string, personId: string): Promise<Member[]> {
    const { storage } = this.parts
    await seatOf(storage, boardId, personId)
    const rows = await storage.members.ofBoard(boardId)
    return rows.map(({ personId: id, name, color, role, owner, joinedAt }) => {
      return { person: { id, name, color }, role, owner, joinedAt }
    })
  }

  /** By the owner, who can hand out only the seats that the owner could make a link for. */
  async changeRole(boardId: string, personId: string, other: string, role: Role): Promise<void> {
    const { storage, live, room } = this.parts
    const { member } = await seatFor(storage, 'change_role', { boardId, personId })
    if (!mayMakeLink(member, role)) throw new AppError('role_may_not')
    const target = await this.memberOf(boardId, other)
    if (target.role === role) return
    await storage.members.put({ ...target, role })
    await room.writeRoster(boardId, { personId, act: 'change_role', details: { other, role } })
    live.rightsChanged(boardId, [other])
  }

  /** Anybody may leave; only the owner removes somebody else. The owner stays. */
  async removeMember(boardId: string, personId: string, other: string): Promise<void> {
    const { storage, live, room } = this.parts
    if (other === personId) await seatOf(storage, boardId, personId)
    else await seatFor(storage, 'change_role', { boardId, personId })
    const target = await this.memberOf(boardId, other)
    if (target.owner) {
      throw new AppError('role_may_not', 'A board keeps its owner; delete the board instead.')
    }
    await storage.members.remove(boardId, other)
    const act = other === personId ? 'leave' : 'remove_member'
    await room.writeRoster(boardId, { personId, act, details: { other } })
    live.rightsChanged(boardId, [other])
  }

  private async memberOf(boardId: string, personId: string): Promise<MemberRow> {
    const member = await this.parts.storage.members.find(boardId, personId)
    if (member === undefined) throw new AppError('unknown_thing')
    return member
  }

  private titleOf(scenario: string | null | undefined): string {
    if (scenario === undefined || scenario === null) return 'Untitled board'
    const title = this.parts.scenarioTitle(scenario)
    if (title === undefined) throw new AppError('unknown_scenario')
    return title
  }
}

/** The first updates and what else belongs to a board that begins with a content. */
function filled(
  seed: readonly UpdateRow[],
  { boardId, design, room, assets, details }: BoardContent,
  { personId, joinedAt: at }: MemberRow,
): [UpdateRow[], BoardBeginnings] {
  const rowsOf = (document: 'design' | 'room', updates: readonly Uint8Array[]) =>
    updates.map((bytes): UpdateRow => ({ boardId, document, personId, at, bytes }))
  const kept = seed.filter(({ document }) => document !== 'design')
  const first = [...kept, ...rowsOf('design', design), ...rowsOf('room', room)]
  return [first, { assets, acts: [{ boardId, personId, at, act: 'import', details }] }]
}

function summaryOf(board: BoardRow, member: Pick<MemberRow, 'role' | 'owner'>): BoardSummary {
  const { id, title, scenarioId, createdAt, updatedAt } = board
  const { role, owner } = member
  return { id, title, scenario: scenarioId, role, owner, createdAt, updatedAt }
}
