/** Reads a board file and prepares everything that is then only to be stored. Runs in the worker. */
import * as Y from 'yjs'
import { AppError } from '#shared/errors.ts'
import type { BoardFile, BoardThread } from '#shared/exchange/board-file.ts'
import { isBoardRefusal, parseBoardJson } from '#shared/exchange/board-json.ts'
import type { ThreadAnchor } from '#shared/live.ts'
import { cleanLine, cleanText } from '#shared/text.ts'
import { unpackPictures } from '../board-pictures.ts'
import { arrange, writeInPieces } from '../design-store.ts'
import { newId } from '../random-ids.ts'
import { addThread, maxComments, maxThreads, putComment } from '../thread-store.ts'
import type { Ground, ReadFile, ReadJob } from './jobs.ts'

/** Most records of a board; the live server takes no larger design. */
const maxRecords = 20_000
/** Comments that are written as one update, more or less. */
const commentsInPiece = 200

export async function readFile({ file: bytes, ground }: ReadJob): Promise<ReadFile> {
  const file = parse(bytes)
  checkRoom(file, ground)
  const { records: unpacked, pictures } = await unpackPictures(ground, file)
  const arranged = arrange(unpacked, ground.facts, newId)
  const { records, replaces, ids } = arranged
  return {
    title: file.title,
    scenario: file.scenario,
    records: unpacked.length,
    leftOut: file.rejected.length,
    recordIds: records.map(({ id }) => id),
    replaces,
    design: writeInPieces(openDesign(ground), arranged),
    room: writeThreads(file.threads, ids),
    pictures,
  }
}

function parse(bytes: Uint8Array): BoardFile {
  const file = parseBoardJson(new TextDecoder().decode(bytes))
  if (isBoardRefusal(file)) throw new AppError(file.code, file.detail)
  return file
}

function checkRoom({ records, threads }: BoardFile, { facts, threads: there }: Ground): void {
  const before = facts.isEmpty ? 0 : facts.records
  if (before + records.length > maxRecords) {
    throw new AppError('board_full', `The file holds ${records.length} records.`)
  }
  if (there + threads.length > maxThreads) {
    throw new AppError('board_full', `The file holds ${threads.length} comment threads.`)
  }
}

function openDesign({ design }: Ground): Y.Doc {
  const doc = new Y.Doc()
  if (design !== undefined) Y.applyUpdate(doc, design)
  return doc
}

function writeThreads(
  threads: readonly BoardThread[],
  ids: ReadonlyMap<string, string>,
): Uint8Array[] {
  const room = new Y.Doc()
  const pieces: Uint8Array[] = []
  room.on('update', (update: Uint8Array) => void pieces.push(update))
  for (const group of groupsOf(threads)) {
    room.transact(() => {
      for (const thread of group) writeThread(room, thread, ids)
    })
  }
  return pieces
}

function groupsOf(threads: readonly BoardThread[]): BoardThread[][] {
  const groups: BoardThread[][] = []
  let size = commentsInPiece
  for (const thread of threads) {
    if (size >= commentsInPiece) {
      groups.push([])
      size = 0
    }
    groups.at(-1)?.push(thread)
    size += 1 + thread.comments.length
  }
  return groups
}

function writeThread(room: Y.Doc, thread: BoardThread, ids: ReadonlyMap<string, string>): void {
  const id = newId()
  const { at, on, createdAt, resolvedAt } = thread
  const anchor = movedAnchor(thread.anchor, ids)
  addThread(room, id, { anchor, at, on, createdAt, resolvedAt, resolvedBy: null })
  for (const { id: _, ...comment } of thread.comments.slice(0, maxComments)) {
    const said = { text: cleanText(comment.text), authorName: cleanLine(comment.authorName) }
    putComment(room, { thread: id, comment: newId() }, { ...comment, ...said, ...notHere(comment) })
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
