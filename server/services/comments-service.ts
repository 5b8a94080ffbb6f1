/**
 * Comment threads. They lie in the room document, which nobody may write over a socket, so that nobody
 * can speak for somebody else; shared/live.ts says how.
 */
import { mayAct, type Act } from '#shared/access.ts'
import { AppError } from '#shared/errors.ts'
import type { ThreadAnchor, ThreadComment } from '#shared/live.ts'
import type { MemberRow, Storage } from '#server/storage/storage.ts'
import { seatFor, seatOf } from './board-access.ts'
import type { BoardRoom } from './board-room.ts'
import type { PeopleService } from './people-service.ts'
import { newId } from './random-ids.ts'
import {
  addComment,
  addThread,
  changeHead,
  commentIn,
  putComment,
  removeComment,
} from './thread-store.ts'

export interface NewThread {
  readonly anchor: ThreadAnchor
  readonly at: { readonly x: number; readonly y: number }
  readonly on: string
  readonly text: string
}

/** Who speaks, and where. */
export interface Speaker {
  readonly boardId: string
  readonly personId: string
}

export interface CommentAddress extends Speaker {
  readonly thread: string
  readonly comment: string
}

export class CommentsService {
  constructor(
    private readonly storage: Storage,
    private readonly room: BoardRoom,
    private readonly people: PeopleService,
    private readonly now: () => number,
  ) {}

  async start(speaker: Speaker, wanted: NewThread): Promise<{ thread: string; comment: string }> {
    const ids = { thread: newId(), comment: newId() }
    const comment = await this.commentBy(speaker, 'comment', wanted.text)
    const { anchor, at, on } = wanted
    const head = {
      anchor,
      at,
      on,
      createdAt: comment.createdAt,
      resolvedAt: null,
      resolvedBy: null,
    }
    const deed = { personId: speaker.personId, act: 'comment', details: ids }
    await this.room.act(speaker.boardId, deed, (room) => {
      addThread(room, ids.thread, head)
      addComment(room, ids, comment)
    })
    return ids
  }

  async reply(speaker: Speaker, thread: string, text: string): Promise<{ comment: string }> {
    const ids = { thread, comment: newId() }
    const comment = await this.commentBy(speaker, 'reply', text)
    const deed = { personId: speaker.personId, act: 'reply', details: ids }
    await this.room.act(speaker.boardId, deed, (room) => addComment(room, ids, comment))
    return { comment: ids.comment }
  }

  async edit(where: CommentAddress, text: string): Promise<void> {
    const { boardId, personId, thread, comment } = where
    await seatFor(this.storage, 'edit_own_comment', where)
    const editedAt = this.now()
    const deed = { personId, act: 'edit_own_comment', details: { thread, comment } }
    await this.room.act(boardId, deed, (room) => {
      const before = commentIn(room, where)
      if (before.authorId !== personId) throw new AppError('role_may_not')
      putComment(room, where, { ...before, text, editedAt })
    })
  }

  /** One's own, or anybody's for the owner. A thread goes with its last comment. */
  async delete(where: CommentAddress): Promise<void> {
    const { boardId, personId, thread, comment } = where
    const { member } = await seatOf(this.storage, boardId, personId)
    const deed = { personId, act: 'delete_comment', details: { thread, comment } }
    await this.room.act(boardId, deed, (room) => {
      const isOwn = commentIn(room, where).authorId === personId
      if (!mayDelete(member, isOwn)) throw new AppError('role_may_not')
      removeComment(room, where)
    })
  }

  /** Settling what is settled changes nothing. */
  async settle(speaker: Speaker, thread: string, act: 'resolve' | 'reopen'): Promise<void> {
    const { boardId, personId } = speaker
    await seatFor(this.storage, act, speaker)
    const at = this.now()
    const settled = act === 'resolve'
    await this.room.act(boardId, { personId, act, details: { thread } }, (room) => {
      changeHead(room, thread, (head) => {
        if ((head.resolvedAt !== null) === settled) return head
        const resolved = settled ? { resolvedAt: at, resolvedBy: personId } : unresolved
        return { ...head, ...resolved }
      })
    })
  }

  private async commentBy(speaker: Speaker, act: Act, text: string): Promise<ThreadComment> {
    await seatFor(this.storage, act, speaker)
    const { id, name } = await this.people.find(speaker.personId)
    return { authorId: id, authorName: name, text, createdAt: this.now(), editedAt: null }
  }
}

const unresolved = { resolvedAt: null, resolvedBy: null }

function mayDelete(member: MemberRow, isOwn: boolean): boolean {
  return mayAct(member, 'delete_any_comment') || (isOwn && mayAct(member, 'delete_own_comment'))
}
