/**
 * The design document of a session: its copy in the browser, its socket, its store and who else is on
 * it. It can be closed and opened afresh; the store keeps what it shows until the new document has come.
 */
import type { TLRecord, TLStore } from '@tldraw/tlschema'
import type { IndexeddbPersistence } from 'y-indexeddb'
import * as Y from 'yjs'
import { documentRoots, type Presence } from '#shared/live.ts'
import { bindStore, type StoreBinding } from './bind-store.ts'
import { LiveLink, type LinkOptions } from './live-link.ts'
import { openDesignCopy } from './local-copy.ts'

export interface DesignOptions {
  readonly store: TLStore
  readonly link: Omit<LinkOptions, 'doc' | 'mayWrite'>
  readonly mayWrite: () => boolean
  readonly presence: () => Presence
  readonly onAwareness: () => void
  /** Whose copy of which board; `undefined` where the browser keeps none. */
  readonly copy: { readonly personId: string; readonly boardId: string } | undefined
}

interface Opened {
  readonly doc: Y.Doc
  readonly link: LiveLink
  readonly binding: StoreBinding
  readonly copy: IndexeddbPersistence | undefined
}

export class DesignPart {
  readonly #options: DesignOptions
  #opened: Opened | undefined
  /** Counts openings: one that was overtaken while it read its copy gives up. */
  #opening = 0

  constructor(options: DesignOptions) {
    this.#options = options
  }

  get link(): LiveLink | undefined {
    return this.#opened?.link
  }

  get hasContent(): boolean {
    return (this.#opened?.doc.getMap(documentRoots.design.records).size ?? 0) > 0
  }

  async open(): Promise<void> {
    this.close()
    const opening = this.#opening
    const doc = new Y.Doc()
    const copy = await this.#openCopy(doc)
    if (opening !== this.#opening) {
      void copy?.destroy()
      return
    }
    const { store, mayWrite, presence, onAwareness } = this.#options
    const link = new LiveLink({ ...this.#options.link, doc, mayWrite: mayWrite() })
    link.provider.awareness.setLocalState({ ...presence() })
    link.provider.awareness.on('change', onAwareness)
    const binding = bindStore(store, doc, { mayWrite, now: this.#options.link.now })
    this.#opened = { doc, link, binding, copy }
    link.connect()
  }

  close(): void {
    this.#opening += 1
    const opened = this.#opened
    this.#opened = undefined
    opened?.binding.dispose()
    opened?.link.close()
    void opened?.copy?.destroy()
  }

  /** Writes what waits into the document, for a page that is about to be hidden or left. */
  flush(): void {
    this.#opened?.binding.flush()
  }

  share(presence: Presence): void {
    this.#opened?.link.provider.awareness.setLocalState({ ...presence })
  }

  /** What every tab on the board says about itself, this one left out. */
  othersStates(): ReadonlyMap<number, unknown> {
    const awareness = this.#opened?.link.provider.awareness
    if (awareness === undefined) return new Map()
    return new Map([...awareness.getStates()].filter(([client]) => client !== awareness.clientID))
  }

  /** The whole board as it is here when some of it has not reached the server. */
  unsentRecords(): readonly TLRecord[] | undefined {
    this.flush()
    if (this.link?.hasUnsentEdits !== true) return undefined
    const { store } = this.#options
    return store.allRecords().filter(({ typeName }) => store.scopedTypes.document.has(typeName))
  }

  async #openCopy(doc: Y.Doc): Promise<IndexeddbPersistence | undefined> {
    const { copy, mayWrite } = this.#options
    if (copy === undefined || !mayWrite()) return undefined
    try {
      return await openDesignCopy(copy.personId, copy.boardId, doc)
    } catch {
      // A browser may forbid its database (private windows do): the server then has the only copy.
      return undefined
    }
  }
}
