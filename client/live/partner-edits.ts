/**
 * What partners did to records in this session, as far as undo must know it. It remembers keys, not
 * times: what was written last, and which values of one's own a partner replaced.
 */
import type { RecordsDiff } from '@tldraw/store'
import type { TLRecord } from '@tldraw/tlschema'
import { flattenRecord } from '#shared/design/record-codec.ts'

interface KeyHistory {
  /** Whether what stands there now is a partner's. */
  isTheirs: boolean
  /** What a partner wrote last. */
  theirs: unknown
  /** Values that a partner replaced, as JSON. */
  readonly replaced: Set<string>
}

export class PartnerEdits {
  readonly #keys = new Map<string, Map<string, KeyHistory>>()
  readonly #made = new Set<string>()

  noteTheirs(diff: RecordsDiff<TLRecord>): void {
    for (const record of Object.values(diff.added)) this.#made.add(record.id)
    for (const [from, to] of Object.values(diff.updated)) this.#noteTheirKeys(from, to)
  }

  noteOwn(diff: RecordsDiff<TLRecord>): void {
    for (const [from, to] of Object.values(diff.updated)) {
      const keys = this.#keys.get(to.id)
      if (keys === undefined) continue
      for (const key of differingKeys(from, to)) {
        const history = keys.get(key)
        if (history !== undefined) history.isTheirs = false
      }
    }
    // Who deletes a record has seen what partners did to it; bringing it back starts anew.
    for (const record of Object.values(diff.removed)) this.#keys.delete(record.id)
  }

  /** Whether a partner changed anything of the record. */
  haveChanged(id: string): boolean {
    return this.#keys.has(id)
  }

  /** Whether the record came from a partner, or was here before the session. */
  haveMade(id: string): boolean {
    return this.#made.has(id)
  }

  /** Whether a partner ever changed this key, and whether what stands there is theirs. */
  ofKey(id: string, key: string): 'never' | 'once' | 'theirs' {
    const history = this.#keys.get(id)?.get(key)
    if (history === undefined) return 'never'
    return history.isTheirs ? 'theirs' : 'once'
  }

  /** What to write instead of `value`: the partner's last word where a partner replaced it. */
  sinceReplaced(id: string, key: string, value: unknown): unknown {
    const history = this.#keys.get(id)?.get(key)
    return history?.replaced.has(JSON.stringify(value)) === true ? history.theirs : value
  }

  #noteTheirKeys(from: TLRecord, to: TLRecord): void {
    const keys = this.#keys.get(to.id) ?? new Map<string, KeyHistory>()
    this.#keys.set(to.id, keys)
    const before = flattenRecord(from)
    const after = flattenRecord(to)
    for (const key of differingKeys(from, to)) {
      const history = keys.get(key) ?? newHistory()
      keys.set(key, history)
      // While a partner drags, only what stood there before the drag was ever one's own.
      if (!history.isTheirs) history.replaced.add(JSON.stringify(before.get(key)))
      history.theirs = after.get(key)
      history.isTheirs = true
    }
  }
}

function newHistory(): KeyHistory {
  return { isTheirs: false, theirs: undefined, replaced: new Set() }
}

/** The stored keys in which two versions of a record differ. */
export function differingKeys(from: object, to: object): readonly string[] {
  const before = flattenRecord(from)
  const after = flattenRecord(to)
  const keys = new Set([...before.keys(), ...after.keys()])
  return [...keys].filter((key) => {
    return JSON.stringify(before.get(key)) !== JSON.stringify(after.get(key))
  })
}
