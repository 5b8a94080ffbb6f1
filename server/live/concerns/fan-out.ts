/**
 * Sends what a tick brought: one frame for the document and one for presence, the same bytes to every
 * socket of the room; those who join get the whole. Called only when the log has what is sent.
 */
import * as Y from 'yjs'
import type { Connection, Delivery } from '../connection.ts'
import { writeAwareness, writeStep1, writeStep2, writeUpdate } from '../protocol.ts'
import type { Joiner, RoomState } from '../room-state.ts'
import type { Turn } from '../turn.ts'

export function fanOut(room: RoomState, turn: Turn | undefined, joiners: readonly Joiner[]): void {
  const delivery = prepare(room, turn)
  if (delivery !== undefined) {
    const writer = turn?.onlyWriter
    for (const member of room.members) {
      if (member === writer) giveBack(member, delivery)
      else member.deliver(delivery)
    }
  }
  for (const joiner of joiners) answer(room, joiner)
  for (const { settle } of turn?.acts ?? []) settle()
}

/** Its own edits come back to a socket only to be known as kept: that can wait for the next frame. */
function giveBack(writer: Connection, delivery: Delivery): void {
  if (delivery.update !== undefined) writer.owe(delivery.update)
  if (delivery.presence === undefined) return
  writer.deliver({ ...delivery, update: undefined, both: undefined })
}

/** What a socket hears first: the question for what it has beyond the server, and who is here. */
export function greet(room: RoomState, connection: Connection): void {
  if (connection.seat.mayWrite) {
    connection.send(writeStep1(Y.encodeStateVector(room.document.doc)))
  }
  const present = room.presence.all()
  if (present.length > 0) connection.send(writeAwareness(present))
}

function prepare(room: RoomState, turn: Turn | undefined): Delivery | undefined {
  const fresh = room.presence.takeFresh()
  const presence = fresh.length > 0 ? writeAwareness(fresh) : undefined
  const update = turn?.update && writeUpdate(turn.update)
  if (presence === undefined && update === undefined) return undefined
  const both =
    presence !== undefined && update !== undefined ? Buffer.concat([update, presence]) : undefined
  let before: Uint8Array | undefined
  return { update, presence, both, before: () => (before ??= stateBefore(room, turn)) }
}

/** The state vector that a socket has which got everything but this tick. */
function stateBefore(room: RoomState, turn: Turn | undefined): Uint8Array {
  const state = Y.decodeStateVector(Y.encodeStateVector(room.document.doc))
  for (const { sections } of turn?.outlines ?? []) {
    for (const { client, clock } of sections) {
      if (clock < (state.get(client) ?? 0)) state.set(client, clock)
    }
  }
  return Y.encodeStateVector(state)
}

function answer(room: RoomState, joiner: Joiner): void {
  const { connection, stateVector, reason } = joiner
  if (connection.isClosed) return
  const has = readStateVector(stateVector)
  if (has === undefined) {
    connection.close('malformed_frame')
    return
  }
  const { doc } = room.document
  if (!connection.seat.mayWrite && isAhead(has, doc)) {
    connection.close('ahead_of_server')
    return
  }
  if (!connection.catchUp(stateVector)) return
  if (has.size === 0) connection.send(writeStep2(room.document.state.read()))
  else sendDifference(doc, joiner)
  if (reason === 'backlog') connection.send(writeAwareness(room.presence.all()))
}

function sendDifference(doc: Y.Doc, { connection, stateVector, reason }: Joiner): void {
  const difference = Y.encodeStateAsUpdate(doc, stateVector)
  connection.send(reason === 'step1' ? writeStep2(difference) : writeUpdate(difference))
}

function readStateVector(bytes: Uint8Array): ReadonlyMap<number, number> | undefined {
  try {
    return Y.decodeStateVector(bytes)
  } catch {
    return undefined
  }
}

function isAhead(has: ReadonlyMap<number, number>, doc: Y.Doc): boolean {
  for (const [client, clock] of has) if (clock > Y.getState(doc.store, client)) return true
  return false
}
