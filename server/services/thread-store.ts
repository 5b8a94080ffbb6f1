/**
 * Reads and writes threads in a room document: a map of maps, `'$'` being a thread's head and every
 * other key a comment. It refuses what is not there and may not ask who is asking.
 */
import * as Y from 'yjs'
import { AppError } from '#shared/errors.ts'
import type { BoardThread } from '#shared/exchange/board-file.ts'
import { documentRoots, threadHeadKey, type ThreadComment, type ThreadHead } from '#shared/live.ts'

/** Keeps a room loadable in a moment; a board has reached them long after it became unreadable. */
export const maxThreads = 2_000
export const maxComments = 500

interface Place {
  readonly thread: string
  readonly comment: string
}

/** Every thread with its comments, oldest first. */
export function readThreads(room: Y.Doc): BoardThread[] {
  const threads: BoardThread[] = []
  for (const [id, thread] of threadsOf(room)) {
    const head = thread instanceof Y.Map ? thread.get(threadHeadKey) : undefined
    if (!(thread instanceof Y.Map) || !isHead(head)) continue
    const comments: BoardThread['comments'] = []
    for (const [commentId, value] of thread.entries()) {
      if (isComment(value)) comments.push({ id: commentId, ...value })
    }
    threads.push({ id, ...head, comments: comments.sort((a, b) => a.createdAt - b.createdAt) })
  }
  return threads
}

export function countThreads(room: Y.Doc): number {
  return threadsOf(room).size
}

export function addThread(room: Y.Doc, id: string, head: ThreadHead): void {
  const threads = threadsOf(room)
  if (threads.size >= maxThreads) throw new AppError('board_full', 'It has too many comments.')
  const thread = new Y.Map<unknown>()
  thread.set(threadHeadKey, head)
  threads.set(id, thread)
}

export function addComment(room: Y.Doc, place: Place, comment: ThreadComment): void {
  const thread = threadIn(room, place.thread)
  if (thread.size > maxComments) throw new AppError('board_full', 'This thread is too long.')
  thread.set(place.comment, comment)
}

export function commentIn(room: Y.Doc, place: Place): ThreadComment {
  const comment = threadIn(room, place.thread).get(place.comment)
  if (!isComment(comment)) throw new AppError('unknown_thing')
  return comment
}

export function putComment(room: Y.Doc, place: Place, comment: ThreadComment): void {
  threadIn(room, place.thread).set(place.comment, comment)
}

/** The thread goes with its last comment. */
export function removeComment(room: Y.Doc, place: Place): void {
  const thread = threadIn(room, place.thread)
  thread.delete(place.comment)
  if ([...thread.keys()].every((key) => key === threadHeadKey)) {
    threadsOf(room).delete(place.thread)
  }
}

export function changeHead(
  room: Y.Doc,
  id: string,
  change: (head: ThreadHead) => ThreadHead,
): void {
  const thread = threadIn(room, id)
  const head = thread.get(threadHeadKey)
  if (!isHead(head)) throw new AppError('unknown_thing')
  const next = change(head)
  if (next !== head) thread.set(threadHeadKey, next)
}

function threadsOf(room: Y.Doc): Y.Map<unknown> {
  return room.getMap(documentRoots.room.threads)
}

function threadIn(room: Y.Doc, id: string): Y.Map<unknown> {
  const thread = threadsOf(room).get(id)
  if (!(thread instanceof Y.Map)) throw new AppError('unknown_thing')
  return thread
}

/** The head is not a comment, whatever id somebody asks for. */
function isComment(value: unknown): value is ThreadComment {
  return typeof value === 'object' && value !== null && 'authorId' in value
}

function isHead(value: unknown): value is ThreadHead {
  return typeof value === 'object' && value !== null && 'anchor' in value
}
