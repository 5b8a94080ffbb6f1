/**
 * Which client ids one edit may write new structs with, and which of them become its person's by it.
 * Nothing is bound before the whole edit is accepted.
 */
import * as Y from 'yjs'
import type { ClientIdRow } from '#server/storage/storage.ts'
import type { IncomingEdit } from './incoming.ts'
import type { RoomState } from './room-state.ts'

/** Where the ids are looked up; the document may be one that is only tried out. */
export type ClaimsRoom = Pick<RoomState, 'boardId' | 'document' | 'clients'>

export class Claims {
  readonly edit: IncomingEdit
  private readonly room: ClaimsRoom
  private readonly fresh: number[] = []

  constructor(room: ClaimsRoom, edit: IncomingEdit) {
    this.room = room
    this.edit = edit
  }

  /** Whether the writer may use a client id. */
  readonly claim = (client: number, isAnswer: boolean): boolean => {
    const { connection } = this.edit
    const { authors, doc } = this.room.document
    const author = authors.get(client)
    if (author === undefined) {
      const isServers = client === doc.clientID || Y.getState(doc.store, client) > 0
      if (isServers) return false
      this.fresh.push(client)
    } else if (author !== connection.seat.personId) {
      return false
    }
    const { clients } = this.room
    if (!isAnswer) return clients.take(client, connection)
    const holder = clients.holderOf(client)
    return holder === undefined || holder.seat.personId === connection.seat.personId
  }

  /** Binds what the accepted edit used for the first time. */
  keep(): ClientIdRow[] {
    const { authors, name } = this.room.document
    const { boardId, personId } = this.edit.connection.seat
    return this.fresh.map((clientId) => {
      authors.set(clientId, personId)
      return { boardId, document: name, clientId, personId }
    })
  }
}
