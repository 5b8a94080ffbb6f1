/** What a session is made of: time, chance, sockets and questions come from outside. */
import type { TLAssetStore } from '@tldraw/tlschema'
import type { BoardSummary, Person } from '#shared/api.ts'
import type { CopyPlace } from './local-copy.ts'
import type { Room } from './session.ts'

/** What a session asks over HTTP. Both reject with `RequestError`. */
export interface Questions {
  board(boardId: string): Promise<BoardSummary>
  /** Makes the browser known again when its cookie went missing. */
  me(): Promise<unknown>
}

export interface LiveSessionOptions {
  readonly me: Person
  readonly board: BoardSummary
  readonly room: Room | undefined
  readonly origin: string
  readonly now: () => number
  readonly random: () => number
  readonly socket: typeof WebSocket | undefined
  readonly copies: CopyPlace
  readonly assets: Required<TLAssetStore>
  readonly ask: Questions
}
