/**
 * What client and server agree on about the live documents: addresses, roots, shapes of the values and
 * the presence a person sends. It may not know Yjs or sockets.
 */
import type { Act, DocumentName, Role } from './access.ts'
import type { FindingAnswer } from './finding-answer.ts'

/** Path of a document's socket; the y-websocket provider appends nothing else. */
export function livePath(boardId: string, document: DocumentName): string {
  return `/live/${boardId}/${document}`
}

/** Names of the roots of each document; an update that touches another root is refused. */
export const documentRoots = {
  design: { records: 'records', meta: 'meta' },
  room: {
    board: 'board',
    roster: 'roster',
    threads: 'threads',
    findings: 'findings',
    versions: 'versions',
  },
  notes: { texts: 'texts' },
} as const satisfies Record<DocumentName, Record<string, string>>

/** Keys of the `meta` root of a design; only the server writes them. */
export const metaKeys = {
  /** Serialized schema of the records, as JSON. */
  schema: 'schema',
} as const

/** Keys of the `board` root of a room: plain JSON values, written by the server. */
export interface BoardInfo {
  readonly title: string
  readonly scenarioId: string | null
}

/** One entry of `roster`, under the person's id. Names and colours on the board come from here alone. */
export interface RosterEntry {
  readonly name: string
  readonly color: string
  readonly role: Role
  readonly owner: boolean
}

/** Where a thread hangs. A point is in page coordinates; what was deleted leaves the last point. */
export type ThreadAnchor =
  | { readonly type: 'component'; readonly shapeId: string; readonly pageId: string }
  | { readonly type: 'arrow'; readonly shapeId: string; readonly pageId: string }
  | { readonly type: 'point'; readonly x: number; readonly y: number; readonly pageId: string }

/**
 * A thread is a map under its id in `threads`: `'$'` holds its head, every other key is the id of a
 * comment. All values are plain JSON, written by the server.
 */
export interface ThreadHead {
  readonly anchor: ThreadAnchor
  /** Where the anchor was last seen, in page coordinates, so that a deleted one leaves a place. */
  readonly at: { readonly x: number; readonly y: number }
  /** What it hung on, in words, when it was made. */
  readonly on: string
  readonly createdAt: number
  readonly resolvedAt: number | null
  readonly resolvedBy: string | null
}
export const threadHeadKey = '$'

export interface ThreadComment {
  readonly authorId: string
  /** Kept with the comment, since people leave and rename themselves. */
  readonly authorName: string
  readonly text: string
  /** Milliseconds since 1970, by the server's clock. */
  readonly createdAt: number
  readonly editedAt: number | null
}

/**
 * What people said to a finding of the checker, under its id in `findings`. Plain JSON, written by the
 * server. The finding itself is found anew by everybody who reads the design.
 */
export interface FindingThread {
  readonly rule: string
  /** What the rule is called and what it spoke of, in words, when somebody answered first. */
  readonly title: string
  readonly on: string
  /** What holds as long as the finding rests on the same evidence; absent once somebody asked back. */
  readonly answer: FindingAnswer | null
  /** Oldest first. */
  readonly said: readonly FindingSaying[]
}

export const findingActs = ['defend', 'set-aside', 'accept', 'ask-back'] as const
export type FindingActName = (typeof findingActs)[number]
/** Which right each of them needs. */
export const findingRights = {
  defend: 'defend',
  'set-aside': 'set_aside',
  accept: 'accept',
  'ask-back': 'ask_back',
} as const satisfies Record<FindingActName, Act>

export interface FindingSaying {
  readonly act: FindingActName
  readonly authorId: string
  /** Kept with what was said, since people leave and rename themselves. */
  readonly authorName: string
  readonly text: string
  /** Milliseconds since 1970, by the server's clock. */
  readonly at: number
}

/**
 * A moment of the design that somebody may want back, under its id in `versions`. Plain JSON, written by the
 * server. What was drawn then is in the log of updates.
 */
export interface BoardVersion {
  readonly name: string
  /** `before-restore`: made by itself, so that going back loses nothing. */
  readonly kind: 'named' | 'before-restore'
  /** The last update of the design that belongs to it. */
  readonly sequence: number
  readonly authorId: string
  /** Kept with the version, since people leave and rename themselves. */
  readonly authorName: string
  /** Milliseconds since 1970, by the server's clock. */
  readonly at: number
}

/**
 * What one tab says about itself: the awareness state of the design document. The server refuses a
 * state whose `person` is not the session's own; name and colour come from the roster.
 */
export interface Presence {
  readonly person: string
  readonly pageId: string
  /** Page coordinates; null when the pointer is elsewhere. */
  readonly cursor: { readonly x: number; readonly y: number } | null
  /** At most {@link maxSharedSelection} shape ids. */
  readonly selection: readonly string[]
  /** Visible part of the page in page coordinates, so that others can follow. */
  readonly viewport: {
    readonly x: number
    readonly y: number
    readonly w: number
    readonly h: number
  }
  /** Person who is being followed. */
  readonly following: string | null
  /** Set when this person asks everyone to come; others react when the number grows. Only who may lead. */
  readonly summon: number
}
export const maxSharedSelection = 100
/** Largest awareness state, in bytes of JSON. */
export const maxPresenceBytes = 8 * 1024
/** Most presence messages a second that a client sends; the server accepts twice as many. */
export const presenceHz = 30
