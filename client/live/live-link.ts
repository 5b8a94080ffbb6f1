/**
 * One document's socket: y-websocket's protocol with our own reconnecting (jitter, a limit, close codes
 * that mean no) and with edits held back until the server has said what it knows. It may not know what
 * the document means.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { messageYjsSyncStep1 } from 'y-protocols/sync'
import { messageSync, WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { UnsentEdits } from './unsent-edits.ts'

/** An attempt that has not synced after so long is given up, in milliseconds. */
const attemptMs = 10_000
const firstDelayMs = 250
const longestDelayMs = 10_000
/** While edits wait for their confirmation the server is asked for it, in milliseconds. */
const askMs = 1_000

export interface LinkOptions {
  readonly doc: Y.Doc
  /** `ws://host/live/<board>`; the document's name is appended. */
  readonly url: string
  readonly document: string
  readonly mayWrite: boolean
  readonly now: () => number
  /** 0 to 1, for jitter. */
  readonly random: () => number
  /** The browser's own when absent. */
  readonly socket?: typeof WebSocket | undefined
  readonly onChange: () => void
  /** The connection ended or could not be made; `code` is the socket's close code. */
  readonly onClosed: (code: number | undefined) => void
}

export class LiveLink {
  readonly provider: WebsocketProvider
  readonly #options: LinkOptions
  readonly #send: (update: Uint8Array, origin: unknown) => void
  readonly #unsent = new UnsentEdits()
  /** False until the server has told its state on this connection; edits made before go with the answer. */
  #isOpen = false
  #isClosed = false
  #hasSynced = false
  #failures = 0
  #nextAttemptAt: number | undefined
  #attemptTimer: ReturnType<typeof setTimeout> | undefined
  #askTimer: ReturnType<typeof setTimeout> | undefined

