/** Boards as files: export with pictures and comments, import as a new board or beside what is there. */
import type { BoardSummary } from '#shared/api.ts'
import { createBoardSchema } from '#shared/design/board-schema.ts'
import { AppError } from '#shared/errors.ts'
import type { BoardFile, BoardThread } from '#shared/exchange/board-file.ts'
import { isBoardRefusal, parseBoardJson, printBoardJson } from '#shared/exchange/board-json.ts'
import { readRecords } from '#shared/exchange/read-records.ts'
import type { ThreadAnchor } from '#shared/live.ts'
import type { LiveDocuments } from '#server/live/live-server.ts'
import type { Storage } from '#server/storage/storage.ts'
import type { AssetsService } from './assets-service.ts'
import { seatFor } from './board-access.ts'
import { packPictures, unpackPictures } from './board-pictures.ts'
import type { BoardRoom } from './board-room.ts'
import type { BoardsService } from './boards-service.ts'
import { addToDesign, readDesign } from './design-store.ts'
import { newId } from './random-ids.ts'
import { addThread, putComment, readThreads } from './thread-store.ts'

/** Most records of a file; the live server takes no larger design. */
const maxRecords = 20_000

export interface BoardFilesParts {
  readonly storage: Storage
  readonly live: LiveDocuments
  readonly room: BoardRoom
  readonly boards: BoardsService
  readonly assets: AssetsService
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

export class BoardFilesService {
  constructor(private readonly parts: BoardFilesParts) {}

  /** The text of a board file. */
  async export(where: Where): Promise<string> {
    const { storage, live, assets } = this.parts
    const { board } = await seatFor(storage, 'export', where)
    const schema = createBoardSchema()
    const stored = await live.read(board.id, 'design', readDesign)
    const records = readRecords(stored, schema.serialize(), schema)?.records ?? []
    return printBoardJson({
      title: board.title,
      scenario: board.scenarioId,
      records,
      assets: await packPictures(assets, where, records),
      threads: await live.read(board.id, 'room', readThreads),
    })
  }

  /** A new board of the person; nothing of it stays when the file cannot be taken over. */
  async importNew(personId: string, text: string): Promise<ImportedBoard> {
    const { boards, isScenario } = this.parts
    const file = readFile(text)
    const scenario = file.scenario !== null && isScenario(file.scenario) ? file.scenario : null
    const title = file.title.trim().slice(0, 120)
    const named = title === '' ? {} : { title }
    const board: BoardSummary = await boards.create(personId, {
      ...named,
      scenario,
      as: 'interviewer',
    })
    try {
      return await this.takeOver({ boardId: board.id, personId }, file)
    } catch (error) {
      await boards.delete(board.id, personId)
      throw error
    }
  }

  /** Adds to a board that is there; nothing that was drawn goes away. */
  async importInto(where: Where, text: string): Promise<ImportedBoard> {
    await seatFor(this.parts.storage, 'import', where)
    return this.takeOver(where, readFile(text))
  }

  private async takeOver(where: Where, file: BoardFile): Promise<ImportedBoard> {
    const { live, assets, now } = this.parts
    const { boardId, personId } = where
    const records = await unpackPictures(assets, where, file)
    const details = { records: records.length, leftOut: file.rejected.length }
    const row = { boardId, personId, at: now(), act: 'import', details }
    const ids = await live.act(boardId, 'design', row, (design) =>
      addToDesign(design, records, newId),
    )
    if (file.threads.length > 0) await this.addThreads(where, file.threads, ids)
    return { id: boardId, records: records.length }
  }

  private async addThreads(
    { boardId, personId }: Where,
    threads: readonly BoardThread[],
    ids: ReadonlyMap<string, string>,
  ): Promise<void> {
    const deed = { personId, act: 'import_comments', details: { threads: threads.length } }
    await this.parts.room.act(boardId, deed, (room) => {
      for (const thread of threads) {
        const id = newId()
        const { at, on, createdAt, resolvedAt } = thread
        const anchor = movedAnchor(thread.anchor, ids)
        addThread(room, id, { anchor, at, on, createdAt, resolvedAt, resolvedBy: null })
        for (const { id: _, ...comment } of thread.comments.slice(0, 500)) {
          putComment(room, { thread: id, comment: newId() }, { ...comment, ...notHere(comment) })
        }
      }
    })
  }
}

/** What a file says that somebody said is shown under that name, but never as a person of this server. */
function notHere({ authorId }: { readonly authorId: string }) {
  return { authorId: `file:${authorId}` }
}

function movedAnchor(anchor: ThreadAnchor, ids: ReadonlyMap<string, string>): ThreadAnchor {
  const pageId = ids.get(anchor.pageId) ?? anchor.pageId
  if (anchor.type === 'point') return { ...anchor, pageId }
  return { ...anchor, pageId, shapeId: ids.get(anchor.shapeId) ?? anchor.shapeId }
}

function readFile(text: string): BoardFile {
  const file = parseBoardJson(text)
  if (isBoardRefusal(file)) throw new AppError(file.code, file.detail)
  if (file.records.length > maxRecords) {
    throw new AppError('board_full', `The file holds ${file.records.length} records.`)
  }
  return file
}
