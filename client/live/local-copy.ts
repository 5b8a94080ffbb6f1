/**
 * The copies that make a board open without network: the design of a board that the person may write,
 * and what the server last said about board, person and room. Keyed by person, board and schema, so that
 * nobody finds another's board and no copy outlives its format.
 */
import type { Doc } from 'yjs'
import { clearDocument, IndexeddbPersistence } from 'y-indexeddb'
import type { BoardSummary, Person } from '#shared/api.ts'
import { createBoardSchema } from '#shared/design/board-schema.ts'
import type { BoardInfo, BoardVersion, FindingThread, RosterEntry } from '#shared/live.ts'
import type { Room, Thread } from './session.ts'

export interface RememberedBoard {
  readonly me: Person
  readonly board: BoardSummary
  readonly room: Room | undefined
}

/** Where copies live; a browser without these opens boards from the server alone. */
export interface CopyPlace {
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined
  readonly hasDatabase: boolean
}

export function browserCopies(): CopyPlace {
  try {
    return { storage: globalThis.localStorage, hasDatabase: 'indexedDB' in globalThis }
  } catch {
    // A browser that forbids storage throws at the mere question.
    return { storage: undefined, hasDatabase: false }
  }
}

/** Keeps `doc` in the browser from now on; resolves when what was kept has been read into it. */
export async function openDesignCopy(
  personId: string,
  boardId: string,
  doc: Doc,
): Promise<IndexeddbPersistence> {
  const copy = new IndexeddbPersistence(designCopyName(personId, boardId), doc)
  await copy.whenSynced
  return copy
}

export function deleteDesignCopy(personId: string, boardId: string): Promise<void> {
  return clearDocument(designCopyName(personId, boardId))
}

export function remember(place: CopyPlace, { me, board, room }: RememberedBoard): void {
  const kept: KeptBoard = { board, room: room === undefined ? undefined : keepRoom(room) }
  write(place, 'loadbearing-me', me)
  write(place, boardKey(me.id, board.id), kept)
}

/** What was last known of a board, for whoever used this browser last. */
export function recall(place: CopyPlace, boardId: string): RememberedBoard | undefined {
  const me = read(place, 'loadbearing-me') as Person | undefined
  if (me === undefined) return undefined
  const kept = read(place, boardKey(me.id, boardId)) as KeptBoard | undefined
  if (kept === undefined) return undefined
  return { me, board: kept.board, room: kept.room === undefined ? undefined : toRoom(kept.room) }
}

export function forget(place: CopyPlace, personId: string, boardId: string): void {
  place.storage?.removeItem(boardKey(personId, boardId))
  place.storage?.removeItem(unsentKey(personId, boardId))
}

/** Whether edits waited for the server when the board was last open here. */
export function hadUnsentEdits(place: CopyPlace, personId: string, boardId: string): boolean {
  return read(place, unsentKey(personId, boardId)) === true
}

export function noteUnsentEdits(place: CopyPlace, key: CopyKey, hasUnsentEdits: boolean): void {
  const name = unsentKey(key.personId, key.boardId)
  if (hasUnsentEdits) write(place, name, true)
  else place.storage?.removeItem(name)
}

export interface CopyKey {
  readonly personId: string
  readonly boardId: string
}

interface KeptRoom {
  readonly board: BoardInfo
  readonly roster: readonly (readonly [string, RosterEntry])[]
  readonly threads: readonly Thread[]
  /** These are absent in a copy of an earlier version. */
  readonly findings?: readonly (readonly [string, FindingThread])[]
  readonly versions?: readonly (readonly [string, BoardVersion])[]
}

interface KeptBoard {
  readonly board: BoardSummary
  readonly room: KeptRoom | undefined
}

function keepRoom({ findings, versions, roster, ...room }: Room): KeptRoom {
  return { ...room, roster: [...roster], findings: [...findings], versions: [...versions] }
}

function toRoom({ findings = [], versions = [], roster, ...room }: KeptRoom): Room {
  const named = { findings: new Map(findings), versions: new Map(versions) }
  return { ...room, roster: new Map(roster), ...named }
}

function designCopyName(personId: string, boardId: string): string {
  return `loadbearing-design-${schemaKey()}-${personId}-${boardId}`
}

function boardKey(personId: string, boardId: string): string {
  return `loadbearing-board-${personId}-${boardId}`
}

function unsentKey(personId: string, boardId: string): string {
  return `loadbearing-unsent-${personId}-${boardId}`
}

/** A short name for the schema of records: changes when any of its migrations does. */
function schemaKey(): string {
  const text = JSON.stringify(createBoardSchema().serialize())
  let hash = 0
  for (const character of text) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 0x7fffffff
  return hash.toString(36)
}

function write(place: CopyPlace, key: string, value: unknown): void {
  try {
    place.storage?.setItem(key, JSON.stringify(value))
  } catch {
    // Full or forbidden: the board then opens from the server alone.
    place.storage?.removeItem(key)
  }
}

/** What `write` wrote. Its key names what it is; whatever is no JSON counts as absent. */
function read(place: CopyPlace, key: string): unknown {
  try {
    const text = place.storage?.getItem(key) ?? null
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
