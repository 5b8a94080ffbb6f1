/** A session with a life: it opens, reconnects, changes rights, and closes. See `open-session.ts`. */
import type { TLRecord, TLStore } from '@tldraw/tlschema'
import { isEqual } from '@tldraw/utils'
import { mayWrite, type DocumentName } from '#shared/access.ts'
import type { BoardSummary, Person } from '#shared/api.ts'
import { closeCodeOf } from '#shared/errors.ts'
import { maxSharedSelection, presenceHz, type Presence } from '#shared/live.ts'
import { answerToClose } from './answer-to-close.ts'
import { bindPresence } from './bind-presence.ts'
import { createBoardStore } from './create-board-store.ts'
import { createReadable, type Writable } from './create-readable.ts'
import { DesignPart } from './design-part.ts'
import { firstPresence, firstRoom, firstState, isSameState } from './first-values.ts'
import type { LinkOptions, LiveLink } from './live-link.ts'
import type { LiveSessionOptions } from './live-session-options.ts'
import * as copies from './local-copy.ts'
import { readPeers } from './read-peers.ts'
import { rebaseUndo } from './rebase-undo.ts'
import { isRefusal, refusalOf, takesReadingAway, type Refusal } from './refusal.ts'
import { RoomPart } from './room-part.ts'
import { atNextFrame } from './schedule.ts'
import type { Peer, Room, Session, SessionState } from './session.ts'
import { syncStateOf } from './sync-state.ts'
import { createThrottle } from './throttle.ts'
import { watchPage } from './watch-page.ts'

type Document = Extract<DocumentName, 'design' | 'room'>

/** So many noes in a row, with rights that say yes, are taken for a no. */
const mostAsked = 3
/** After so many failures in a row HTTP is asked: a refused upgrade looks like no network. */
const failuresUntilAsked = 3

