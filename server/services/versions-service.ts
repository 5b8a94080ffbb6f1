/**
 * Versions of a board: a name for a moment of its design. What was drawn then is read from the log of
 * updates, so that a version costs a line. Going back is an act like any other: it is merged with what
 * others draw meanwhile, and the moment before it becomes a version by itself.
 */
import type { BoardVersion } from '#shared/live.ts'
import { cutTo } from '#shared/text.ts'
import type { LiveDocuments } from '#server/live/live-server.ts'
import type { Storage } from '#server/storage/storage.ts'
import { seatFor } from './board-access.ts'
import type { BoardRoom } from './board-room.ts'
import { becomeRecords } from './design-store.ts'
import type { Exchange } from './exchange/exchange.ts'
import type { StoredDocument } from './exchange/jobs.ts'
import type { PeopleService } from './people-service.ts'
import { newId } from './random-ids.ts'
import { addVersion, versionIn } from './version-store.ts'

export interface VersionsParts {
  readonly storage: Storage
  readonly live: LiveDocuments
  readonly room: BoardRoom
  readonly people: PeopleService
  readonly exchange: Exchange
  readonly now: () => number
}

interface Where {
  readonly boardId: string
  readonly personId: string
}

const nothingStored: StoredDocument = { snapshot: undefined, updates: [] }
/** As long as a name that somebody types. */
const longestName = 80

export class VersionsService {
  constructor(private readonly parts: VersionsParts) {}

  /** Everything that the person can have seen belongs to it: what is shown has been kept before. */
  async save(where: Where, name: string): Promise<string> {
    await seatFor(this.parts.storage, 'save_version', where)
    return this.keep(where, { name, kind: 'named' })
  }

  /** The board as it was, as a file in UTF-8: without pictures and comments. */
  async read(where: Where, id: string): Promise<Uint8Array> {
    const { storage, exchange } = this.parts
    const { board } = await seatFor(storage, 'export', where)
    const answer = await exchange.run(where.personId, {
      type: 'print',
      boardId: board.id,
      title: board.title,
      scenario: board.scenarioId,
      design: await this.stored(board.id, await this.find(board.id, id)),
      room: nothingStored,
      pictures: [],
    })
    if (answer.type !== 'printed') throw new Error('The exchange answered another question')
    return answer.text
  }

  async restore(where: Where, id: string): Promise<void> {
    const { storage, live, exchange, now } = this.parts
    const { boardId, personId } = where
    await seatFor(storage, 'restore', where)
    const version = await this.find(boardId, id)
    const design = await this.stored(boardId, version)
    const answer = await exchange.run(personId, { type: 'recall', design })
    if (answer.type !== 'recalled') throw new Error('The exchange answered another question')
    const name = cutTo(`Before going back to ${version.name}`, longestName)
    await this.keep(where, { name, kind: 'before-restore' })
    const row = { boardId, personId, at: now(), act: 'restore', details: { version: id } }
    await live.act(boardId, 'design', row, (doc) => becomeRecords(doc, answer.records))
  }

  private async keep(
    { boardId, personId }: Where,
    wanted: Pick<BoardVersion, 'name' | 'kind'>,
  ): Promise<string> {
    const { storage, people, room, now } = this.parts
    const id = newId()
    const author = await people.find(personId)
    const sequence = await storage.log.lastSequence(boardId, 'design')
    const version = { ...wanted, sequence, authorId: author.id, authorName: author.name, at: now() }
    const deed = { personId, act: 'save_version', details: { version: id } }
    await room.act(boardId, deed, (doc) => addVersion(doc, id, version))
    return id
  }

  private find(boardId: string, id: string): Promise<BoardVersion> {
    return this.parts.live.read(boardId, 'room', (room) => versionIn(room, id))
  }

  private async stored(boardId: string, { sequence }: BoardVersion): Promise<StoredDocument> {
    const { log } = this.parts.storage
    const { snapshot, updates } = await log.loadAt(boardId, 'design', sequence)
    return { snapshot: snapshot?.bytes, updates: updates.map(({ bytes }) => bytes) }
  }
}
