/**
 * The whole document as bytes for those who join: encoded when first asked for, and kept as long as what
 * was written since is small beside it. A small document is encoded each time: that takes less than
 * keeping its bytes would be worth, and most boards are small.
 */
import * as Y from 'yjs'
import { mergeUpdates } from './merge-updates.ts'
import { scanUpdate, type Outline } from './scan-update.ts'

/** Bytes from which a document is worth keeping. */
const smallestKept = 32 * 1024

export class StateCache {
  private whole: Uint8Array | undefined
  /** What is not in `whole` yet. */
  private since: Uint8Array[] = []
  private encodedBytes = 0
  private bytesSince = 0

  constructor(private readonly doc: Y.Doc) {}

  /** Takes note of an update that the document has merged. */
  add(update: Uint8Array): void {
    if (this.whole === undefined) return
    this.since.push(update)
    this.bytesSince += update.length
    if (this.bytesSince > this.encodedBytes / 4) this.forget()
  }

  /** The document as one update: who gets it counts as synced, so it may lack nothing. */
  read(): Uint8Array {
    const whole = this.joined() ?? this.encoded()
    this.whole = whole.length < smallestKept ? undefined : whole
    this.since = []
    return whole
  }

  forget(): void {
    this.whole = undefined
    this.since = []
    this.bytesSince = 0
  }

  private joined(): Uint8Array | undefined {
    const { whole, since } = this
    if (whole === undefined || since.length === 0) return whole
    const outlines = [whole, ...since].map(scanUpdate).filter(isReadable)
    return outlines.length > since.length ? mergeUpdates(outlines) : undefined
  }

  private encoded(): Uint8Array {
    const bytes = Y.encodeStateAsUpdate(this.doc)
    this.encodedBytes = bytes.length
    this.bytesSince = 0
    return bytes
  }
}

function isReadable(outline: Outline | undefined): outline is Outline {
  return outline !== undefined
}
