/**
 * Who points where in one room: the newest state of each client as raw bytes, and which of them were not
 * sent yet. It knows neither sockets nor the document.
 */
import type { PresenceEntry } from './concerns/guard-awareness.ts'
import { writeVarUint, varUintSize } from './protocol.ts'

const gone = Buffer.from('null')

export class RoomPresence {
  private readonly entries = new Map<number, PresenceEntry>()
  private readonly fresh = new Map<number, PresenceEntry>()

  get hasFresh(): boolean {
    return this.fresh.size > 0
  }

  has(client: number): boolean {
    return this.entries.has(client)
  }

  /** Keeps an entry when it is newer than what is known. */
  put(entry: PresenceEntry): void {
    const known = this.entries.get(entry.client)
    if (known === undefined ? entry.isGone : known.clock > entry.clock) return
    if (known?.clock === entry.clock && !entry.isGone) return
    if (entry.isGone) this.entries.delete(entry.client)
    else this.entries.set(entry.client, entry)
    this.fresh.set(entry.client, entry)
  }

  /** Takes a client out, so that the others hear of it. */
  remove(client: number): void {
    const known = this.entries.get(client)
    if (known === undefined) return
    this.put({ client, clock: known.clock, isGone: true, bytes: goneBytes(client, known.clock) })
  }

  /** What was not sent yet; empty from then on. */
  takeFresh(): Uint8Array[] {
    const taken = Array.from(this.fresh.values(), (entry) => entry.bytes)
    this.fresh.clear()
    return taken
  }

  all(): Uint8Array[] {
    return Array.from(this.entries.values(), (entry) => entry.bytes)
  }
}

function goneBytes(client: number, clock: number): Uint8Array {
  const bytes = Buffer.allocUnsafe(varUintSize(client) + varUintSize(clock) + 1 + gone.length)
  const at = writeVarUint(bytes, writeVarUint(bytes, 0, client), clock)
  bytes[at] = gone.length
  bytes.set(gone, at + 1)
  return bytes
}
