/**
 * The whole document as bytes for those who join: encoded when first asked for, and kept as long as what
 * was written since is small beside it. Memory is bounded; an idle document keeps nothing.
 */
import * as Y from 'yjs'

const smallestRest = 64 * 1024

export class StateCache {
  private whole: Uint8Array | undefined
  private since: Uint8Array[] = []
  private sinceBytes = 0

  constructor(private readonly doc: Y.Doc) {}

  /** Takes note of an update that the document has merged. */
  add(update: Uint8Array): void {
    if (this.whole === undefined) return
    this.since.push(update)
    this.sinceBytes += update.length
    if (this.sinceBytes > Math.max(smallestRest, this.whole.length / 4)) this.forget()
  }

  /** The document, as one update and those that came after it. */
  read(): { readonly whole: Uint8Array; readonly since: readonly Uint8Array[] } {
    this.whole ??= Y.encodeStateAsUpdate(this.doc)
    return { whole: this.whole, since: this.since }
  }

  forget(): void {
    this.whole = undefined
    this.since = []
    this.sinceBytes = 0
  }
}
