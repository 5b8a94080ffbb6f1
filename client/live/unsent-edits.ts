/**
 * Which of this tab's edits the server has not confirmed. An edit is confirmed when it comes back in
 * what the server sends, since the server sends only what is on its disk. Inserted parts are counted by
 * clock, deleted ones by range: a state vector alone does not know about deletions.
 */
import * as Y from 'yjs'
import { addRanges, subtractRanges, type Range } from './ranges.ts'

interface Span {
  readonly from: number
  readonly to: number
}

export class UnsentEdits {
  readonly #inserted = new Map<number, Span>()
  readonly #deleted = new Map<number, readonly Range[]>()

  get isEmpty(): boolean {
    return this.#inserted.size === 0 && this.#deleted.size === 0
  }

  /** Forgets everything and starts from what the server said that it lacks. */
  restart(missing: Uint8Array): void {
    this.#inserted.clear()
    this.#deleted.clear()
    this.add(missing)
  }

  /** An edit made here. */
  add(update: Uint8Array): void {
    const { structs, ds } = Y.decodeUpdate(update)
    for (const struct of structs) {
      if (struct instanceof Y.Skip) continue
      const { client, clock } = struct.id
      const known = this.#inserted.get(client)
      const from = Math.min(known?.from ?? clock, clock)
      this.#inserted.set(client, { from, to: Math.max(known?.to ?? 0, clock + struct.length) })
    }
    for (const [client, ranges] of ds.clients) {
      this.#deleted.set(client, addRanges(this.#deleted.get(client) ?? [], ranges.map(toRange)))
    }
  }

  /** Anything that the server sent. */
  confirm(update: Uint8Array): void {
    if (this.isEmpty) return
    for (const [client, to] of Y.parseUpdateMeta(update).to) this.#confirmInserted(client, to)
    if (this.#deleted.size === 0) return
    for (const [client, ranges] of Y.decodeUpdate(update).ds.clients) {
      this.#confirmDeleted(client, ranges.map(toRange))
    }
  }

  /** The vector to ask the server with so that its answer holds the edits that wait here. */
  vectorWithout(doc: Y.Doc): Uint8Array {
    const vector = Y.decodeStateVector(Y.encodeStateVector(doc))
    for (const [client, { from }] of this.#inserted) vector.set(client, from)
    return Y.encodeStateVector(vector)
  }

  #confirmInserted(client: number, to: number): void {
    const span = this.#inserted.get(client)
    if (span === undefined || to <= span.from) return
    if (to >= span.to) this.#inserted.delete(client)
    else this.#inserted.set(client, { from: to, to: span.to })
  }

  #confirmDeleted(client: number, confirmed: readonly Range[]): void {
    const waiting = this.#deleted.get(client)
    if (waiting === undefined) return
    const rest = subtractRanges(waiting, confirmed)
    if (rest.length === 0) this.#deleted.delete(client)
    else this.#deleted.set(client, rest)
  }
}

function toRange(item: { readonly clock: number; readonly len: number }): Range {
  return { from: item.clock, to: item.clock + item.len }
}
