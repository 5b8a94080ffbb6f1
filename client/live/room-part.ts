/** The room document of a session: what the server says, read-only, opened afresh when it has to be. */
import * as Y from 'yjs'
import { LiveLink, type LinkOptions } from './live-link.ts'
import { readRoom } from './read-room.ts'
import type { Room } from './session.ts'

export class RoomPart {
  readonly #options: Omit<LinkOptions, 'doc' | 'mayWrite'>
  readonly #onUpdate: () => void
  #doc = new Y.Doc()
  #link: LiveLink | undefined
  #known: Room | undefined

  constructor(options: Omit<LinkOptions, 'doc' | 'mayWrite'>, onUpdate: () => void) {
    this.#options = options
    this.#onUpdate = onUpdate
  }

  get link(): LiveLink | undefined {
    return this.#link
  }

  open(): void {
    this.close()
    this.#doc = new Y.Doc()
    this.#known = undefined
    this.#doc.on('update', () => {
      this.#known = undefined
      this.#onUpdate()
    })
    this.#link = new LiveLink({ ...this.#options, doc: this.#doc, mayWrite: false })
    this.#link.provider.awareness.setLocalState(null)
    this.#link.connect()
  }

  close(): void {
    this.#link?.close()
    this.#link = undefined
  }

  /** The same object until the document changes: it is read whenever a pointer moves. */
  read(): Room | undefined {
    this.#known ??= readRoom(this.#doc)
    return this.#known
  }
}