export class LiveSession implements Session {
  readonly me: Person
  readonly boardId: string
  readonly store: TLStore
  readonly state: Writable<SessionState>
  readonly room: Writable<Room>
  readonly peers: Writable<readonly Peer[]>
  readonly presence: Writable<Presence>
  readonly lostEdits: Writable<readonly TLRecord[] | undefined>
  readonly #options: LiveSessionOptions
  readonly #design: DesignPart
  readonly #room: RoomPart
  readonly #stops: (() => void)[]
  readonly #presenceSender = createThrottle(presenceHz, () =>
    this.#design.share(this.presence.get()),
  )
  #hasSynced = false
  #timesAsked = 0
  #roleInRoster: string | undefined
  #isClosed = false
  #cancelLook: (() => void) | undefined
  #remembered: { readonly board: BoardSummary; readonly room: Room } | undefined

  constructor(options: LiveSessionOptions) {
    const { me, board } = options
    this.#options = options
    this.me = me
    this.boardId = board.id
    this.store = createBoardStore(options.assets)
    const hadUnsent = copies.hadUnsentEdits(options.copies, me.id, board.id)
    this.state = createReadable(firstState(board, hadUnsent), isSameState)
    this.room = createReadable(options.room ?? firstRoom(me, board))
    this.peers = createReadable<readonly Peer[]>([], isEqual)
    this.presence = createReadable(firstPresence(me))
    this.lostEdits = createReadable<readonly TLRecord[] | undefined>(undefined)
    this.#design = this.#createDesign()
    this.#room = new RoomPart(this.#linkOptions('room'), this.#look)
    this.#stops = [
      rebaseUndo(this.store),
      bindPresence(this.store, this.peers, options.now),
      watchPage(this.#pageEvents()),
    ]
    this.#open('room')
    this.#open('design')
  }

  setPresence(change: Partial<Omit<Presence, 'person'>>): void {
    const next = { ...this.presence.get(), ...change }
    this.presence.set({ ...next, selection: next.selection.slice(0, maxSharedSelection) })
    this.#presenceSender.call()
  }

  reconnectNow(): void {
    if (this.state.get().sync === 'refused') return
    for (const link of this.#links()) link.connect()
  }

  close(): void {
    this.#isClosed = true
    this.#cancelLook?.()
    this.#presenceSender.cancel()
    this.#design.close()
    this.#room.close()
    for (const stop of this.#stops) stop()
  }

  get #mayWrite(): boolean {
    return mayWrite(this.state.get().board.role, 'design')
  }

  #createDesign(): DesignPart {
    const { me, board } = this.#options
    return new DesignPart({
      store: this.store,
      link: this.#linkOptions('design'),
      mayWrite: () => this.#mayWrite,
      presence: () => this.presence.get(),
      onAwareness: this.#look,
      copy: this.#options.copies.hasDatabase ? { personId: me.id, boardId: board.id } : undefined,
    })
  }

  #linkOptions(document: Document): Omit<LinkOptions, 'doc' | 'mayWrite'> {
    const { origin, now, random, socket } = this.#options
    return {
      document,
      now,
      random,
      socket,
      url: `${origin.replace(/^http/, 'ws')}/live/${this.boardId}`,
      onChange: () => this.#update(),
      onClosed: (code) => void this.#onClosed(document, code),
    }
  }

  #pageEvents(): Parameters<typeof watchPage>[0] {
    return {
      online: () => this.reconnectNow(),
      offline: () => this.#links().forEach((link) => link.drop()),
      hidden: () => this.#design.flush(),
    }
  }

  #links(): readonly LiveLink[] {
    return [this.#design.link, this.#room.link].filter((link) => link !== undefined)
  }

  #linkOf(document: Document): LiveLink | undefined {
    return document === 'room' ? this.#room.link : this.#design.link
  }

  /** With an empty document; what is shown stays until the server's has come. */
  #open(document: Document): void {
    if (document === 'room') this.#room.open()
    else void this.#design.open().then(() => this.#update())
  }

  async #onClosed(document: Document, code: number | undefined): Promise<void> {
    if (this.#isClosed || this.state.get().refusal !== undefined) return
    const answer = answerToClose(code)
    // Only readers are told that they are ahead: who could write lost that, and keeps what was not sent.
    const isNoReader = document === 'design' && this.#mayWrite
    if (answer === 'afresh' && !isNoReader) this.#open(document)
    else if (answer === 'ask' || answer === 'afresh') await this.#askRights(document, code)
    else if (answer === 'retry') this.#retry(document)
    else this.#refuse(answer)
    this.#update()
  }

  #retry(document: Document): void {
    const link = this.#linkOf(document)
    link?.connectLater()
    if (link?.failures === failuresUntilAsked) void this.#askRights(document, undefined)
  }

  /** The socket said no, or nothing: HTTP says what holds now. */
  async #askRights(document: Document, code: number | undefined): Promise<void> {
    if (code !== undefined) this.#timesAsked += 1
    try {
      if (code === closeCodeOf('not_signed_in')) await this.#options.ask.me()
      const board = await this.#options.ask.board(this.boardId)
      if (this.#isClosed) return
      if (this.#timesAsked > mostAsked) this.#refuse(refusalOf('role_may_not'))
      else if (!this.#takeRights(board) && code !== undefined) this.#tryAgain(document)
    } catch (error) {
      if (this.#isClosed) return
      if (isRefusal(error)) this.#refuse({ code: error.code, message: error.message })
      else this.#linkOf(document)?.connectLater()
    }
  }

  #tryAgain(document: Document): void {
    const link = this.#linkOf(document)
    if (this.#timesAsked === 1) link?.connect()
    else link?.connectLater()
  }

  /** Whether the design was opened again, because it may be written now or no more. */
  #takeRights(board: BoardSummary): boolean {
    const couldWrite = this.#mayWrite
    const unsent = mayWrite(board.role, 'design') ? undefined : this.#design.unsentRecords()
    this.state.set({ ...this.state.get(), board })
    if (couldWrite === this.#mayWrite) return false
    if (unsent !== undefined) this.lostEdits.set(unsent)
    this.#design.close()
    if (couldWrite) this.#forgetCopy()
    this.#open('design')
    if (this.#room.link?.provider.ws === null) this.#room.link.connect()
    return true
  }

  #refuse(refusal: Refusal): void {
    this.state.set({ ...this.state.get(), refusal })
    for (const link of this.#links()) link.drop()
    if (takesReadingAway(refusal)) {
      this.#design.close()
      this.#forgetCopy()
    }
    this.#update()
  }

  #forgetCopy(): void {
    this.#remembered = undefined
    copies.forget(this.#options.copies, this.me.id, this.boardId)
    if (!this.#options.copies.hasDatabase) return
    void copies.deleteDesignCopy(this.me.id, this.boardId)
  }

  readonly #look = (): void => {
    this.#cancelLook ??= atNextFrame(() => {
      this.#cancelLook = undefined
      this.room.set(this.#room.read() ?? this.room.get())
      this.peers.set(readPeers(this.#design.othersStates(), this.room.get().roster))
      this.#compareRole()
      this.#remember()
    })
  }

  /** Whose role changed while they were away meets no close code: the roster tells, HTTP is asked. */
  #compareRole(): void {
    const role = this.room.get().roster.get(this.me.id)?.role
    const isNews = role !== undefined && role !== this.#roleInRoster
    this.#roleInRoster = role
    if (isNews && role !== this.state.get().board.role) void this.#askRights('design', undefined)
  }

  #remember(): void {
    const { board, refusal } = this.state.get()
    if (!this.#mayWrite || !this.#hasSynced || refusal !== undefined) return
    const room = this.room.get()
    if (this.#remembered?.board === board && this.#remembered.room === room) return
    this.#remembered = { board, room }
    copies.remember(this.#options.copies, { me: this.me, board, room })
  }

  #update(): void {
    if (this.#isClosed) return
    const links = this.#links()
    const isSynced = links.length === 2 && links.every((link) => link.isSynced)
    if (isSynced) this.#onSynced()
    const { refusal, hasUnsentEdits } = this.state.get()
    const attempts = links.map((link) => link.nextAttemptAt).filter((at) => at !== undefined)
    this.state.set({
      ...this.state.get(),
      sync: syncStateOf({
        isRefused: refusal !== undefined,
        isSynced,
        hasSynced: this.#hasSynced,
        hasBoard: this.#hasSynced || this.#design.hasContent,
        mayWrite: this.#mayWrite,
        failures: Math.max(0, ...links.map((link) => link.failures)),
      }),
      // A fresh page does not know what its copy holds back until the server has spoken once.
      hasUnsentEdits:
        this.#hasSynced || this.#design.link?.hasUnsentEdits === true
          ? (this.#design.link?.hasUnsentEdits ?? false)
          : hasUnsentEdits,
      nextAttemptAt: attempts.length === 0 ? undefined : Math.min(...attempts),
    })
    this.#noteUnsent(hasUnsentEdits)
  }

  #onSynced(): void {
    this.#timesAsked = 0
    if (this.#hasSynced) return
    this.#hasSynced = true
    this.#design.flush()
    this.#look()
  }

  #noteUnsent(before: boolean): void {
    const { hasUnsentEdits } = this.state.get()
    if (hasUnsentEdits === before) return
    const key = { personId: this.me.id, boardId: this.boardId }
    copies.noteUnsentEdits(this.#options.copies, key, hasUnsentEdits)
  }
}
