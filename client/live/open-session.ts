/**
 * Opens a board for a person: two documents over two sockets, a local copy where the person may write,
 * and one state that says how it goes. It asks the server for rights whenever a socket says no.
 */
import type { TLAssetStore } from '@tldraw/tlschema'
import { getBoard, getMe } from '#client/lib/requests.ts'
import type { BoardSummary, Person } from '#shared/api.ts'
import { uploadsTo } from './board-assets.ts'
import { browserCopies, type CopyPlace } from './local-copy.ts'
import type { Questions } from './live-session-options.ts'
import { LiveSession } from './live-session.ts'
import type { Room, Session } from './session.ts'

export interface OpenOptions {
  readonly me: Person
  /** As the server told it last, or as this browser remembers it (`findBoard`). */
  readonly board: BoardSummary
  /** The room as this browser remembers it. */
  readonly room?: Room | undefined
  /** `https://host`; the page's own when absent. */
  readonly origin?: string
  readonly now?: () => number
  readonly random?: () => number
  readonly copies?: CopyPlace
  readonly socket?: typeof WebSocket
  readonly assets?: Required<TLAssetStore>
  readonly ask?: Questions
}

export function openSession(options: OpenOptions): Session {
  const { me, board } = options
  return new LiveSession({
    me,
    board,
    room: options.room,
    origin: options.origin ?? location.origin,
    socket: options.socket,
    now: options.now ?? Date.now,
    random: options.random ?? Math.random,
    copies: options.copies ?? browserCopies(),
    assets: options.assets ?? uploadsTo(board.id),
    ask: options.ask ?? { board: getBoard, me: getMe },
  })
}
