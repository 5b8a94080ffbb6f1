/**
 * What people say to findings of the checker. It lies in the room document, which nobody may write over a
 * socket, so that nobody can answer in somebody else's name; shared/live.ts says how.
 */
import { findingRights } from '#shared/live.ts'
import type { FindingAnswer } from '#shared/finding-answer.ts'
import type { Storage } from '#server/storage/storage.ts'
import { seatFor } from './board-access.ts'
import type { BoardRoom } from './board-room.ts'
import { answerIn, type Said } from './finding-store.ts'
import type { PeopleService } from './people-service.ts'

export interface FindingAddress {
  readonly boardId: string
  readonly personId: string
  readonly finding: string
}

export interface NewAnswer extends Omit<Said, 'finding' | 'saying'> {
  readonly text: string
}

export class FindingsService {
  constructor(
    private readonly storage: Storage,
    private readonly room: BoardRoom,
    private readonly people: PeopleService,
    private readonly now: () => number,
  ) {}

  /** Refuses what leaves nothing to answer: a finding that was settled meanwhile. */
  async answer(
    where: FindingAddress,
    { text, ...wanted }: NewAnswer,
  ): Promise<FindingAnswer['status'] | 'reopened'> {
    const { boardId, personId, finding } = where
    const act = findingRights[wanted.act]
    await seatFor(this.storage, act, where)
    const { id, name } = await this.people.find(personId)
    const { rule } = wanted
    const saying = { act: wanted.act, authorId: id, authorName: name, text, at: this.now() }
    const deed = { personId, act, details: { finding, rule } }
    const thread = await this.room.act(boardId, deed, (room) =>
      answerIn(room, { ...wanted, finding, saying }),
    )
    return thread.answer?.status ?? 'reopened'
  }
}
