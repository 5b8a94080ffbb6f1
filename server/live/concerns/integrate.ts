/**
 * One room's part of a tick: merges what waits in the order it came, judges the board once, and gathers
 * what is to be kept and sent. Edits of one tick share a transaction. It sends nothing.
 */
import type * as Y from 'yjs'
import type { ErrorCode } from '#shared/errors.ts'
import type { ClientIdRow } from '#server/storage/storage.ts'
import { Claims } from '../claims.ts'
import type { Connection } from '../connection.ts'
import type { Act, Incoming, IncomingEdit } from '../incoming.ts'
import { SpoiledDocument, type LiveDocument } from '../live-document.ts'
import type { RoomState } from '../room-state.ts'
import type { Outline } from '../scan-update.ts'
import type { Done, Turn } from '../turn.ts'

class Draft {
  readonly outlines: Outline[] = []
  readonly byPerson = new Map<string | null, Outline[]>()
  readonly clientIds: ClientIdRow[] = []
  readonly acts: Done[] = []
  /** Sockets whose edits are in it; `undefined` stands for the server. */
  readonly writers = new Set<Connection | undefined>()

  add(personId: string | null, outline: Outline | undefined, writer?: Connection): void {
    if (outline === undefined) return
    this.writers.add(writer)
    this.outlines.push(outline)
    const sofar = this.byPerson.get(personId)
    if (sofar === undefined) this.byPerson.set(personId, [outline])
    else sofar.push(outline)
  }
}

/** Merges what waits. Throws when the document cannot be trusted any more. */
export function runTurn(room: RoomState, incoming: readonly Incoming[]): Turn | undefined {
  const { document } = room
  const draft = new Draft()
  draft.add(null, document.takeUnsaved())
  mergeInOrder(room, incoming, draft)
  const { repair, beyondLimit } = document.judge()
  draft.add(null, repair)
  for (const client of beyondLimit) room.clients.holderOf(client)?.close('board_full')
  const { outlines, clientIds, acts } = draft
  if (outlines.length === 0 && acts.length === 0) return undefined
  const parts = Array.from(draft.byPerson, ([personId, own]) => ({ personId, outlines: own }))
  const update = outlines.length === 0 ? undefined : document.join(outlines)
  const [onlyWriter] = draft.writers.size === 1 ? draft.writers : []
  return { room, parts, clientIds, acts, update, outlines, onlyWriter }
}

function mergeInOrder(room: RoomState, incoming: readonly Incoming[], draft: Draft): void {
  let plain: IncomingEdit[] = []
  for (const one of incoming) {
    if (one.type === 'edit' && !one.isAnswer) {
      plain.push(one)
      continue
    }
    mergePlain(room, plain, draft)
    plain = []
    if (one.type === 'edit') mergeAnswer(room, one, draft)
    else runAct(room, one, draft)
  }
  mergePlain(room, plain, draft)
}

/** Merges one edit into a document that is tried out; throws when that spoils it. */
export function mergeAlone(room: RoomState, edit: IncomingEdit, document: LiveDocument): void {
  const { boardId, clients } = room
  const claims = new Claims({ boardId, clients, document }, edit)
  if (typeof document.mergeAnswer(edit, claims.claim) !== 'string') claims.keep()
}

function mergePlain(room: RoomState, edits: readonly IncomingEdit[], draft: Draft): void {
  if (edits.length === 0) return
  room.document.integrate(() => {
    for (const edit of edits) {
      if (edit.connection.isRefused) continue
      const claims = new Claims(room, edit)
      const refusal = refusalBySize(room, edit)
      settle(claims, refusal ?? room.document.merge(edit, claims.claim), draft)
    }
  })
}

function mergeAnswer(room: RoomState, edit: IncomingEdit, draft: Draft): void {
  if (edit.connection.isRefused) return
  const claims = new Claims(room, edit)
  const refusal = refusalBySize(room, edit)
  settle(claims, refusal ?? room.document.mergeAnswer(edit, claims.claim), draft)
}

function settle(claims: Claims, verdict: Outline | ErrorCode | undefined, draft: Draft): void {
  const { connection } = claims.edit
  if (typeof verdict === 'string') {
    connection.close(verdict)
    return
  }
  draft.clientIds.push(...claims.keep())
  draft.add(connection.seat.personId, verdict, connection)
}

/** Only small edits are accepted when a document is over its size: moving and deleting stay possible. */
function refusalBySize(
  { document, limits }: RoomState,
  { bytes }: IncomingEdit,
): ErrorCode | undefined {
  const isOver = document.size > limits.documentBytes && bytes.length > limits.editBytesWhenFull
  return isOver ? 'board_full' : undefined
}

function runAct({ document }: RoomState, act: Act, draft: Draft): void {
  if (act.hasFailed) return
  const { result, outline } = document.change((doc) => attempt(act, doc))
  if (result === undefined) {
    if (outline !== undefined) throw new SpoiledDocument('An act failed half-way')
    return
  }
  draft.add(act.row?.personId ?? null, outline)
  draft.acts.push({ act, settle: result })
}

function attempt(act: Act, doc: Y.Doc): (() => void) | undefined {
  try {
    return act.run(doc)
  } catch (error) {
    act.hasFailed = true
    act.reject(error)
    return undefined
  }
}
