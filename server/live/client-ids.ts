/**
 * Whose each Yjs client id is: the person who first wrote with it for good, and the connection that uses
 * it now. An edit and a cursor are believed only from there.
 */
import type { Connection } from './connection.ts'

export class ClientIds {
  private readonly holders = new Map<number, Connection>()

  /**
   * Takes an id for a connection. Another live connection keeps what it uses, unless it is an older one
   * of the same person: after a cut the new socket speaks before the old one is known to be gone.
   */
  take(client: number, connection: Connection): boolean {
    const holder = this.holders.get(client)
    if (holder === connection) return true
    if (holder !== undefined && !mayFollow(connection, holder)) return false
    if (holder?.ownClient === client) holder.ownClient = undefined
    connection.ownClient ??= client
    this.holders.set(client, connection)
    return true
  }

  holderOf(client: number): Connection | undefined {
    return this.holders.get(client)
  }

  /** Frees what a connection used; answers those ids. */
  release(connection: Connection): number[] {
    const freed: number[] = []
    for (const [client, holder] of this.holders) {
      if (holder === connection) freed.push(client)
    }
    for (const client of freed) this.holders.delete(client)
    return freed
  }
}

function mayFollow(connection: Connection, holder: Connection): boolean {
  if (holder.isClosed) return true
  const isSamePerson = holder.seat.personId === connection.seat.personId
  return isSamePerson && connection.ownClient === undefined && connection.order > holder.order
}
