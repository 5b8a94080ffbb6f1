/**
 * Boards as files: export with pictures and comments, import as a new board or beside what is there.
 * Reading and writing happen in another thread; what is left here is to store what it answers.
 */
import * as Y from 'yjs'
import { maxTitle } from '#shared/api.ts'
import { cleanLine, cutTo } from '#shared/text.ts'
import type { LiveDocuments } from '#server/live/live-server.ts'
import type { AssetRow, Storage } from '#server/storage/storage.ts'
import type { AssetsService } from './assets-service.ts'
import { seatFor } from './board-access.ts'
import type { BoardRoom } from './board-room.ts'
import type { BoardsService } from './boards-service.ts'
import { factsOf, removeRecords } from './design-store.ts'
import type { Exchange } from './exchange/exchange.ts'
import type { Ground, ReadFile, StoredDocument } from './exchange/jobs.ts'
import { newId } from './random-ids.ts'
import { countThreads } from './thread-store.ts'

export interface BoardFilesParts {
  readonly storage: Storage
  readonly live: LiveDocuments
  readonly room: BoardRoom
  readonly boards: BoardsService
  readonly assets: AssetsService
  readonly exchange: Exchange
  readonly isScenario: (id: string) => boolean
  readonly now: () => number
}

interface Where {
  readonly boardId: string
  readonly personId: string
}

export interface ImportedBoard {
  readonly id: string
  readonly records: number
}

/** The board was empty when the file was read, and is no more. */
class GroundMoved extends Error {}

export class BoardFilesService {
  constructor(private readonly parts: BoardFilesParts) {}

  /** The text of a board file, in UTF-8. */
  async export(where: Where): Promise<Uint8Array> {
    const { storage, assets, exchange } = this.parts
    const { board } = await seatFor(storage, 'export', where)
    const answer = await exchange.run(where.personId, {
      type: 'print',
      boardId: board.id,
      title: board.title,
      scenario: board.scenarioId,
      design: await this.stored(board.id, 'design'),
      room: await this.stored(board.id, 'room'),
      pictures: await assets.filesOf(board.id),
    })
    if (answer.type !== 'printed') throw new Error('The exchange answered another question')
    return answer.text
  }

  /** A new board of the person, with everything of the file or not at all. */
  async importNew(personId: string, bytes: Uint8Array): Promise<ImportedBoard> {
    const { boards, isScenario } = this.parts
    const boardId = newId()
    const first = await boards.firstDesign(boardId, personId)
    const file = await this.read(personId, bytes, groundOfNew(boardId, first))
    const scenario = file.scenario !== null && isScenario(file.scenario) ? file.scenario : null
    const title = cutTo(cleanLine(file.title), maxTitle)
    const named = title === '' ? {} : { title }
    const assets = this.assetRows({ boardId, personId }, file)
    await this.withPictures(file, () =>
      boards.create(
        personId,
        { ...named, scenario, as: 'interviewer' },
        {
          boardId,
          design: [first, ...file.design],
          room: file.room,
          assets,
          details: detailsOf(file),
        },
      ),
    )
    return { id: boardId, records: file.records }
  }

  /**
   * Adds to a board that is there; nothing that was drawn goes away. A large file comes in pieces, so
   * that others go on meanwhile: after each the board is a good one, and all are taken back when one
   * cannot be kept.
   */
  async importInto(where: Where, bytes: Uint8Array): Promise<ImportedBoard> {
    await seatFor(this.parts.storage, 'import', where)
    try {
      return await this.addTo(where, bytes)
    } catch (error) {
      if (!(error instanceof GroundMoved)) throw error
      return this.addTo(where, bytes)
    }
  }

  private async addTo(where: Where, bytes: Uint8Array): Promise<ImportedBoard> {
    const file = await this.read(where.personId, bytes, await this.groundOf(where.boardId))
    await this.addPictures(where, file)
    await this.addDesign(where, file)
    const deed = { personId: where.personId, act: 'import_comments' }
    for (const update of file.room) {
      await this.parts.room.act(where.boardId, deed, (room) => Y.applyUpdate(room, update))
    }
    return { id: where.boardId, records: file.records }
  }

  /** Before anything shows them; what then fails leaves pictures that nobody sees, as a deleted one. */
  private async addPictures(where: Where, file: ReadFile): Promise<void> {
    const { assets, storage } = this.parts
    for (const { id, bytes } of file.pictures) await assets.writeFile(id, bytes)
    for (const row of this.assetRows(where, file)) await storage.assets.put(row)
  }

  private async addDesign({ boardId, personId }: Where, file: ReadFile): Promise<void> {
    const { live, now } = this.parts
    const row = () => ({ boardId, personId, at: now(), act: 'import', details: detailsOf(file) })
    let done = 0
    try {
      for (const update of file.design) {
        await live.act(boardId, 'design', row(), (design) => {
          if (done === 0 && file.replaces && !factsOf(design).isEmpty) throw new GroundMoved()
          Y.applyUpdate(design, update)
        })
        done++
      }
    } catch (error) {
      if (done > 0) await this.takeBack({ boardId, personId }, file).catch(() => undefined)
      throw error
    }
  }

  private async takeBack({ boardId, personId }: Where, { recordIds }: ReadFile): Promise<void> {
    const row = { boardId, personId, at: this.parts.now(), act: 'import_undone', details: {} }
    const own = recordIds.filter((id) => !id.startsWith('document:'))
    await this.parts.live.act(boardId, 'design', row, (design) => removeRecords(design, own))
  }

  private async read(personId: string, file: Uint8Array, ground: Ground): Promise<ReadFile> {
    const answer = await this.parts.exchange.run(personId, { type: 'read', file, ground })
    if (answer.type !== 'read') throw new Error('The exchange answered another question')
    return answer.file
  }

  private async groundOf(boardId: string): Promise<Ground> {
    const { live, assets } = this.parts
    const { facts, design } = await live.read(boardId, 'design', (doc) => {
      const known = factsOf(doc)
      return { facts: known, design: known.isEmpty ? Y.encodeStateAsUpdate(doc) : undefined }
    })
    const threads = await live.read(boardId, 'room', countThreads)
    return { boardId, facts, design, threads, pictureBytes: await assets.bytesOf(boardId) }
  }

  /** The files lie there before anything shows them, and go when nothing does. */
  private async withPictures(file: ReadFile, show: () => Promise<unknown>): Promise<void> {
    const { assets } = this.parts
    try {
      for (const { id, bytes } of file.pictures) await assets.writeFile(id, bytes)
      await show()
    } catch (error) {
      await assets.deleteFiles(file.pictures.map(({ id }) => id)).catch(() => undefined)
      throw error
    }
  }

  private assetRows({ boardId, personId }: Where, { pictures }: ReadFile): AssetRow[] {
    const createdAt = this.parts.now()
    return pictures.map(({ id, mime, bytes }) => {
      return { id, boardId, mime, size: bytes.byteLength, personId, createdAt }
    })
  }

  private async stored(boardId: string, document: 'design' | 'room'): Promise<StoredDocument> {
    const { snapshot, updates } = await this.parts.storage.log.load(boardId, document)
    return { snapshot: snapshot?.bytes, updates: updates.map(({ bytes }) => bytes) }
  }
}

function groundOfNew(boardId: string, design: Uint8Array): Ground {
  const facts = { isEmpty: true, records: 0, pageIndices: [] }
  return { boardId, facts, design, threads: 0, pictureBytes: 0 }
}

function detailsOf({ records, leftOut }: ReadFile) {
  return { records, leftOut }
}