  constructor(options: LinkOptions) {
    this.#options = options
    const { doc, url, document } = options
    this.provider = new WebsocketProvider(url, document, doc, {
      connect: false,
      disableBc: true,
      shouldReconnect: () => false,
      ...(options.socket === undefined ? {} : { WebSocketPolyfill: options.socket }),
    })
    // The provider would send an edit at once, also before the server has what the edit builds on.
    // oxlint-disable-next-line no-underscore-dangle -- there is no public way to hold edits back
    this.#send = this.provider._updateHandler
    doc.off('update', this.#send)
    doc.on('update', this.#onUpdate)
    this.#watchMessages()
    this.#speakForItself()
    this.provider.on('connection-close', this.#onConnectionClose)
    this.provider.on('sync', this.#onSync)
  }

  get isSynced(): boolean {
    return this.provider.synced && (this.#isOpen || !this.#options.mayWrite)
  }
  /** Whether it has ever been synced. */
  get hasSynced(): boolean {
    return this.#hasSynced
  }
  /** Attempts since the last sync. */
  get failures(): number {
    return this.#failures
  }
  get hasUnsentEdits(): boolean {
    return this.#options.mayWrite && !this.#unsent.isEmpty
  }
  get nextAttemptAt(): number | undefined {
    return this.#nextAttemptAt
  }

  /** Tries now. Does nothing while connected or trying. */
  connect(): void {
    if (this.#isClosed || this.provider.ws !== null) return
    this.#nextAttemptAt = undefined
    clearTimeout(this.#attemptTimer)
    this.#attemptTimer = setTimeout(() => this.#giveUpAttempt(), attemptMs)
    this.provider.connect()
    this.#options.onChange()
  }

  /** Tries again after a pause that grows with every failure. */
  connectLater(): void {
    if (this.#isClosed || this.provider.ws !== null) return
    const longest = Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(this.#failures, 10))
    const delay = longest * (0.5 + this.#options.random() / 2)
    this.#nextAttemptAt = this.#options.now() + delay
    clearTimeout(this.#attemptTimer)
    this.#attemptTimer = setTimeout(() => this.connect(), delay)
    this.#options.onChange()
  }

  /** Drops the connection, as when the network is known to be gone. */
  drop(): void {
    if (this.provider.ws !== null) this.provider.disconnect()
  }

  close(): void {
    this.#isClosed = true
    clearTimeout(this.#attemptTimer)
    clearTimeout(this.#askTimer)
    this.#options.doc.off('update', this.#onUpdate)
    this.provider.destroy()
    this.provider.awareness.destroy()
  }

  #giveUpAttempt(): void {
    if (!this.isSynced) this.drop()
  }

  readonly #onSync = (isSynced: boolean): void => {
    if (isSynced) this.#settle()
    this.#options.onChange()
  }

  /** Both halves of the handshake are done, whichever came first. */
  #settle(): void {
    if (!this.isSynced) return
    clearTimeout(this.#attemptTimer)
    this.#hasSynced = true
    this.#failures = 0
    this.#askLater()
    this.#options.onChange()
  }

  readonly #onConnectionClose = (event: { readonly code: number } | null): void => {
    this.provider.shouldConnect = false
    this.#isOpen = false
    this.#failures += 1
    clearTimeout(this.#attemptTimer)
    clearTimeout(this.#askTimer)
    this.#askTimer = undefined
    // The provider still holds the old socket while it tells us.
    if (!this.#isClosed) queueMicrotask(() => this.#options.onClosed(event?.code))
  }

  /**
   * Only edits made in this tab: what another tab left in the local copy is sent by that tab, and the
   * server refuses one connection's edits from another.
   */
  readonly #onUpdate = (
    update: Uint8Array,
    origin: unknown,
    _doc: Y.Doc,
    { local }: Y.Transaction,
  ): void => {
    if (!local || !this.#options.mayWrite) return
    const wasEmpty = this.#unsent.isEmpty
    this.#unsent.add(update)
    if (this.#isOpen) {
      this.#send(update, origin)
      this.#askLater()
    }
    if (wasEmpty) this.#options.onChange()
  }

  /** The provider repeats to the server what it hears about others; here it tells its own state alone. */
  #speakForItself(): void {
    const { awareness } = this.provider
    // oxlint-disable-next-line no-underscore-dangle -- there is no public way to keep it quiet
    const tell = this.provider._awarenessUpdateHandler
    awareness.off('update', tell)
    awareness.on('update', (changes: Parameters<typeof tell>[0], origin: unknown) => {
      if (origin !== this.provider) tell(changes, origin)
    })
  }

  /** Reads along with the provider: what the server knows, and what it sends. */
  #watchMessages(): void {
    const handle = this.provider.messageHandlers[messageSync]
    if (handle === undefined) return
    this.provider.messageHandlers[messageSync] = (...message) => {
      const ahead = decoding.clone(message[1])
      handle(...message)
      this.#readAlong(decoding.readVarUint(ahead), decoding.readVarUint8Array(ahead))
    }
  }

  #readAlong(type: number, payload: Uint8Array): void {
    if (type === messageYjsSyncStep1) {
      this.#unsent.restart(Y.encodeStateAsUpdate(this.#options.doc, payload))
      this.#isOpen = true
      this.#settle()
      return
    }
    if (this.#unsent.isEmpty) return
    this.#unsent.confirm(payload)
    if (this.#unsent.isEmpty) this.#options.onChange()
  }

  #askLater(): void {
    if (!this.hasUnsentEdits) return
    this.#askTimer ??= setTimeout(() => this.#ask(), askMs)
  }

  #ask(): void {
    this.#askTimer = undefined
    if (!this.isSynced || this.#unsent.isEmpty) return
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, messageSync)
    encoding.writeVarUint(encoder, messageYjsSyncStep1)
    encoding.writeVarUint8Array(encoder, this.#unsent.vectorWithout(this.#options.doc))
    this.provider.ws?.send(encoding.toUint8Array(encoder))
    this.#askLater()
  }
}
